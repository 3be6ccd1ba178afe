"""A counted (or vaguely told) group of people harmed: the unit that casualty recorders work with.

Field values follow the annotation guide that the evaluation cases are coded by; `low`/`high` read:
"31" 31/31, "at least 11" 11/None, "up to 20" None/20, "10 to 15" 10/15, "about 20" 20/20, "dozens" None/None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.model import Evidence

Effect = Literal[
    "killed", "injured", "hospitalised", "missing", "captured", "displaced", "killed_or_injured", "unspecified"
]
Modality = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Group = Literal["combatant", "civilian", "mixed", "unknown"]
SideBasis = Literal["stated", "inferred"]
Scope = Literal["incident", "increment", "running_total", "unknown"]
Posture = Literal["own_loss", "enemy_loss", "affiliated", "third_party", "unknown"]

#: `side` for a number over both sides, and for victims whose side the report does not tell.
BOTH = "both"
UNKNOWN = "unknown"
#: From this number on, no one attack is counted but a war.
WAR_SIZE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty:
    """How many, harmed how, of whom, where and when."""

    effect: Effect
    #: None where the report sets no lower (upper) bound. 0 means that somebody said none; vague is None/None.
    low: int | None = None
    high: int | None = None
    modality: Modality = "exact"
    #: The words that carry the number, article or singular noun; None for a bare vague plural.
    number: Evidence | None = None
    #: The words that name the victims.
    victims: Evidence | None = None
    group: Group = "unknown"
    #: The party the victims belong to, as the report gives it; BOTH or UNKNOWN.
    side: str = UNKNOWN
    #: The dossier's side; equals `side` without a dossier.
    side_group: str = UNKNOWN
    side_basis: SideBasis | None = None
    #: The party said to have done it.
    perpetrator: str | None = None
    happened_start: date | None = None
    happened_end: date | None = None
    #: Name of the place of the harm as written; in natural case where the report is in capitals.
    place: str | None = None
    scope: Scope = "unknown"
    posture: Posture = "unknown"
    kind: Literal["casualty"] = "casualty"

    @property
    def vague(self) -> bool:
        """True where the report gives no bound at all."""
        return self.low is None and self.high is None
