"""What to draw of a book: figures over time, tallies, disputes and incidents, as charts of plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import figure
from sayso.model import Incident, Tally
from sayso.reconcile.book import Book
from sayso.reconcile.context import is_casualty
from sayso.reconcile.disputes import Dispute, disputes
from sayso.reconcile.questions import questions
from sayso.reconcile.tally import ALL, TallyOptions, silences, tally
from sayso.reconcile.timeline import Point, Series, timeline
from sayso.reconcile.wording import (
    EFFECTS,
    GROUPS,
    POSTURES,
    between,
    bounds_words,
    describe_dispute,
    listed,
    side_words,
    who,
)
from sayso.serve.plots.model import TONES, Bar, Chart, Line, Mark, Ref, Row, RowPanel, TimePanel, Tone

Item = TypeVar("Item")

#: More than these make no picture; the tables have them all.
_MOST_GRID_ROWS = 8
_MOST_TALLIES = 80
_MOST_ROWS = 40
ORDER = "Sides stand in alphabetical order. Colours and shapes tell who speaks, not which side."
_LAST_SIDES = (BOTH, UNKNOWN, ALL)


def side_order(side: str) -> tuple[int, str]:
    """Sides by their names, then both sides, those not told and all."""
    return (_LAST_SIDES.index(side) + 1 if side in _LAST_SIDES else 0, side)


def _legend(tones: Iterable[Tone], words: Mapping[Tone, str] = POSTURES) -> tuple[tuple[Tone, str], ...]:
    present = set(tones)
    return tuple((tone, words[tone]) for tone in TONES if tone in present)


def _sample(book: Book) -> bool:
    return any(record.document.sample for record in book.records)


def _first(found: Sequence[Item], most: int, what: str) -> tuple[Sequence[Item], tuple[str, ...]]:
    """The first of them, and a note on how many more there are."""
    more = len(found) - most
    return found[:most], (f"{more:,} more {what} stand in the table, not in this picture.",) if more > 0 else ()


def _conflict_words(conflict: str, book: Book) -> str:
    """The dossier, where the book holds more than one."""
    return f"{conflict or 'no dossier'}: " if len({record.conflict for record in book.records}) > 1 else ""


# ---------------------------------------------------------------- figures over time


def timeline_chart(book: Book) -> Chart:
    """Each voice's figures over time: a row of panels for each harm and group, a column for each side.

    Totals over both sides and figures whose side is not told stand in rows of their own.
    """
    rows: dict[_GridRow, list[Series]] = defaultdict(list)
    for one in timeline(book):
        if one.points:
            rows[_GridRow(one.conflict or "", one.side in _LAST_SIDES, one.effect, one.group)].append(one)
    fullest = sorted(rows, key=lambda key: (not _any_denied(rows[key]), -_numbers_told(rows[key]), key))
    chosen, left_out = _first(fullest, _MOST_GRID_ROWS, "kinds of figures")
    grid = _Grid(book, rows, frozenset((conflict or "", side) for conflict, side in silences(book.records)))
    panels = tuple(panel for n, key in enumerate(sorted(chosen, key=_GridRow.order)) for panel in grid.panels(n, key))
    return Chart(
        title="Figures over time, by who gives them",
        panels=panels,
        legend=_legend(line.tone for panel in panels for line in panel.lines),
        notes=(ORDER, *left_out),
        sample=_sample(book),
    )


def _any_denied(series: Sequence[Series]) -> bool:
    return any(point.denied_by for one in series for point in one.points)


def _numbers_told(series: Sequence[Series]) -> int:
    return sum(point.low is not None or point.high is not None for one in series for point in one.points)


class _GridRow(NamedTuple):
    conflict: str
    #: Of totals over both sides and of figures whose side is not told.
    whole: bool
    effect: str
    group: str

    def order(self) -> tuple[str, int, int, bool]:
        return (self.conflict, list(EFFECTS).index(self.effect), list(GROUPS).index(self.group), self.whole)


@dataclass(frozen=True, slots=True)
class _Grid:
    book: Book
    rows: Mapping[_GridRow, Sequence[Series]]
    #: (dossier, side) of those who have not told their military losses.
    silent: frozenset[tuple[str, str]]

    def panels(self, row: int, key: _GridRow) -> Iterator[TimePanel]:
        """The panels of one row; a side of which this harm is not told has an empty one that says so."""
        told: dict[str, list[Series]] = defaultdict(list)
        for one in self.rows[key]:
            told[one.side].append(one)
        what = f"{GROUPS[key.group]} {EFFECTS[key.effect]}"
        for column, side in enumerate(sorted(told if key.whole else self._sides(key.conflict), key=side_order)):
            yield TimePanel(
                title=_opened(side, f": {what}", _conflict_words(key.conflict, self.book)),
                row=row,
                column=column,
                lines=tuple(_line(one, self.book) for one in sorted(told.get(side, ()), key=_line_order)),
                note=self._note(key, side) if side not in told else "",
            )

    def _sides(self, conflict: str) -> set[str]:
        named = (told for key, told in self.rows.items() if key.conflict == conflict and not key.whole)
        return {one.side for told in named for one in told}

    def _note(self, key: _GridRow, side: str) -> str:
        military = (key.effect, key.group) == ("killed", "combatant")
        if military and (key.conflict, side) in self.silent:
            return "no figure on record; has not told its military losses"
        return "no figure on record"


def _opened(side: str, what: str, conflict: str) -> str:
    """A title, which begins with a capital letter; the names of conflicts stand as they are."""
    words = side_words(side)
    return f"{conflict}{words}{what}" if conflict else f"{words[:1].upper()}{words[1:]}{what}"


def _line_order(one: Series) -> tuple[int, int, str]:
    """By who speaks before all else, so that no side's name decides what is drawn first."""
    return TONES.index(one.posture), -len(one.points), one.voice


