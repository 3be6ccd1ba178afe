"""The kinds of claim: one file a kind, with its value, how two of it compare and how it tallies."""

from __future__ import annotations

from typing import TypeAlias

from sayso.claims.casualty import Casualty
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.model import Claim, Record

ClaimValue: TypeAlias = Casualty | Denial | Accusation | Silence
AnyClaim: TypeAlias = Claim[ClaimValue]
CasualtyClaim: TypeAlias = Claim[Casualty]
ReportRecord: TypeAlias = Record[ClaimValue]

__all__ = [
    "Accusation",
    "AnyClaim",
    "Casualty",
    "CasualtyClaim",
    "ClaimValue",
    "Denial",
    "ReportRecord",
    "Silence",
]
