"""Plain words for the values of claims and tallies, the same on pages and in the API."""

from __future__ import annotations

from datetime import date

from sayso.claims import CasualtyClaim
from sayso.model import Judgement, Tally
from sayso.reconcile.accounts import Policy
from sayso.reconcile.wording import bounds_words

#: Policies in the order of the switch, with what each counts.
POLICIES: dict[Policy, str] = {
    "range": "Least and most over the current figures of sources that do not speak for the other side",
    "own": "What each side's own voice says of its own dead and injured",
    "independent": "Third parties only",
    "ucdp": "Low, best and high of deaths",
    "acled": "The lowest while sources differ, deaths only",
}
POLICY_NAMES: dict[Policy, str] = {
    "range": "Range",
    "own": "Own losses",
    "independent": "Independent",
    "ucdp": "UCDP",
    "acled": "ACLED",
}
POSTURES = {
    "own_loss": "speaks of its own side’s loss",
    "enemy_loss": "speaks of its enemy’s loss",
    "affiliated": "of one side’s camp, not its voice",
    "third_party": "third party",
    "unknown": "whose side it takes is not known",
}
GROUPS = {
    "combatant": "combatants",
    "civilian": "civilians",
    "mixed": "combatants and civilians",
    "unknown": "group not told",
    "all": "all groups",
}
SCOPES = {
    "incident": "one incident",
    "increment": "added to an earlier count",
    "running_total": "a running total",
    "unknown": "scope not told",
}
RELATIONS = {
    "denies": "denies",
    "conflicts": "cannot both hold with",
    "revises": "revises",
    "corroborates": "agrees with, from an independent source",
    "repeats": "repeats",
    "part_of": "is part of",
    "sums": "is the sum of",
    "blames": "blames",
}
#: The same seen from the other end.
RELATIONS_FROM = {
    "denies": "is denied by",
    "conflicts": "cannot both hold with",
    "revises": "is revised by",
    "corroborates": "agrees with, from an independent source",
    "repeats": "is repeated by",
    "part_of": "has as a part",
    "sums": "is part of the sum",
    "blames": "is blamed by",
}
OWN_VOICE = "the report’s own voice"


def amount(claim: CasualtyClaim) -> str:
    """The number of a claim in words."""
    return "a number not given" if claim.value.vague else bounds_words(claim)


def bounds(low: int | None, high: int | None, *, open_end: bool = False) -> str:
    """Bounds of a tally: "31", "31–58", "at least 31", "up to 58"; empty where nobody gives one."""
    if low is None and high is None:
        return "an unknown number" if open_end else ""
    if low is None:
        return f"up to {high:,}" + (" and more" if open_end else "")
    if high is None or (open_end and high <= low):
        return f"at least {low:,}"
    told = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{told} and more" if open_end else told


def tally_bounds(tally: Tally) -> str:
    """The bounds of a tally in words."""
    return bounds(tally.low, tally.high, open_end=tally.open)


def window(first: date | None, last: date | None) -> str | None:
    """A stretch of days: "2020-09-27", "2020-09-27 to 2020-09-28", "until 2020-09-28"; None where not told."""
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"until {last}" if first is None else f"from {first}"
    return first.isoformat() if first == last else f"{first} to {last}"


def who_judged(judgement: Judgement) -> str:
    """Who decided: the program or a person."""
    return "sayso" if judgement.by.split("@")[0].split(".")[0] == "sayso" else judgement.by


def squeezed(text: str, limit: int = 0) -> str:
    """Words on one line; longer ones than `limit` (where given) are shortened in their middle."""
    flat = " ".join(text.split())
    if not limit or len(flat) <= limit:
        return flat
    half = limit // 2
    return f"{flat[:half].rstrip()} […] {flat[-half:].lstrip()}"