def _line(one: Series, book: Book) -> Line:
    return Line(label=one.voice, tone=one.posture, marks=tuple(_mark(one, point, book) for point in one.points))


def _mark(one: Series, point: Point, book: Book) -> Mark:
    added = point.scope == "increment"
    number = _short(point.low, point.high)
    return Mark(
        day=point.day,
        low=point.low,
        high=point.high,
        label=f"+{number}" if added else number,
        title=_point_words(one, point),
        ref=Ref("claim", point.claim.id),
        open=point.low is not None and point.high is None,
        apart=added or point.scope == "incident" or point.claim.id in book.shelf.wholes,
        revised=bool(point.revised_by),
        falls=any(_falls(old, point, book) for old in point.revises),
        denied_by=point.denied_by,
    )


def _falls(old: str, point: Point, book: Book) -> bool:
    claim = book.shelf.by_id.get(old)
    earlier = figure(claim.value) if claim is not None else None
    return earlier is not None and point.low is not None and point.low < earlier


def _short(low: int | None, high: int | None) -> str:
    """Bounds as they stand beside a mark: "31", "≥ 11", "≤ 20", "10–15", "?"."""
    if low is None:
        return "?" if high is None else f"≤ {high:,}"
    return f"≥ {low:,}" if high is None else f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _point_words(one: Series, point: Point) -> str:
    whose = f"{GROUPS[one.group]} {EFFECTS[one.effect]}, {side_words(one.side)}"
    more = "added: " if point.scope == "increment" else ""
    words = [f"{more}{between(point.low, point.high)}, {whose}, by {who(point.claim)}, {point.day.isoformat()}"]
    if point.revised_by:
        words.append("revised later by the same voice")
    if point.denied_by:
        words.append(f"denied by {listed(point.denied_by)}")
    words.append(f"told by {listed(point.told_by)}")
    return "; ".join(words)


# ---------------------------------------------------------------- tallies


