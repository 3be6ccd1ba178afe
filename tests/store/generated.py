"""Any record at all, for tests that hold for every one."""

from __future__ import annotations

from datetime import UTC
from itertools import count

from hypothesis import strategies as st

from sayso.claims import Accusation, AnyClaim, Casualty, ClaimValue, Denial, ReportRecord, Silence
from sayso.ingest import Metadata, make_document
from sayso.model import Attribution, Claim, Document, End, Evidence, Judgement, Noise, Party, Record, Unused

_addresses = count()
names = st.text(max_size=12)
maybe_name = st.none() | names
#: A conflict is the id of a dossier, small letters, digits and hyphens.
conflicts = st.none() | st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
days = st.none() | st.dates()
times = st.none() | st.datetimes(timezones=st.just(UTC))
shares = st.floats(0, 1)
reasons = st.dictionaries(names, names, max_size=2)
numbers = st.none() | st.integers(0, 10**24)
parties = st.builds(
    Party,
    name=names,
    kind=st.sampled_from(("person", "organisation", "state", "group", "outlet", "unnamed")),
    role=maybe_name,
    affiliation=maybe_name,
    speaks_for=maybe_name,
    side=maybe_name,
    side_group=maybe_name,
)
maybe_party = st.none() | parties
vias = st.lists(parties, max_size=2).map(tuple)


def spans(document: Document) -> st.SearchStrategy[Evidence]:
    """Some words of a document."""
    size = len(document.text)
    starts = st.integers(0, size - 1)
    return starts.flatmap(lambda a: st.integers(a + 1, size).map(lambda b: document.evidence(a, b)))


def values(document: Document) -> st.SearchStrategy[ClaimValue]:
    words = st.none() | spans(document)
    casualty = st.builds(
        Casualty,
        effect=st.sampled_from(("killed", "injured", "missing", "unspecified")),
        low=numbers,
        high=numbers,
        number=words,
        victims=words,
        group=st.sampled_from(("combatant", "civilian", "mixed", "unknown")),
        side=names,
        side_group=names,
        perpetrator=maybe_name,
        happened_start=days,
        happened_end=days,
        place=maybe_name,
    )
    denial = st.builds(Denial, denied=maybe_party, denier_words=words, targets=st.lists(names, max_size=2).map(tuple))
    accusation = st.builds(Accusation, accused=maybe_party, accused_words=words, parties=vias)
    return casualty | denial | accusation | st.builds(Silence, about=names, party=maybe_party, party_words=words)


def claims(document: Document) -> st.SearchStrategy[AnyClaim]:
    return st.builds(
        Claim,
        id=names,
        evidence=st.lists(spans(document), min_size=1, max_size=3).map(tuple),
        value=values(document),
        origin=names,
        attribution=maybe_name,
        source=maybe_party,
        via=vias,
        said_on=days,
        basis=st.none() | spans(document),
        polarity=st.sampled_from(("affirm", "deny")),
        certainty=st.sampled_from(("certain", "possible")),
        background=st.booleans(),
        confidence=shares,
        unresolved=reasons,
    )


def attributions(document: Document) -> st.SearchStrategy[Attribution]:
    pieces = st.lists(spans(document), max_size=2).map(tuple)
    return st.builds(
        Attribution,
        id=names,
        source=pieces,
        cue=pieces,
        content=pieces,
        form=st.sampled_from(("direct", "indirect", "mixed")),
        speaker=maybe_party,
        via=vias,
        said_on=days,
        within=maybe_name,
        mental=st.booleans(),
        confidence=shares,
        unresolved=reasons,
    )


def judgements(document: Document) -> st.SearchStrategy[Judgement]:
    ends = st.builds(End, claims=st.lists(names, max_size=2).map(tuple), party=maybe_party, incident=maybe_name)
    return st.builds(
        Judgement,
        id=names,
        kind=st.sampled_from(("denies", "conflicts", "repeats", "part_of", "blames")),
        subject=ends,
        object=ends,
        evidence=st.lists(spans(document), max_size=2).map(tuple),
        why=reasons,
        score=shares,
        by=names,
        at=times,
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    known = Metadata(
        name=draw(names),
        uri=f"x:{next(_addresses)}",  # so that no two are one document
        title=draw(maybe_name),
        publisher=draw(maybe_name),
        published=draw(days),
        published_basis="metadata",
        retrieved_at=draw(times),
    )
    return make_document(draw(st.text(min_size=1)), known)


@st.composite
def records(draw: st.DrawFn) -> ReportRecord:
    """A record of any document with any claims in it."""
    from dataclasses import replace

    document = draw(documents())
    noise = st.builds(Noise, start=st.integers(0, 9), end=st.integers(9, 20), reason=names)
    document = replace(document, noise=tuple(draw(st.lists(noise, max_size=2))))
    return Record(
        document=document,
        attributions=tuple(draw(st.lists(attributions(document), max_size=3))),
        claims=tuple(draw(st.lists(claims(document), max_size=4))),
        judgements=tuple(draw(st.lists(judgements(document), max_size=3))),
        unused=tuple(draw(st.lists(st.builds(Unused, evidence=spans(document), reason=names), max_size=2))),
        conflict=draw(conflicts),
        notes=tuple(draw(st.lists(names, max_size=2))),
    )
