"""Reading single sentences in tests: figures as short strings."""

from __future__ import annotations

from datetime import date

from sayso.claims import CasualtyClaim
from sayso.extract.casualties import Figures, find_casualties
from sayso.extract.names import NoNames
from sayso.model import Document


def document(text: str, published: date | None = None) -> Document:
    return Document(id="s", name="s", text=text, text_digest="s", published=published)


def read(text: str, published: date | None = None) -> Figures:
    return find_casualties(document(text, published), (), NoNames())


def found(text: str) -> list[str]:
    """Every figure of a text as "effect number group marks", sorted."""
    return sorted(written(claim) for claim in read(text).claims)


def found_with_scope(text: str) -> list[str]:
    """The same, running totals marked "total" and increments "added"."""
    marks = {"running_total": " total", "increment": " added"}
    return [written(claim) + marks.get(claim.value.scope, "") for claim in read(text).claims]


def written(claim: CasualtyClaim) -> str:
    value = claim.value
    number = {
        "exact": f"{value.low}",
        "at_least": f"{value.low}+",
        "at_most": f"-{value.high}",
        "about": f"~{value.low}",
        "range": f"{value.low}..{value.high}",
        "vague": "?",
    }[value.modality]
    group = {"unknown": "u", "civilian": "c", "combatant": "x", "mixed": "m"}[value.group]
    marks = ["deny"] * (claim.polarity == "deny") + ["possible"] * (claim.certainty == "possible")
    return " ".join([value.effect, number, group, *marks, *["background"] * claim.background])