def tally_chart(book: Book, options: TallyOptions) -> Chart:
    """Low, best and high of each side and group under one policy; what enemies say stands apart."""
    found = [one for one in tally(book, options) if not (one.enemy and one.side == ALL)]
    found = sorted((one for one in found if not _same_as_its_group(one, found)), key=_tally_order)
    shown, left_out = _first(found, _MOST_TALLIES, "tallies")
    tone = _tally_tone(options.policy)
    panels: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in shown:
        panels[one.conflict or "", one.effect].append(_tally_row(one, tone))
    as_of = f", as of {options.as_of.isoformat()}" if options.as_of else ""
    words = {**POSTURES, tone: _POLICY_WORDS[options.policy], "enemy_loss": "what its enemies say"}
    return Chart(
        title=f"Least and most on record by the policy “{options.policy}”{as_of}",
        panels=tuple(
            RowPanel(title=f"{_conflict_words(conflict, book)}{EFFECTS[effect]}", axis="number", rows=tuple(rows))
            for (conflict, effect), rows in panels.items()
        ),
        legend=_legend((bar.tone for rows in panels.values() for row in rows for bar in row.bars), words),
        notes=(ORDER, *left_out),
        sample=_sample(book),
    )


def _same_as_its_group(one: Tally, found: Sequence[Tally]) -> bool:
    """True for all groups of a side where only one of them is told of: it would say the same twice."""
    if one.group != ALL:
        return False
    groups = [other for other in found if other.group != ALL and _cell(other) == _cell(one)]
    return len(groups) == 1 and (groups[0].low, groups[0].high) == (one.low, one.high)


def _cell(one: Tally) -> tuple[object, ...]:
    return one.conflict, one.side, one.effect, one.enemy


_POLICY_WORDS = {
    "own": "each side's own voice on its losses",
    "range": "independent sources on the whole",
    "acled": "lowest figure while sources differ",
    "ucdp": "low, best and high over all but enemies",
    "independent": "third parties only",
}


def _tally_tone(policy: str) -> Tone:
    tones: Mapping[str, Tone] = {"own": "own_loss", "independent": "third_party"}
    return tones.get(policy, "unknown")


def _tally_order(one: Tally) -> tuple[object, ...]:
    effect, group = list(EFFECTS).index(one.effect), list(GROUPS).index(one.group)
    return (one.conflict or "", effect, side_order(one.side), group, one.enemy)


def _tally_row(one: Tally, tone: Tone) -> Row:
    apart = ", as its enemies tell it" if one.enemy else ""
    label = f"{side_words(one.side)}, {GROUPS[one.group]}{apart}"
    if one.low is None and one.high is None:
        words = "an unknown number" if one.open else "no figure"
        return Row(label=label, note=f"{words}; its side has not told" if one.silences else words)
    low, high = one.low if one.low is not None else 0, one.high if one.high is not None else one.low or 0
    bar = Bar(
        low=low,
        best=one.best,
        high=high,
        open=one.open,
        tone="enemy_loss" if one.enemy else tone,
        label=_short(one.low, one.high) + (" and more" if one.open else ""),
        title=f"{label}: {between(one.low, one.high)}{', and an unknown number more' if one.open else ''}",
        ref=Ref("tally", "|".join((one.side, one.effect, one.group, "enemy" if one.enemy else ""))),
    )
    return Row(label=label, bars=(bar,), note="its side has not told its military losses" if one.silences else "")


# ---------------------------------------------------------------- disputes

_DISPUTES = {
    "conflict": "Figures that cannot both hold",
    "variant": "Perhaps one announcement, told with two numbers",
    "denial": "Denials",
    "blame": "Who blames whom",
}


def dispute_chart(book: Book) -> Chart:
    """Who contradicts whom: both figures on one axis, or the statement in words where there is none."""
    shown, left_out = _first(disputes(book), _MOST_ROWS, "disputes")
    kinds = {kind: [*_dispute_rows([one for one in shown if one.kind == kind])] for kind in _DISPUTES}
    return Chart(
        title="Who contradicts whom",
        panels=(
            *(
                RowPanel(title=title, axis="number", rows=tuple(kinds[kind]))
                for kind, title in _DISPUTES.items()
                if kinds[kind]
            ),
            *_asked(book),
        ),
        legend=_legend(bar.tone for rows in kinds.values() for row in rows for bar in row.bars),
        notes=("Nothing here says who is right.", *left_out),
        sample=_sample(book),
    )


