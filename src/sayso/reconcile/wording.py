"""Plain sentences for what reconciliation finds: strings only, no layout.

Sentences say who said a figure, never that it is so; a sum is "by arithmetic" or "as the report states", no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.claims import AnyClaim, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN, Posture
from sayso.claims.compare import figure
from sayso.model import Party, Tally, Use
from sayso.reconcile.context import is_casualty, own_voice
from sayso.reconcile.disputes import Dispute
from sayso.reconcile.explain import Explanation, LeftOut, Sum
from sayso.reconcile.parts import Cell, Part

EFFECTS: dict[str, str] = {
    "killed": "killed",
    "injured": "injured",
    "hospitalised": "taken to hospital",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
    "killed_or_injured": "killed or injured",
    "unspecified": "casualties",
}
#: Groups of claims, and "all" of a tally.
GROUPS: dict[str, str] = {
    "combatant": "combatants",
    "civilian": "civilians",
    "mixed": "combatants and civilians",
    "unknown": "people of unknown group",
    "all": "all groups",
}
#: The same of one person.
_ONE_OF = {"combatant": "combatant", "civilian": "civilian", "unknown": "person of unknown group"}
#: What a source's word is worth knowing about it, whichever side is counted.
POSTURES: dict[Posture, str] = {
    "own_loss": "speaks of its own side's loss",
    "enemy_loss": "speaks of its enemy's loss",
    "affiliated": "of one side's camp, not its voice",
    "third_party": "third party",
    "unknown": "the report's own voice, or not known",
}


def side_words(side: str) -> str:
    """A side as a reader knows it."""
    return {BOTH: "both sides", UNKNOWN: "side not told", "all": "all sides"}.get(side, side)


def who(claim: CasualtyClaim) -> str:
    """Who vouches for a claim, and through whom."""
    if own_voice(claim):
        return "the report's own voice"
    source = claim.source.name if claim.source else "a source that could not be resolved"
    return f"{source} via {' and '.join(party.name for party in claim.via)}" if claim.via else source


def victims(cell: Cell, number: int = 0) -> str:
    """Whose dead: "civilians, Northern side"; after the number 1 "civilian, Northern side"."""
    group = _ONE_OF.get(cell.group, GROUPS[cell.group]) if number == 1 else GROUPS[cell.group]
    return f"{group}, {side_words(cell.side)}"


def describe_part(part: Part) -> str:
    """One part of a sum: "31 (combatants, Northern side; the ministry via an agency)"."""
    worth = f"{'at least ' if part.at_least else ''}{part.value:,}"
    if len(part.claims) > 1:
        worth = f"{worth} ({' + '.join(str(claim.value.low or claim.value.high) for claim in part.claims)})"
    sources = " and ".join(dict.fromkeys(who(claim) for claim in part.claims))
    return f"{worth} {victims(part.cell, part.value)}, by {sources}"


def equation(number: int, chosen: Sum) -> str:
    """ "42 = 31 + 11"."""
    return f"{number:,} = {' + '.join(_terms(chosen))}"


def _terms(chosen: Sum) -> Iterator[str]:
    """The figures of a sum; a total with what was added to it and several incidents one by one."""
    for part in chosen.parts:
        if part.how in ("increments", "incidents"):
            yield from (f"{figure(claim.value):,}" for claim in part.claims)
        else:
            yield f"{part.value:,}"


def describe_explanation(explanation: Explanation) -> tuple[str, ...]:
    """The whole finding, one sentence each: the sums, their rivals, what is left out and the total with it."""
    return (*_outcome(explanation), *_weight(explanation), *describe_left_out(explanation))


def _outcome(explanation: Explanation) -> list[str]:
    number = f"{explanation.number:,}"
    printed = [] if explanation.total else [f"No report on record prints {number}."]
    if explanation.outcome == "nothing":
        return [*printed, f"Nothing on record makes {number}{_given(explanation)}."]
    lines = [f"{equation(explanation.number, chosen)}, {_manner(chosen)}." for chosen in explanation.sums]
    if explanation.outcome == "several":
        return [*printed, f"Several sums fit: {explanation.tied:,} rank alike.", *lines]
    return [*printed, *lines, *(f"{describe_part(part)}." for part in explanation.sums[0].parts)]


def _given(explanation: Explanation) -> str:
    sources = [who(claim) for claim in explanation.carriers if claim.source is not None]
    return f"; it is given by {listed(list(dict.fromkeys(sources)))}" if sources else ""


def _manner(chosen: Sum) -> str:
    return "as the report states" if chosen.manner == "stated" else "by arithmetic; no report says so"


def _weight(explanation: Explanation) -> list[str]:
    if explanation.outcome == "nothing":
        return []
    rivals = explanation.sets - 1
    others = {0: "No other set", 1: "One other set"}.get(rivals, f"{rivals:,} other sets")
    share = f"{explanation.nearby_made} of the {explanation.nearby} integers within a fifth of it can be made as well"
    if explanation.capped:
        others = f"At least {rivals:,} other sets"
        rivals = 2
    return [f"{others} of figures on record {'make' if rivals > 1 else 'makes'} it; {share}."]


def describe_left_out(explanation: Explanation) -> tuple[str, ...]:
    """What the sum leaves out and the total with it, as a range where overlap is unknown, with the reason."""
    return tuple(_left_out(entry) for entry in explanation.left_out)


def _left_out(entry: LeftOut) -> str:
    figures = " or ".join(describe_part(part) for part in entry.figures)
    total = _range(entry.total_low, entry.total_high)
    if not entry.overlaps:
        return f"It leaves out {figures}; with these it would be {total}."
    counted = " and ".join(f"the {_plainly(part)}" for part in entry.overlaps)
    return f"It leaves out {figures}, who may be among {counted}; with these it would be {total}."


def _plainly(part: Part) -> str:
    return f"{part.value:,} {victims(part.cell, part.value)}"


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def describe_tally(tally: Tally, claims: Mapping[str, AnyClaim]) -> tuple[str, ...]:
    """A sentence for each bound of a tally and for what it leaves open; `claims` by identifier."""
    whose = f"{side_words(tally.side)}, {GROUPS[tally.group]} {EFFECTS.get(tally.effect, tally.effect)}"
    told = "as its enemies tell it" if tally.enemy else f"by the policy `{tally.policy}`"
    lines = [f"{whose[:1].upper()}{whose[1:]}, {told}:"]
    most = "the figures given reach" if tally.open else "at most"
    for bound, words, number in (
        ("low", "at least", tally.low),
        ("best", "best", tally.best),
        ("high", most, tally.high),
    ):
        if number is not None:
            lines.append(f"{words} {number:,}: {_makers(tally, bound, claims)}.")
    if tally.open:
        lines.append(f"and an unknown number more: {_makers(tally, 'open', claims)}.")
    if tally.low is None and tally.high is None and not tally.open:
        lines.append("nobody gives a figure.")
    lines.extend(f"a silence: “{_shown(claims[claim])}”" for claim in tally.silences if claim in claims)
    return tuple(lines)


def _makers(tally: Tally, bound: str, claims: Mapping[str, AnyClaim]) -> str:
    makers = [claims[use.claim] for use in tally.derivation if bound in use.bounds and use.claim in claims]
    return " + ".join(_figure(claim) for claim in makers if is_casualty(claim)) or "no claim decides it"


def _figure(claim: CasualtyClaim) -> str:
    return f"{bounds_words(claim)} by {who(claim)}"


def bounds_words(claim: CasualtyClaim) -> str:
    """The number of a claim as people say it."""
    value = claim.value
    return between(value.low, value.high, about=value.modality == "about")


def between(low: int | None, high: int | None, *, about: bool = False) -> str:
    """Bounds as people say them: "31", "at least 11", "up to 20", "10 to 15", "about 20", "an unknown number"."""
    if low is None:
        return "an unknown number" if high is None else f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{'about ' if about else ''}{_range(low, high)}"


def describe_dispute(dispute: Dispute) -> str:
    """Who contradicts whom, in one sentence."""
    one, other = _end(dispute.one, dispute.party), _end(dispute.other, dispute.other_party)
    if dispute.kind == "denial":
        return f"{one} denies {other if dispute.other else f'what {other} said'}."
    if dispute.kind == "blame":
        return f"{one} blames {other}."
    if dispute.kind == "variant":
        return f"One announcement may be told as {one} and as {other}."
    return f"{one} and {other} cannot both hold."


def _end(figures: Sequence[CasualtyClaim], party: Party | None) -> str:
    if not figures:
        return party.name if party else "someone not named"
    cell = figures[0].value
    whose = f"{EFFECTS[cell.effect]}, {GROUPS[cell.group]}, {side_words(cell.side)}"
    return f"{listed([_figure(claim) for claim in figures])} ({whose})"


def describe_use(use: Use) -> str:
    """What became of a claim in a tally."""
    return f"{use.reason} ({', '.join(use.bounds)})" if use.bounds else f"set aside: {use.reason}"


def _shown(claim: AnyClaim) -> str:
    return " ".join(claim.evidence[0].exact.split())


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
