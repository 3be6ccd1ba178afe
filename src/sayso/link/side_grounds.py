"""What a rule for whose dead they are goes by beside the words of the claim: who did it and on whose ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sayso.link.claim_context import ClaimContext
from sayso.link.scene import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Who did it and on whose ground, where the report tells."""

    perpetrator: Reference | None = None
    #: The side whose country or ground the place of harm is.
    place: str | None = None
    #: True where the claim's own sentence tells a place, False where the ground is only that of the report.
    told: bool = True


Rule: TypeAlias = Callable[[ClaimContext, Ground], str | None]
