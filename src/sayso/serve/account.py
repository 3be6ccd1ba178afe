"""The default output: an account of one report that a person can read, with the derivation of its headline figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.claims import AnyClaim, CasualtyClaim, ReportRecord
from sayso.claims.casualty import BOTH, UNKNOWN, Casualty
from sayso.claims.statement import Silence
from sayso.model import Document, End, Evidence, Judgement
from sayso.reconcile.wording import EFFECTS, POSTURES, between, side_words, who
from sayso.serve.explaining import headline_lines
from sayso.serve.figures import Figure, figures

#: Longer evidence is shortened in the middle of a line; the record always has all of it.
_LONGEST_QUOTE = 110

_RELATION_WORDS = {"denies": "denies", "revises": "revises", "blames": "blames"}


def account(record: ReportRecord) -> str:
    """The account of one report as text, ending without a newline."""
    blocks = (
        _heading(record),
        _block("FIGURES", _figure_lines(record)),
        _block("HOW THE TOTAL COMES ABOUT", headline_lines(record)),
        _block("DENIED, DISPUTED, BLAMED", _relation_lines(record)),
        _block("NOT SAID", _silence_lines(record)),
        _block("LEFT OPEN", _open_lines(record)),
        _block("NUMBERS PASSED OVER", [f"{_quoted(unused.evidence)}: {unused.reason}" for unused in record.unused]),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(title: str, lines: Sequence[str]) -> str:
    return "\n".join((title, *(f"  {line}" for line in lines))) if lines else ""


def _heading(record: ReportRecord) -> str:
    document = record.document
    facts = [document.publisher, _published(document), f"dossier {record.conflict}" if record.conflict else None]
    lines = [document.title or document.name, " · ".join(fact for fact in facts if fact)]
    if document.sample:
        lines.append("SAMPLE TEXT, written to test software: no source about the world")
    return "\n".join((*lines, *(f"Note: {note}" for note in record.notes)))


def _published(document: Document) -> str:
    if document.published is None:
        return "date unknown"
    basis = {"given": "", "metadata": "", "text": " (by its dateline)", None: ""}[document.published_basis]
    return f"{document.published.isoformat()}{basis}"


def _figure_lines(record: ReportRecord) -> list[str]:
    lines = [line for figure in figures(record) for line in _one_figure(figure)]
    return lines or ["no casualty figure found"]


def _one_figure(figure: Figure) -> Iterator[str]:
    lead = figure.lead
    posture = POSTURES[lead.value.posture] if lead.value.posture != "unknown" else None
    told = f" (told {len(figure.repeats) + 1} times)" if figure.repeats else ""
    yield f"{amount(figure):>16} {EFFECTS[lead.value.effect]} · {_whose(lead)}"
    yield f"{'':>17}{said_by(lead)}{f' · {posture}' if posture else ''}"
    yield f"{'':>17}{_quoted(lead.evidence[0])}{told}"


def amount(figure: Figure) -> str:
    """The figure's bounds in words: "31", "at least 11", "10 to 15", "2 (1 + 1)"."""
    low, high, value = figure.low, figure.high, figure.lead.value
    if len(figure.claims) > 1:
        return f"{low} ({' + '.join(str(claim.value.low) for claim in figure.claims)})"
    return between(low, high, about=value.modality == "about")


def _whose(claim: CasualtyClaim) -> str:
    value = claim.value
    side = side_words(value.side)
    grouped = f" ({value.side_group})" if value.side_group not in (value.side, BOTH, UNKNOWN) else ""
    basis = ", inferred" if value.side_basis == "inferred" and value.side != BOTH else ""
    group = {"combatant": ", combatants", "civilian": ", civilians", "mixed": ", combatants and civilians"}
    return f"{side}{grouped}{group.get(value.group, '')}{basis}"


def said_by(claim: CasualtyClaim) -> str:
    """Who vouches for it, through whom, when."""
    unclear = f" ({claim.unresolved['source']})" if "source" in claim.unresolved else ""
    when = f", said {claim.said_on.isoformat()}" if claim.said_on else ""
    doubt = " · not certain" if claim.certainty == "possible" else ""
    denied = " · a denial" if claim.polarity == "deny" else ""
    past = " · background" if claim.background else ""
    return f"{who(claim)}{unclear}{when}{doubt}{denied}{past}"


def _relation_lines(record: ReportRecord) -> list[str]:
    claims = {claim.id: claim for claim in record.claims}
    kinds = {*_RELATION_WORDS, "conflicts"}
    return [_relation(j, claims) for j in record.judgements if j.kind in kinds and j.stands]


def _relation(judgement: Judgement, claims: dict[str, AnyClaim]) -> str:
    subject, target = (_end(end, claims) for end in (judgement.subject, judgement.object))
    shown = f": {_quoted(judgement.evidence[0])}" if judgement.evidence else ""
    if judgement.kind == "conflicts":
        return f"cannot both hold: {subject} / {target}{shown}"
    if judgement.kind == "denies":
        subject = _speaker(judgement.subject, claims)
        target = target if judgement.object.claims else f"what {target} said"
    return f"{subject} {_RELATION_WORDS[judgement.kind]} {target}{shown}"


def _end(end: End, claims: dict[str, AnyClaim]) -> str:
    casualty = next((claims[i] for i in end.claims if i in claims and isinstance(claims[i].value, Casualty)), None)
    if casualty is None:
        return end.party.name if end.party else "someone not named"
    value = casualty.value
    assert isinstance(value, Casualty)
    source = casualty.source.name if casualty.source else "the report"
    return f"{source}'s {between(value.low, value.high)} {EFFECTS[value.effect]}"


def _speaker(end: End, claims: dict[str, AnyClaim]) -> str:
    """Who is at this end, without the figure that stands there."""
    sources = (end.party, *(claims[identifier].source for identifier in end.claims if identifier in claims))
    return next((party.name for party in sources if party is not None), "someone not named")


def _silence_lines(record: ReportRecord) -> list[str]:
    silences = [claim for claim in record.claims if isinstance(claim.value, Silence)]
    return [f"{_silent_party(claim)}: {_quoted(claim.evidence[0])}" for claim in silences]


def _silent_party(claim: AnyClaim) -> str:
    assert isinstance(claim.value, Silence)
    return claim.value.party.name if claim.value.party else "someone not named"


def _open_lines(record: ReportRecord) -> list[str]:
    return [
        f"{_quoted(attribution.source[0])}: {reason}"
        for attribution in record.attributions
        if attribution.source and (reason := attribution.unresolved.get("speaker"))
    ]


def _quoted(evidence: Evidence) -> str:
    words = " ".join(evidence.exact.split())
    if len(words) > _LONGEST_QUOTE:
        half = _LONGEST_QUOTE // 2
        words = f"{words[:half].rstrip()} [...] {words[-half:].lstrip()}"
    return f"“{words}”"
