"""The judgements inside one report: repeats, parts, sums, denials, conflicts and revisions, mutual blame.

Nothing is decided about what is true; each judgement says which claims or parties stand how to one another, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.claims import AnyClaim, CasualtyClaim
from sayso.model import Attribution, Document, End, Judgement, digest
from sayso.reconcile.context import is_casualty
from sayso.reconcile.near import Page, first_span
from sayso.reconcile.relations_blames import find_blames
from sayso.reconcile.relations_conflicts import find_conflicts
from sayso.reconcile.relations_denials import denial_judgements, find_denials
from sayso.reconcile.relations_repeats import BY, find_repeats
from sayso.reconcile.sums import SumFinding, find_sums


def judge_report(
    document: Document,
    attributions: Sequence[Attribution],
    claims: Sequence[AnyClaim],
    parts: Sequence[tuple[str, str]] = (),
) -> tuple[Judgement, ...]:
    """Every judgement inside one report, in a stable order.

    `parts`: (claim id of the part, claim id of the whole) as the extraction of figures found them.
    """
    page = Page(document)
    mental = {a.id for a in attributions if a.mental}
    figures = [claim for claim in claims if is_casualty(claim) and claim.attribution not in mental]
    figures.sort(key=lambda claim: (first_span(claim).start, first_span(claim).end, claim.id))
    repeats = find_repeats(page, figures, parts)
    wholes = tuple(_part_of(figures, parts))
    denials = find_denials(page, claims, figures, (*repeats, *wholes))
    conflicts = find_conflicts(page, figures, denials, (*repeats, *wholes))
    sums = tuple(_sum(finding) for finding in find_sums(figures, document, (*repeats, *wholes, *conflicts)))
    apart = _without_parts(conflicts, sums)
    return (*repeats, *wholes, *sums, *denial_judgements(denials), *apart, *find_blames(page, claims))


def _without_parts(conflicts: Sequence[Judgement], sums: Sequence[Judgement]) -> Iterator[Judgement]:
    """The conflicts, but those of a total with what makes it."""
    made = {frozenset((*total.subject.claims, part)) for total in sums for part in total.object.claims}
    for judged in conflicts:
        if judged.kind != "conflicts" or frozenset((*judged.subject.claims, *judged.object.claims)) not in made:
            yield judged


def _part_of(figures: Sequence[CasualtyClaim], parts: Sequence[tuple[str, str]]) -> Iterator[Judgement]:
    known = {claim.id for claim in figures}
    for part, whole in parts:
        if part in known and whole in known and part != whole:
            yield Judgement(
                id=digest("part_of", part, whole),
                kind="part_of",
                subject=End(claims=(part,)),
                object=End(claims=(whole,)),
                why={"text": "the report counts the one among the other"},
                by=BY,
            )


def _sum(finding: SumFinding) -> Judgement:
    return Judgement(
        id=digest("sums", finding.total.id, *(part.id for part in finding.parts)),
        kind="sums",
        subject=End(claims=(finding.total.id,), party=finding.total.source),
        object=End(claims=tuple(part.id for part in finding.parts)),
        why={
            "manner": finding.manner,
            "sets": "1 admissible set of figures makes this number"
            if finding.sets == 1
            else f"{finding.sets} admissible sets of figures make this number",
            "chance": f"{finding.nearby_made} of {finding.nearby} numbers nearby can be made as well",
        },
        by=BY,
    )