def _asked(book: Book) -> Iterator[RowPanel]:
    """The questions that figures raise, each with the first report whose words raise it."""
    rows = tuple(
        Row(label=book.shelf.documents[question.evidence[0].document].name, note=question.text)
        for question in questions(book)[:_MOST_ROWS]
    )
    if rows:
        yield RowPanel(title="Questions worth asking", axis="number", rows=rows)


def _dispute_rows(found: Sequence[Dispute]) -> Iterator[Row]:
    """A row for each dispute about figures, and one for each statement without, however often it was made."""
    said: dict[str, list[Dispute]] = defaultdict(list)
    for one in found:
        if any(figure(claim.value) is not None for claim in (*one.one, *one.other)):
            yield _figures_row(one)
        else:
            said[describe_dispute(one)].append(one)
    for words, alike in said.items():
        days = sorted({one.day.isoformat() for one in alike if one.day})
        when = "no date" if not days else days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
        yield Row(label=when, note=f"{words} ({len(alike)} times)" if len(alike) > 1 else words)


def _figures_row(one: Dispute) -> Row:
    figures = [claim for claim in (*one.one, *one.other) if figure(claim.value) is not None]
    value, day = figures[0].value, one.day.isoformat() if one.day else "no date"
    return Row(
        label=f"{day}, {side_words(value.side_group)}, {GROUPS[value.group]} {EFFECTS[value.effect]}",
        bars=tuple(_figure_bar(claim) for claim in figures),
        note=describe_dispute(one) if one.kind in ("denial", "blame") else "",
        joined=len(figures) > 1,
    )


def _figure_bar(claim: CasualtyClaim) -> Bar:
    value, number = claim.value, figure(claim.value) or 0
    return Bar(
        low=number,
        high=value.high if value.high is not None else number,
        open=value.high is None,
        tone=value.posture,
        label=f"{_short(value.low, value.high)} {claim.source.name if claim.source else who(claim)}",
        title=f"{bounds_words(claim)} by {who(claim)}: “{' '.join(claim.evidence[0].exact.split())}”",
        ref=Ref("claim", claim.id),
    )


# ---------------------------------------------------------------- incidents


def incident_chart(book: Book) -> Chart:
    """When and where harm was placed and dated, and which figures are given for it."""
    found = sorted(book.incidents, key=lambda one: (one.start is None, one.start, one.place or "", one.id))
    shown, left_out = _first(found, _MOST_ROWS, "incidents")
    rows = tuple(_incident_row(one, book) for one in shown)
    return Chart(
        title="Harm that reports place and date",
        panels=(RowPanel(title="", axis="day", rows=rows),) if rows else (),
        notes=("One bar an incident, over the days that reports give for it.", *left_out),
        sample=_sample(book),
    )


def _incident_row(one: Incident, book: Book) -> Row:
    label = one.place or "place not told"
    told = [claim for identifier in one.claims if is_casualty(claim := book.claims[identifier])]
    words = f"{_harms(told)}; {len(told)} claim{'s' if len(told) != 1 else ''}"
    if one.start is None:
        return Row(label=label, note=words)
    end = one.end or one.start
    days = one.start.isoformat() if end == one.start else f"{one.start.isoformat()} to {end.isoformat()}"
    bar = Bar(
        low=one.start.toordinal(),
        high=end.toordinal(),
        tone="unknown",
        label=words,
        title=f"{label}, {days}: {words}; named: {listed(one.parties) or 'nobody'}",
        ref=Ref("incident", one.id),
    )
    return Row(label=label, bars=(bar,))


def _harms(told: Sequence[CasualtyClaim]) -> str:
    """The least and most given for each harm: "4 to 6 killed, 11 injured"."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for claim in told:
        number = figure(claim.value)
        if number is not None and claim.polarity == "affirm":
            numbers[claim.value.effect].append(number)
    words = [f"{between(min(n), max(n))} {EFFECTS[effect]}" for effect, n in sorted(numbers.items(), key=_by_effect)]
    return ", ".join(words) or "no number given"


def _by_effect(item: tuple[str, list[int]]) -> int:
    return list(EFFECTS).index(item[0])
