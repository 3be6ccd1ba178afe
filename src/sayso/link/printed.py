"""The name of an armed group as the report prints it: its letters, where the report never spells it out."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.claims import CasualtyClaim
from sayso.link.scene import Scene

_LETTERS = re.compile(r"[A-Z][A-Z0-9]{1,6}(?:-[A-Z]{1,3})?")
_BRACKET = re.compile(r"\s\([^)]*\)$")


def printed_names(scene: Scene) -> dict[str, str]:
    """Armed group -> its name in this report, for the groups that it calls otherwise than they are known.

    "NWF" where only the letters stand, the name without what tells it from a namesake where the report has it so.
    """
    found: dict[str, str] = {}
    for side in {r.side for r in scene.named}:
        if not scene.armed_group(side) or side.casefold() in scene.text.casefold():
            continue
        plain = _BRACKET.sub("", side)
        words = [scene.text[r.start : r.end] for r in scene.named if r.side == side]
        letters = next((word for word in words if _LETTERS.fullmatch(word)), None)
        printed = plain if plain != side and plain in words else letters
        if printed is not None:
            found[side] = printed
    return found


def as_printed(claim: CasualtyClaim, names: dict[str, str]) -> CasualtyClaim:
    """The claim with its side, perpetrator and source under the names that its report prints; `side_group` stays."""
    value, source = claim.value, claim.source
    value = replace(
        value,
        side=names.get(value.side, value.side),
        perpetrator=names.get(value.perpetrator, value.perpetrator) if value.perpetrator else None,
    )
    if source is not None and source.kind == "group" and source.name in names:
        source = replace(source, name=names[source.name])
    return replace(claim, value=value, source=source)
