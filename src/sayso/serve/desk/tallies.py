"""The tallies of a conflict as tables: one for each harm and for whose words, a row a side, a column a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.model import Tally
from sayso.reconcile.tally import ALL
from sayso.reconcile.wording import EFFECTS, side_words
from sayso.serve.desk import links, words
from sayso.serve.desk.cards import ClaimCard, claim_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import View, side_order

#: The columns, in order.
_GROUPS = ("combatant", "civilian", "unknown", "all")
_SILENCE_QUOTE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range drawn to a scale: positions in per cent of the widest figure of its table."""

    low: float
    high: float
    best: float | None
    #: And an unknown number more.
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Some words and where they stand."""

    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyCell:
    """One tally: bounds, words for them, and the page that says what they rest on."""

    side: str
    side_words: str
    effect: str
    effect_words: str
    group: str
    group_words: str
    #: True for what sides say of their enemies' losses.
    enemy: bool
    low: int | None
    best: int | None
    high: int | None
    open: bool
    #: The bounds in words; empty where nobody gives a figure.
    words: str
    href: str
    bar: Bar | None
    #: What parties are said not to have told, where it is about these people.
    silences: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """One side; a cell for each group column, None where there is no tally."""

    side: str
    side_words: str
    cells: tuple[TallyCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyTable:
    """One harm, by the words of those it befell and of others, or by their enemies' words."""

    effect: str
    effect_words: str
    enemy: bool
    groups: tuple[str, ...]
    rows: tuple[TallyRow, ...]
    #: The figure at which bars end.
    scale: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCard:
    """A claim in a tally: the bounds that rest on it, or why it was set aside."""

    bounds: tuple[str, ...]
    reason: str
    claim: ClaimCard


def tally_tables(ledger: Ledger, view: View) -> tuple[TallyTable, ...]:
    """Every table of a conflict, deaths first, the enemies' words after the others."""
    found: dict[tuple[str, bool], list[Tally]] = defaultdict(list)
    for one in ledger.tallies(view.policy, view.as_of):
        found[one.effect, one.enemy].append(one)
    order = {effect: n for n, effect in enumerate(EFFECTS)}
    scales = {effect: _scale(t for (e, _), told in found.items() if e == effect for t in told) for effect, _ in found}
    keys = sorted(found, key=lambda key: (order.get(key[0], 99), key[1]))
    groups = tuple(group for group in _GROUPS if any(one.group == group for told in found.values() for one in told))
    return tuple(_table(found[key], groups, scales[key[0]], (ledger, view)) for key in keys)


def _scale(tallies: Iterator[Tally]) -> int:
    return max((bound for one in tallies for bound in (one.low, one.high) if bound is not None), default=0)


def _table(tallies: Sequence[Tally], groups: tuple[str, ...], scale: int, of: tuple[Ledger, View]) -> TallyTable:
    """A table; where one side alone is told of, all sides together are left out: they would say the same again."""
    sides = sorted({one.side for one in tallies}, key=side_order)
    sides = [side for side in sides if side != ALL or len(sides) > 2]
    cells = {(one.side, one.group): tally_cell(one, *of, scale) for one in tallies}
    return TallyTable(
        effect=tallies[0].effect,
        effect_words=EFFECTS[tallies[0].effect],
        enemy=tallies[0].enemy,
        groups=groups,
        rows=tuple(
            TallyRow(side=side, side_words=side_words(side), cells=tuple(cells.get((side, group)) for group in groups))
            for side in sides
        ),
        scale=scale,
    )


def tally_cell(one: Tally, ledger: Ledger, view: View, scale: int) -> TallyCell:
    """One tally as a cell."""
    where = {"side": one.side, "effect": one.effect, "group": one.group, "enemy": one.enemy, **view.parameters()}
    return TallyCell(
        side=one.side,
        side_words=side_words(one.side),
        effect=one.effect,
        effect_words=EFFECTS[one.effect],
        group=one.group,
        group_words=words.GROUPS[one.group],
        enemy=one.enemy,
        low=one.low,
        best=one.best,
        high=one.high,
        open=one.open,
        words=words.tally_bounds(one),
        href=links.to(links.conflict_path(ledger.conflict, "tally"), where),
        bar=_bar(one, scale),
        silences=tuple(_silences(one, ledger.book.claims)),
    )


def _bar(one: Tally, scale: int) -> Bar | None:
    if not scale or (one.low is None and one.high is None):
        return None
    low = one.low if one.low is not None else 0
    high = one.high if one.high is not None else low
    best = None if one.best is None else round(100 * one.best / scale, 2)
    return Bar(low=round(100 * low / scale, 2), high=round(100 * max(low, high) / scale, 2), best=best, open=one.open)


def _silences(one: Tally, claims: Mapping[str, AnyClaim]) -> Iterator[Quote]:
    for claim in one.silences:
        if claim in claims:
            shown = claims[claim].evidence[0]
            yield Quote(words=words.squeezed(shown.exact, _SILENCE_QUOTE), href=links.evidence(shown))


def use_cards(one: Tally, ledger: Ledger) -> tuple[UseCard, ...]:
    """Every claim of a tally's derivation, those that make a bound first."""
    known = [use for use in one.derivation if use.claim in ledger.book.claims]
    ordered = sorted(known, key=lambda use: (not use.bounds, ledger.when(ledger.book.claims[use.claim])))
    return tuple(
        UseCard(bounds=use.bounds, reason=use.reason, claim=claim_card(ledger.book.claims[use.claim], ledger))
        for use in ordered
    )
