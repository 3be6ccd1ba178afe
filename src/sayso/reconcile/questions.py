"""Questions worth asking of a set of reports: shown as questions, with the words that raise them, never as verdicts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from sayso.claims.casualty import BOTH
from sayso.expression import Expression
from sayso.model import Document, Evidence
from sayso.reconcile.announcements import Announcement
from sayso.reconcile.book import Book
from sayso.reconcile.disputes import disputes
from sayso.reconcile.timeline import timeline, voice_name

QuestionKind = Literal["falls", "variant", "transposed", "other_source", "other_meaning"]

#: A number with the noun it counts; a number that only names ("No. 16").
_COUNTED = Expression(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]\d) ([a-z]{3,})")
_NAMED = Expression(r"\b(?:No|no|Nos|nos|N|number|Number)\.? ?(\d+)\b|№ ?(\d+)")
_ALIKE = {"flats": "apartments", "flat": "apartments", "apartment": "apartments", "homes": "houses", "home": "houses"}
#: A count and a number that only names stand within so many characters of each other.
_NEAR = 200
#: So many figures of others are tried as parts of a total.
_MOST_PARTS = 40
#: Reports further apart than this do not speak of the same damage.
_PARALLEL_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that figures raise, and the words that raise it."""

    kind: QuestionKind
    text: str
    evidence: tuple[Evidence, ...]
    #: Identifiers of the claims it is about; empty where it is about other numbers.
    claims: tuple[str, ...] = ()


def questions(book: Book) -> tuple[Question, ...]:
    """Every question, by kind and then by the words that raise it."""
    found = (
        *_falling(book),
        *_told_twice(book),
        *_transposed(book),
        *_other_sources(book),
        *_totals_of_a_side(book),
        *_other_meanings([record.document for record in book.records]),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda question: (question.kind, question.evidence, question.text)))


def _about(kind: QuestionKind, text: str, told: Sequence[Announcement]) -> Question:
    return Question(
        kind=kind,
        text=text,
        evidence=tuple(one.lead.evidence[0] for one in told),
        claims=tuple(one.lead.id for one in told),
    )


def _falling(book: Book) -> Iterator[Question]:
    """A cumulative figure that falls."""
    for series in timeline(book):
        totals = [p for p in series.points if p.scope == "running_total" and p.low is not None and p.high is not None]
        totals = [point for point in totals if point.claim.id not in book.shelf.wholes]
        for earlier, later in pairwise(totals):
            if later.claim.source is not None and (later.low or 0) < (earlier.low or 0) and later.day > earlier.day:
                told = [book.telling[point.claim.id] for point in (earlier, later)]
                text = (
                    f"{series.voice} gave {earlier.low} on {earlier.day} and {later.low} on {later.day}: "
                    "was the count corrected, or is it of something else?"
                )
                yield _about("falls", text, told)


def _told_twice(book: Book) -> Iterator[Question]:
    """One announcement given with two numbers."""
    for dispute in disputes(book):
        if dispute.kind == "variant":
            told = [book.telling[claim.id] for claim in (dispute.one[0], dispute.other[0])]
            text = f"Is it one announcement that is given as {told[0].number} and as {told[1].number}?"
            yield _about("variant", text, told)


def _transposed(book: Book) -> Iterator[Question]:
    """Two figures for one cell and day that differ by two neighbouring digits changed about."""
    for _, found in book.spots():
        days: dict[object, list[Announcement]] = defaultdict(list)
        for one in found:
            if one.number and one.number > 9 and one.day:
                days[one.day].append(one)
        for together in days.values():
            for one, other in combinations(sorted(together, key=lambda one: (one.number or 0, one.lead.id)), 2):
                if digits_transposed(one.number or 0, other.number or 0) and not one.documents() & other.documents():
                    text = f"Are {one.number} and {other.number} one figure with two digits changed about?"
                    yield _about("transposed", text, (one, other))


def digits_transposed(one: int, other: int) -> bool:
    """True for two numbers that differ by two neighbouring digits changed about."""
    a, b = str(one), str(other)
    if len(a) != len(b) or a == b:
        return False
    apart = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def _other_sources(book: Book) -> Iterator[Question]:
    """A figure that one report gives to a source which elsewhere gives another, while it is on record as a third's."""
    for _, found in book.spots():
        days: dict[object, list[Announcement]] = defaultdict(list)
        for one in found:
            if one.number and one.day and one.lead.source is not None and one.value.scope == "running_total":
                days[one.day].append(one)
        for together in days.values():
            yield from _misplaced(together)


