"""Numbers near a victim word that gave no claim, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.casualties import lexicon
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.number_kinds import Kind
from sayso.extract.numbers import Number
from sayso.model import Document, Unused

_NEAR: Final = 6
_VICTIM_WORDS: Final = (
    lexicon.PLURAL.keys()
    | lexicon.TRANSITIVE.keys()
    | lexicon.HARM_NOUNS.keys()
    | lexicon.INTRANSITIVE.keys()
    | lexicon.ADJECTIVES.keys()
)
_REASONS: Final[Mapping[Kind, str]] = {
    "percent": "a percentage",
    "money": "an amount of money",
    "measure": "a measure",
    "duration": "a span of time",
    "date": "a date",
    "time": "a time of day",
    "age": "an age",
    "ordinal": "an ordinal",
    "label": "part of a name or label",
    "share": "a share or rate",
}


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the numbers that figures were read from: offsets that claims cite, and why others fell."""

    used: Sequence[tuple[int, int]]
    #: Start of a number -> the reason why its figure gave no claim.
    dropped: Mapping[int, str]


def passed_over(
    document: Document, words: Words, numbers: Sequence[Number], groups: Sequence[NounGroup], fates: Fates
) -> Iterator[Unused]:
    """Every number near a victim word that no claim cites, with the reason."""
    by_number = {group.number[0]: group for group in groups if group.number is not None}
    spoken = _victim_words(words)
    cited = bytearray(len(document.text))
    for start, end in fates.used:
        cited[start:end] = b"\x01" * (end - start)
    for number in numbers:
        if any(cited[number.start : number.end]):
            continue
        at = words.at(number.core_start)
        if not any(k in spoken for k in range(at - _NEAR, at + _NEAR + 1)):
            continue
        group = by_number.get(number.start)
        if number.start not in fates.dropped and _is_idle(number, group):
            continue
        reason = fates.dropped.get(number.start) or _reason(number, group)
        yield Unused(evidence=document.evidence(number.start, number.end), reason=reason)


def _victim_words(words: Words) -> frozenset[int]:
    """Indexes of the tokens that name people or harm."""
    return frozenset(k for k, token in enumerate(words.tokens) if token.lower in _VICTIM_WORDS)


def _is_idle(number: Number, group: NounGroup | None) -> bool:
    """True for "several posts", "no basis": words that are no numerals and count no people."""
    if number.kind != "count" or (number.modality != "vague" and number.low != 0):
        return False
    return group is None or group.bare or group.thing or group.unknown_head


def _reason(number: Number, group: NounGroup | None) -> str:
    if number.kind != "count":
        return _REASONS[number.kind]
    if group is None or group.bare:
        return "no harm is told of it"
    if group.thing or group.unknown_head:
        return "counts no people"
    return "no harm is told of these people"
