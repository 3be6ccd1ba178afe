"""The record: what a report says, on whose word, shown by which words.

Frozen dataclasses, standard library only, no input or output. Every other package speaks in these types; the kinds of
claim and their values live one layer up, in :mod:`sayso.claims`.

Offsets count code points of ``Document.text``, end exclusive, everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from sayso.errors import EvidenceError

#: The kind-specific part of a claim. Covariant: a claim about casualties is a claim.
Value = TypeVar("Value", covariant=True)

#: How the report's date is known: told by the caller, read from metadata, read from the text, or not at all.
PublishedBasis = Literal["given", "metadata", "text"]
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["affirms", "denies", "declines", "doubts", "reportedly"]
PartyKind = Literal["person", "organisation", "state", "group", "outlet", "unnamed"]
Polarity = Literal["affirm", "deny"]
Certainty = Literal["certain", "possible"]
JudgementKind = Literal["denies", "conflicts", "revises", "corroborates", "repeats", "part_of", "sums", "blames"]


def digest(*parts: object, length: int = 16) -> str:
    """A stable identifier: hexadecimal SHA-256 of the parts, shortened to ``length`` characters."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A stretch of text that is not the report's own prose (navigation, a removed embed, a headline printed again).

    Noise is marked and never cut out, so that offsets stay the reader's own.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as it was read. Make one with :meth:`of`, which computes its identifiers."""

    id: str
    text: str
    #: What people call it: the file's name without its ending, ``stdin`` or the ``doc_id`` of a JSONL line.
    name: str
    uri: str | None = None
    text_digest: str
    #: SHA-256 of the bytes it was read from, None when it came as text.
    raw_digest: str | None = None
    #: Identifier of the earlier document fetched from the same address, which this one supersedes.
    version_of: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    retrieved_at: datetime | None = None
    lang: str = "en"
    noise: tuple[Noise, ...] = ()
    #: Text written to test software: never a source about the world.
    sample: bool = False

    def evidence(self, start: int, end: int) -> Evidence:
        """The words from ``start`` to ``end`` as evidence; raises EvidenceError outside the text or when empty."""
        return Evidence.of(self, start, end)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The exact words of a document that carry something: ``text[start:end] == exact``."""

    document: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"evidence needs 0 <= start < end, not {self.start}..{self.end}")
        if len(self.exact) != self.end - self.start:
            raise EvidenceError(f"evidence {self.start}..{self.end} does not have the length of {self.exact!r}")

    @classmethod
    def of(cls, document: Document, start: int, end: int) -> Evidence:
        """Cut evidence out of a document; raises EvidenceError when the span is empty or outside the text."""
        if end > len(document.text):
            raise EvidenceError(f"{document.name} has {len(document.text)} characters, evidence ends at {end}")
        return cls(document=document.id, start=start, end=end, exact=document.text[max(0, start) : end])

    def verify(self, document: Document) -> None:
        """Raise EvidenceError unless the document holds exactly these words here."""
        if self.document != document.id:
            raise EvidenceError(f"evidence of document {self.document} checked against {document.id}")
        if document.text[self.start : self.end] != self.exact:
            raise EvidenceError(f"{document.name} does not read {self.exact!r} at {self.start}..{self.end}")

    def selectors(self, document: Document, context: int = 32) -> tuple[dict[str, str | int], dict[str, str | int]]:
        """As W3C Web Annotation selectors: TextPositionSelector and TextQuoteSelector with `context` characters."""
        self.verify(document)
        position: dict[str, str | int] = {"type": "TextPositionSelector", "start": self.start, "end": self.end}
        quote: dict[str, str | int] = {
            "type": "TextQuoteSelector",
            "exact": self.exact,
            "prefix": document.text[max(0, self.start - context) : self.start],
            "suffix": document.text[self.end : self.end + context],
        }
        return position, quote

    def overlaps(self, other: Evidence) -> bool:
        """True where both share at least one character."""
        return self.document == other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who a name stands for."""

    name: str
    kind: PartyKind
    #: What the party is ("aide to the Azerbaijani president"), as the report gives it.
    role: str | None = None
    #: The body or country the party belongs to.
    affiliation: str | None = None
    #: The state or group whose voice this is: only governments, forces, officials, de facto authorities, spokesmen.
    speaks_for: str | None = None
    #: The party to the conflict that it belongs to or comes from, whether or not it speaks for it.
    side: str | None = None
    #: The dossier's side ("Armenian side" for Armenia and Nagorno-Karabakh); None without a dossier.
    side_group: str | None = None

    def names(self) -> tuple[str, ...]:
        """Every name of this one party, most specific first, without repeats."""
        listed = (self.name, self.role, self.affiliation, self.speaks_for)
        return tuple(dict.fromkeys(name for name in listed if name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content of one act of saying (the terms of PARC and PolNeAR).

    Spans are flat: no token is in two attributions, the outermost has it; ``within`` tells nesting.
    """

    id: str
    source: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    content: tuple[Evidence, ...]
    form: Form
    stance: Stance = "affirms"
    #: The resolved source; None when it could not be resolved (the reason stands in ``unresolved``).
    speaker: Party | None = None
    #: Who relays the words: agency, broadcaster, outlet, social network, statement, another official.
    via: tuple[Party, ...] = ()
    said_on: date | None = None
    #: Identifier of the attribution in whose content this one stands (X said that Y claimed).
    within: str | None = None
    #: A thought or intention told by the report: vouches for no figure.
    mental: bool = False
    confidence: float = 1.0
    #: field -> why it was left open.
    unresolved: Mapping[str, str] = field(default_factory=dict)

    def evidence(self) -> tuple[Evidence, ...]:
        """Every span of this attribution in the order source, cue, content."""
        return self.source + self.cue + self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[Value]):
    """One thing that somebody states; ``value`` says what, by the kind of claim (see :mod:`sayso.claims`)."""

    id: str
    #: The words that carry it; the first span is the claim itself, further ones show an antecedent's number.
    evidence: tuple[Evidence, ...]
    value: Value
    #: Who wrote this row: extractor@version, or the person who entered it.
    origin: str
    #: Identifier of the attribution that vouches for it; None for the report's own voice.
    attribution: str | None = None
    #: Who vouches for it; None for the report's own voice or an unresolved source.
    source: Party | None = None
    via: tuple[Party, ...] = ()
    said_on: date | None = None
    #: The words in which the source says how it knows ("based on its monitoring on social media").
    basis: Evidence | None = None
    polarity: Polarity = "affirm"
    certainty: Certainty = "certain"
    #: Harm from an earlier war or attack, told as background.
    background: bool = False
    confidence: float = 1.0
    #: field -> why it was left open.
    unresolved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a judgement: claims, or the party whose statement it is where no claim is involved."""

    claims: tuple[str, ...] = ()
    party: Party | None = None
    #: Identifier of the incident that a claim is about, for the `part_of` judgements that link them.
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A relation between claims or parties, with who decided it and why. Withdrawn, never deleted."""

    id: str
    kind: JudgementKind
    #: The end that denies, revises, repeats, sums, blames ...
    subject: End
    #: The end that is denied, revised, repeated, summed, blamed ...
    object: End
    #: The words of the report that show it; empty where arithmetic or comparison does.
    evidence: tuple[Evidence, ...] = ()
    #: The features that decided it: name -> finding, in plain words.
    why: Mapping[str, str] = field(default_factory=dict)
    score: float = 1.0
    #: ``sayso@version`` or the name of a person.
    by: str
    at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """True where nobody withdrew it."""
        return self.withdrawn_by is None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A number near a victim word that gave no claim, and why, so that a coder can see what was passed over."""

    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One harm (place, window, parties): claims linked to it by judgement, reversible."""

    id: str
    place: str | None = None
    start: date | None = None
    end: date | None = None
    parties: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What became of one claim in a tally: the bounds that rest on it, or none, and why."""

    claim: str
    #: "low", "best", "high", "open"; empty where the claim was set aside or did not decide a bound.
    bounds: tuple[str, ...] = ()
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of one side and group were harmed in one way, under a named policy, with its derivation."""

    #: The dossier's conflict; None where reports were read without one.
    conflict: str | None = None
    #: The dossier's side, or "all" for the total of all sides.
    side: str
    effect: str
    #: "combatant", "civilian", "unknown" (not told, or both in one figure) or "all".
    group: str
    policy: str
    #: True for what sides say of their enemies' losses: a second range, never pooled with the first.
    enemy: bool = False
    as_of: date | None = None
    #: None where nobody gives such a bound; 0 means that somebody said none.
    low: int | None = None
    #: Only where the policy has one.
    best: int | None = None
    high: int | None = None
    #: And an unknown number more.
    open: bool = False
    derivation: tuple[Use, ...] = ()
    #: Claims that a party has not told its losses, to show beside an empty cell.
    silences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[Value]):
    """Everything read in one report. Refuses evidence whose words differ from the document's."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim[Value], ...] = ()
    judgements: tuple[Judgement, ...] = ()
    unused: tuple[Unused, ...] = ()
    #: Identifier of the dossier it was read with; None without one.
    conflict: str | None = None
    #: What the reader of the account should know ("no publication date was given ...").
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for evidence in self.evidence():
            evidence.verify(self.document)

    def evidence(self) -> Iterator[Evidence]:
        """Every piece of evidence on record, in no particular order."""
        for attribution in self.attributions:
            yield from attribution.evidence()
        for claim in self.claims:
            yield from claim.evidence
            if claim.basis is not None:
                yield claim.basis
        for judgement in self.judgements:
            yield from judgement.evidence
        for unused in self.unused:
            yield unused.evidence

    def attribution(self, identifier: str | None) -> Attribution | None:
        """The attribution of that identifier, or None."""
        return next((a for a in self.attributions if a.id == identifier), None)