def _totals_of_a_side(book: Book) -> Iterator[Question]:
    """A total over both sides that one report gives to a side's voice, of which others know only a part.

    The rest must be on record as figures of others, so that the total may be the report's own sum.
    """
    days: dict[tuple[object, ...], list[Announcement]] = defaultdict(list)
    for spot, found in book.spots():
        for one in found:
            if one.number and one.day and one.value.scope != "increment":
                days[spot.conflict, spot.effect, one.day].append(one)
    for together in days.values():
        totals = [one for one in together if one.value.side_group == BOTH and _speaks_for_a_side(one)]
        for total in totals:
            yield from _only_a_part(total, together)


def _speaks_for_a_side(one: Announcement) -> bool:
    return one.lead.source is not None and one.lead.source.speaks_for is not None and len(one.documents()) == 1


def _only_a_part(total: Announcement, together: Sequence[Announcement]) -> Iterator[Question]:
    number = total.number or 0
    elsewhere = [one for one in together if not one.documents() & total.documents()]
    if any(one.voice == total.voice and one.number == number for one in elsewhere):
        return
    others = [one for one in together if one.voice != total.voice and one.value.side_group != BOTH]
    for part in (one for one in elsewhere if one.voice == total.voice and number / 2 <= (one.number or 0) < number):
        rest = _making(number - (part.number or 0), part, others)
        if rest:
            text = (
                f"One report gives the total of {number} to {voice_name([total])}, which elsewhere gives "
                f"{part.number}: is it that report's own sum, {' + '.join(str(one.number) for one in (part, *rest))}?"
            )
            yield _about("other_source", text, (total, part, *rest))
            return


def _making(rest: int, part: Announcement, others: Sequence[Announcement]) -> tuple[Announcement, ...]:
    """One figure, or two of different cells, that make the rest; empty where none do."""
    apart = [one for one in others if _cell_of(one) != _cell_of(part)]
    ordered = sorted(apart, key=lambda one: (one.number or 0, one.lead.id))
    choices = [*((one,) for one in ordered), *combinations(ordered[:_MOST_PARTS], 2)]
    fitting = (chosen for chosen in choices if sum(one.number or 0 for one in chosen) == rest)
    return next((chosen for chosen in fitting if len({_cell_of(one) for one in chosen}) == len(chosen)), ())


def _cell_of(one: Announcement) -> tuple[str, str]:
    return one.value.side_group, one.value.group


def _misplaced(together: Sequence[Announcement]) -> Iterator[Question]:
    for one in together:
        elsewhere = [o for o in together if not o.documents() & one.documents()]
        usual = [o for o in elsewhere if o.voice == one.voice and o.number != one.number]
        owner = [o for o in elsewhere if o.voice != one.voice and o.number == one.number]
        if len(one.documents()) == 1 and usual and owner:
            text = (
                f"One report gives {one.number} to {voice_name([one])}, which elsewhere gives {usual[0].number}; "
                f"elsewhere {one.number} is the figure of {voice_name([owner[0]])}. Whose is it?"
            )
            yield _about("other_source", text, (one, usual[0], owner[0]))


def _other_meanings(documents: Iterable[Document]) -> Iterator[Question]:
    """A count in one report that is the sum of a count and of a number that only names something in a parallel one."""
    counted: dict[tuple[str, int], list[tuple[Document, Evidence]]] = defaultdict(list)
    pairs: list[tuple[Document, str, Evidence, Evidence]] = []
    for document in documents:
        names = [document.evidence(match.start(), match.end()) for match in _NAMED.finditer(document.text)]
        for match in _COUNTED.finditer(document.text):
            noun, evidence = _noun(match[2]), document.evidence(match.start(), match.end())
            counted[noun, _number(match[1])].append((document, evidence))
            pairs.extend((document, noun, evidence, name) for name in _near(evidence, names))
    for document, noun, count, name in pairs:
        first, second = _number(count.exact.split(" ")[0]), _number(name.exact)
        for other, evidence in counted.get((noun, first + second), ()):
            if other.id != document.id and _parallel(document, other):
                text = (
                    f"“{evidence.exact}” in one report; “{count.exact}” and “{name.exact}” in another: "
                    f"was a number that only names something added to a count ({first} + {second})?"
                )
                yield Question(kind="other_meaning", text=text, evidence=(evidence, count, name))


def _near(evidence: Evidence, names: Sequence[Evidence]) -> Sequence[Evidence]:
    first = bisect_left(names, evidence.start - _NEAR, key=lambda name: name.start)
    last = bisect_left(names, evidence.end + _NEAR, key=lambda name: name.start)
    return names[first:last]


def _noun(word: str) -> str:
    return _ALIKE.get(word, word)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _parallel(one: Document, other: Document) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= _PARALLEL_DAYS
