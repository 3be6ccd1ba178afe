"""Forms of the review pages: what may be entered, what stands there, and how an entry becomes typed fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.claims import AnyClaim
from sayso.reconcile.wording import EFFECTS
from sayso.serve.desk import words
from sayso.serve.desk.changes import standing
from sayso.serve.desk.ledger import Ledger

RELIABILITY = {
    "A": "A · completely reliable",
    "B": "B · usually reliable",
    "C": "C · fairly reliable",
    "D": "D · not usually reliable",
    "E": "E · unreliable",
    "F": "F · cannot be judged",
}
CREDIBILITY = {
    "1": "1 · confirmed by other sources",
    "2": "2 · probably true",
    "3": "3 · possibly true",
    "4": "4 · doubtful",
    "5": "5 · improbable",
    "6": "6 · cannot be judged",
}
VOICES = {"named": "a named source", "report": "the report’s own voice", "open": "not known who"}
PARTY_KINDS = {
    "organisation": "an organisation",
    "state": "a state",
    "group": "a group",
    "person": "a person",
    "outlet": "an outlet",
    "unnamed": "not named",
}
CERTAINTIES = {"certain": "stated as certain", "possible": "stated as possible"}
YES_NO = {"false": "no", "true": "yes"}
_GROUPS = {name: words.GROUPS[name] for name in ("combatant", "civilian", "mixed", "unknown")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that a field offers."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field of a form: what stands on record, and what stands in the form."""

    name: str
    words: str
    #: "text", "number", "date", "choice" or "long".
    kind: str
    value: str
    #: What is on record, in words; None where the form is about nothing on record yet.
    now: str | None = None
    options: tuple[Option, ...] = ()


#: name, words, kind, choices: what a claim form asks, in order.
_FIGURE: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
    ("effect", "Harm", "choice", EFFECTS),
    ("low", "At least", "number", {}),
    ("high", "At most", "number", {}),
    ("group", "Group", "choice", _GROUPS),
    ("side", "Party they belonged to", "text", {}),
    ("side_group", "Counted with the side", "text", {}),
    ("perpetrator", "Done by", "text", {}),
    ("happened_start", "Harm from", "date", {}),
    ("happened_end", "Harm until", "date", {}),
    ("place", "Place", "text", {}),
    ("scope", "Scope", "choice", words.SCOPES),
)
_WORD: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
    ("voice", "On whose word", "choice", VOICES),
    ("source", "Source", "text", {}),
    ("source_kind", "It is", "choice", PARTY_KINDS),
    ("speaks_for", "It speaks for", "text", {}),
    ("posture", "Posture", "choice", words.POSTURES),
    ("said_on", "Said on", "date", {}),
    ("certainty", "Certainty", "choice", CERTAINTIES),
    ("background", "Background (an earlier war or attack)", "choice", YES_NO),
)
CLAIM_FIELDS = tuple(name for name, *_ in (*_FIGURE, *_WORD))
#: What every field is called on pages.
LABELS = {name: label for name, label, *_ in (*_FIGURE, *_WORD)} | {
    "by": "Your name",
    "note": "Note",
    "quote": "Its words",
    "document": "Report",
    "reason": "What else it rests on",
    "publisher": "Published by",
    "published": "Published on",
    "uri": "Address",
    "into": "The same party as",
    "grade": "Grade",
}
#: Fields that are choices: an empty entry leaves them as they are instead of clearing them.
_CHOICES = frozenset(name for name, _, kind, _ in (*_FIGURE, *_WORD) if kind == "choice")


def claim_form(claim: AnyClaim, ledger: Ledger, entered: Mapping[str, str] | None = None) -> tuple[FormField, ...]:
    """The fields of a claim, with what stands on record or what somebody entered."""
    now = standing(claim)
    shown = [field for field in (*_FIGURE, *_WORD) if field[0] in now]
    return tuple(_field(field, ledger, plain(now[field[0]]), entered) for field in shown)


def blank_form(ledger: Ledger, entered: Mapping[str, str] | None = None) -> tuple[FormField, ...]:
    """The fields of a claim that is still to be entered."""
    first = {"effect": "killed", "group": "unknown", "scope": "unknown", "voice": "named", "posture": "unknown"}
    first |= {"certainty": "certain", "background": "false", "source_kind": "organisation"}
    told = {**first, **(entered or {})}
    return tuple(_field(field, ledger, None, told) for field in (*_FIGURE, *_WORD))


def _field(
    asked: tuple[str, str, str, Mapping[str, str]],
    ledger: Ledger,
    now: str | None,
    entered: Mapping[str, str] | None,
) -> FormField:
    name, label, kind, choices = asked
    value = now or "" if entered is None else entered.get(name, now or "" if name in _CHOICES else "")
    return FormField(
        name=name,
        words=label,
        kind=kind,
        value=value,
        now=None if now is None else choices.get(now, now) or "not told",
        options=options(choices) or _suggested(name, ledger),
    )


def options(choices: Mapping[str, str]) -> tuple[Option, ...]:
    """Choices in their order."""
    return tuple(Option(value=value, words=told) for value, told in choices.items())


def _suggested(name: str, ledger: Ledger) -> tuple[Option, ...]:
    """Names on record that a field may take; others may be typed."""
    if name == "source":
        return _plainly(sorted(ledger.voices_named))
    if name in ("side_group", "side", "speaks_for", "perpetrator"):
        return _plainly(_names_of_sides(ledger, name))
    return ()


def _names_of_sides(ledger: Ledger, name: str) -> Sequence[str]:
    told = {spot.side for spot, _ in ledger.book.spots()}
    if name != "side_group":
        values = (claim.value for claim in ledger.book.claims.values())
        told = {side for value in values if (side := getattr(value, "side", None))}
    return sorted(told)


def _plainly(names: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(value=name, words=name) for name in names)


def plain(value: object) -> str:
    """A value as it stands in a form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def changes_of(entered: Mapping[str, str]) -> dict[str, Any]:
    """The claim fields of a form as they go to validation: an empty field says that the report does not tell it."""
    told = {name: entered[name].strip() for name in CLAIM_FIELDS if name in entered}
    return {name: value or None for name, value in told.items() if value or name not in _CHOICES}
