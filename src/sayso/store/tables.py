"""The tables, each column with what it holds. `docs/schema.md` is made from here.

Readable columns are for people and for filters; `data` columns hold the exact object as JSON and are what records are
rebuilt from. U+0000, which PostgreSQL cannot store, reads U+FFFD in readable columns and is exact in `data`.
Days are ISO 8601 text columns of SQL type DATE; times are UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine


class Utc(TypeDecorator[datetime]):
    """A moment, kept and given back in UTC; one without a zone is taken for UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC."""
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite gives it back without its zone."""
        return None if value is None else _in_utc(value)


def _in_utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: Stands for an unknown day where rows are ordered by day.
NO_DAY = date.min

#: Row numbers: 64 bits, yet INTEGER PRIMARY KEY in SQLite, which alone numbers rows by itself there.
KEY: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")


def _key(comment: str) -> Column[int]:
    return Column("key", KEY, primary_key=True, autoincrement=True, comment=comment)


def _of_reading() -> Column[int]:
    return Column(
        "reading", KEY, ForeignKey("readings.key"), nullable=False, index=True, comment="The reading it stands in."
    )


raws = Table(
    "raws",
    metadata,
    Column("digest", Text, primary_key=True, comment="SHA-256 of the bytes, hexadecimal."),
    Column("data", LargeBinary, nullable=False, comment="The bytes as they were fetched."),
    Column("media_type", Text, comment="What they are, as the server or the file's name says (text/html)."),
    Column("retrieved_at", Utc(), comment="When they were fetched, UTC."),
    comment="The bytes that documents were read from.",
)

documents = Table(
    "documents",
    metadata,
    _key("Order in which documents were added."),
    Column("id", Text, nullable=False, unique=True, comment="Hash of text, address, publisher and day."),
    Column("kind", Text, nullable=False, comment="`report`, or `manual`: what a claim entered by hand rests on."),
    Column("name", Text, nullable=False, comment="What people call it: a file's name, the identifier in a feed."),
    Column("uri", Text, index=True, comment="Address it was fetched from."),
    Column("title", Text, comment="Headline."),
    Column("publisher", Text, index=True, comment="Who printed it."),
    Column("published", Date, comment="Day it came out."),
    Column("day", Date, nullable=False, comment="The same for ordering: 0001-01-01 where it is not known."),
    Column("published_basis", Text, comment="How that day is known: `given`, `metadata`, `text`."),
    Column("retrieved_at", Utc(), comment="When it was fetched, UTC."),
    Column("lang", Text, nullable=False, comment="Language, ISO 639-1."),
    Column(
        "sample", Boolean, nullable=False, comment="True for text written to test software: no source about the world."
    ),
    Column("text", Text, nullable=False, comment="The text; offsets everywhere count its code points."),
    Column("text_digest", Text, nullable=False, index=True, comment="SHA-256 of the text: the same for copies."),
    Column("raw_digest", Text, index=True, comment="SHA-256 of the bytes it was read from; see `raws`."),
    Column("version_of", Text, comment="Id of the earlier document from the same address."),
    Column("conflict", Text, index=True, comment="Dossier that its current reading was made with."),
    Column("added_at", Utc(), nullable=False, comment="When it was first added, UTC."),
    Column("data", Text, nullable=False, comment="The document as JSON, without its text unless that holds U+0000."),
    Index(None, "day", "key"),
    comment="Reports, and what claims entered by hand rest on. Later versions and copies are kept and linked.",
)

copies = Table(
    "copies",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, comment="The later added one."),
    Column("original", Text, ForeignKey("documents.id"), nullable=False, index=True, comment="The earlier added one."),
    Column("how", Text, nullable=False, comment="`text`: the same to the letter; `near`: nearly the same words."),
    Column(
        "similarity",
        Float,
        nullable=False,
        comment="Share of three-word sequences in common (estimated); 1 for `text`.",
    ),
    comment="Documents whose text was already on record from elsewhere.",
)

signatures = Table(
    "signatures",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, comment="Document."),
    Column(
        "minhash",
        LargeBinary,
        nullable=False,
        comment="MinHash of its three-word sequences: 128 unsigned 32-bit numbers.",
    ),
    comment="What near-duplicates are recognised by.",
)

bands = Table(
    "bands",
    metadata,
    Column("bucket", Text, primary_key=True, comment="A part of the MinHash: documents in one bucket may be copies."),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, comment="Document."),
    comment="Index of the MinHashes (locality-sensitive hashing).",
)

readings = Table(
    "readings",
    metadata,
    _key("Order of readings."),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True, comment="The document read."),
    Column("origin", Text, nullable=False, comment="Extractors and their versions, joined by commas."),
    Column("conflict", Text, comment="Dossier it was read with; empty without one."),
    Column("current", Boolean, nullable=False, comment="True for the reading that counts; one a document."),
    Column("fingerprint", Text, nullable=False, comment="Hash of all that was read, confidences apart."),
    Column("read_at", Utc(), nullable=False, comment="When it was added, UTC."),
    Column("document_data", Text, nullable=False, comment="The document as this reading has it (noise, date), JSON."),
    Column("notes", Text, nullable=False, comment="What the reader should know, JSON list."),
    comment="What extractors made of a document. A newer one supersedes, the older is kept.",
)

attributions = Table(
    "attributions",
    metadata,
    _key("Row."),
    _of_reading(),
    Column("ordinal", Integer, nullable=False, comment="Place in the reading."),
    Column("id", Text, nullable=False, index=True, comment="Identifier, stable across readings."),
    Column("speaker", Text, index=True, comment="Who is speaking; empty where that was not resolved."),
    Column("via", Text, comment="Through whom, joined by semicolons."),
    Column("said_on", Date, comment="Day of saying."),
    Column("form", Text, nullable=False, comment="`direct`, `indirect`, `mixed` speech."),
    Column("stance", Text, nullable=False, comment="`affirms`, `denies`, `declines`, `doubts`, `reportedly`."),
    Column("mental", Boolean, nullable=False, comment="A thought or intention, not a statement."),
    Column("within", Text, comment="Id of the attribution in whose content it stands."),
    Column("confidence", Float, nullable=False, comment="0 to 1."),
    Column("words", Text, nullable=False, comment="Source, cue and content as printed."),
    Column("data", Text, nullable=False, comment="The attribution as JSON."),
    comment="Acts of saying: who, with which words, what.",
)

claims = Table(
    "claims",
    metadata,
    _key("Row."),
    Column("id", Text, nullable=False, index=True, comment="Identifier: the same in every reading and correction."),
    Column(
        "document", Text, ForeignKey("documents.id"), nullable=False, index=True, comment="The document it stands in."
    ),
    Column("reading", KEY, ForeignKey("readings.key"), index=True, comment="Its reading; empty for a person's claim."),
    Column(
        "decision", Text, ForeignKey("decisions.id"), index=True, comment="The correction it comes from; else empty."
    ),
    Column("ordinal", Integer, nullable=False, comment="Place in the record; a person's claims come last."),
    Column("standing", Boolean, nullable=False, comment="True where it counts now."),
    Column(
        "status",
        Text,
        nullable=False,
        comment="Counts: `read`, `accepted`, `corrected`, `added`. Does not: `rejected`, `withheld`, `replaced` (by a "
        "correction), `superseded` (by a newer reading).",
    ),
    Column("decided", Integer, nullable=False, comment="Number of decisions on it."),
    Column("origin", Text, nullable=False, comment="Extractor@version, or the person who entered it."),
    Column("kind", Text, nullable=False, comment="`casualty`, `denial`, `accusation`, `silence`."),
    Column("conflict", Text, comment="Dossier it was read with."),
    Column("source", Text, comment="Who vouches for it; empty for the report's own voice or an unresolved source."),
    Column("speaks_for", Text, comment="The state or group whose voice the source is."),
    Column("via", Text, comment="Through whom, joined by semicolons."),
    Column("attribution", Text, comment="Id of the attribution that vouches for it."),
    Column("said_on", Date, comment="Day of saying, as told."),
    Column("day", Date, nullable=False, comment="Day of saying, else the day the report came out, else 0001-01-01."),
    Column("effect", Text, comment="`killed`, `injured` ...; this and the next columns for casualties only."),
    Column("low", BigInteger, comment="Lower bound; empty where none is given; 0 means that somebody said none."),
    Column("high", BigInteger, comment="Upper bound; empty where none is given."),
    Column("modality", Text, comment="`exact`, `at_least`, `at_most`, `about`, `range`, `vague`."),
    Column("victim_group", Text, comment="`combatant`, `civilian`, `mixed`, `unknown`."),
    Column("side", Text, comment="Whose dead, as the report gives it; `both`, `unknown`."),
    Column("side_group", Text, comment="The dossier's side."),
    Column("perpetrator", Text, comment="Who is said to have done it."),
    Column("happened_start", Date, comment="First day of the harm."),
    Column("happened_end", Date, comment="Last day of the harm."),
    Column("place", Text, comment="Place of the harm as written."),
    Column("scope", Text, comment="`incident`, `increment`, `running_total`, `unknown`."),
    Column("posture", Text, comment="`own_loss`, `enemy_loss`, `affiliated`, `third_party`, `unknown`."),
    Column("polarity", Text, nullable=False, comment="`affirm` or `deny`."),
    Column("certainty", Text, nullable=False, comment="`certain` or `possible`."),
    Column("background", Boolean, nullable=False, comment="Harm from an earlier war or attack."),
    Column("confidence", Float, nullable=False, comment="0 to 1."),
    Column("publisher", Text, comment="Who printed the document."),
    Column("words", Text, nullable=False, comment="The words that carry it, pieces joined by an ellipsis."),
    Column("added_at", Utc(), nullable=False, comment="When the row was written, UTC."),
    Column("data", Text, nullable=False, comment="The claim as JSON."),
    comment="What is claimed. Rows are never changed but for `standing`, `status` and `decided`, which follow from "
    "`decisions`.",
)

#: Listings go by day; each filter has an index that gives its claims that count in that order.
for _name in ("conflict", "side", "side_group", "source", "speaks_for", "effect", "posture", "place", "publisher"):
    Index(f"ix_claims_by_{_name}", claims.c[_name], claims.c.standing, claims.c.day, claims.c.key)
Index("ix_claims_by_status", claims.c.status, claims.c.day, claims.c.key)
#: For listings without a filter. It does not begin with `standing`, which SQLite would take for a good filter.
Index("ix_claims_by_day", claims.c.day, claims.c.key, claims.c.standing)
#: What menus count, so that counting reads no rows.
FACETS = (
    "conflict",
    "standing",
    "source",
    "side",
    "side_group",
    "effect",
    "victim_group",
    "posture",
    "place",
    "publisher",
)
Index("ix_claims_facets", *(claims.c[_name] for _name in FACETS))

judgements = Table(
    "judgements",
    metadata,
    _key("Row."),
    Column(
        "reading", KEY, ForeignKey("readings.key"), index=True, comment="Its reading; empty for what people judged."
    ),
    Column("ordinal", Integer, nullable=False, comment="Place in the reading."),
    Column("id", Text, nullable=False, index=True, comment="Identifier."),
    Column(
        "kind",
        Text,
        nullable=False,
        comment="`denies`, `conflicts`, `revises`, `corroborates`, `repeats`, `part_of` ...",
    ),
    Column(
        "subject_claims", Text, nullable=False, comment="Ids of the claims that deny, revise, repeat ..., by blanks."
    ),
    Column("subject_party", Text, comment="The party that does, where no claim is involved."),
    Column(
        "object_claims", Text, nullable=False, comment="Ids of the claims denied, revised, repeated ..., by blanks."
    ),
    Column("object_party", Text, comment="The party denied or blamed."),
    Column("incident", Text, comment="Incident that the claim is linked to."),
    Column("why", Text, nullable=False, comment="What decided it, JSON."),
    Column("score", Float, nullable=False, comment="0 to 1."),
    Column("by", Text, nullable=False, comment="sayso@version, or the person."),
    Column("at", Utc(), comment="When, UTC."),
    Column("withdrawn_by", Text, comment="Who withdrew it; empty while it stands."),
    Column("withdrawn_at", Utc(), comment="When it was withdrawn, UTC."),
    Column("data", Text, nullable=False, comment="The judgement as JSON."),
    comment="How claims stand to one another. Withdrawn, never deleted.",
)

judgement_claims = Table(
    "judgement_claims",
    metadata,
    Column("judgement", KEY, ForeignKey("judgements.key"), primary_key=True, comment="Row of the judgement."),
    Column("claim", Text, primary_key=True, index=True, comment="Id of a claim at either end."),
    comment="Which claims people's judgements are about.",
)

evidence = Table(
    "evidence",
    metadata,
    _key("Row."),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True, comment="The document."),
    Column(
        "reading", KEY, ForeignKey("readings.key"), index=True, comment="The reading; empty for what people entered."
    ),
    Column("owner_kind", Text, nullable=False, comment="`attribution`, `claim`, `judgement`, `unused`."),
    Column("owner", Text, nullable=False, index=True, comment="Id of what it shows (of `unused`: its place)."),
    Column("role", Text, nullable=False, comment="`source`, `cue`, `content`; `words`, `basis`; `shown`; `unused`."),
    Column("start", Integer, nullable=False, comment="First code point of the document's text."),
    Column("end", Integer, nullable=False, comment="Code point after the last."),
    Column("exact", Text, nullable=False, comment="The words themselves."),
    comment="The exact words behind everything.",
)

unused = Table(
    "unused",
    metadata,
    _key("Row."),
    _of_reading(),
    Column("ordinal", Integer, nullable=False, comment="Place in the reading."),
    Column("words", Text, nullable=False, comment="The number as printed."),
    Column("reason", Text, nullable=False, comment="Why it gave no claim."),
    Column("data", Text, nullable=False, comment="As JSON."),
    comment="Numbers near a victim word that were passed over.",
)

decisions = Table(
    "decisions",
    metadata,
    _key("Order of decisions."),
    Column("id", Text, nullable=False, unique=True, comment="Identifier."),
    Column(
        "target_kind", Text, nullable=False, comment="`claim`, `document`, `party`, `incident`, `judgement`, `victim`."
    ),
    Column("target", Text, nullable=False, comment="Id of what it is about; of a party its name."),
    Column("version", Integer, nullable=False, comment="1 for the first decision on this target, 2 for the second ..."),
    Column(
        "action", Text, nullable=False, index=True, comment="`accept`, `correct`, `reject`, `link`, `merge`, `note` ..."
    ),
    Column("by", Text, nullable=False, index=True, comment="Who decided."),
    Column("at", Utc(), nullable=False, comment="When, UTC."),
    Column("before", Text, comment="What stood before, JSON."),
    Column("after", Text, comment="What stands since, JSON."),
    Column("note", Text, comment="Why, in the person's words."),
    Column("undoes", Text, ForeignKey("decisions.id"), comment="The decision that this one takes back."),
    UniqueConstraint("target_kind", "target", "version"),
    comment="Every act of review, in order. Never changed.",
)

carried = Table(
    "carried",
    metadata,
    _key("Row."),
    _of_reading(),
    Column("old", Text, nullable=False, index=True, comment="Id of a claim that people decided on."),
    Column(
        "new", Text, index=True, comment="Id of the claim in this reading that it is now; empty where none is found."
    ),
    Column(
        "how", Text, nullable=False, comment="`words`: same words and harm; `orphaned`: the reading has no such claim."
    ),
    comment="Decisions carried over to a newer reading in which the claim has another id.",
)

victims = Table(
    "victims",
    metadata,
    _key("Order in which they were entered."),
    Column("id", Text, nullable=False, index=True, comment="Identifier."),
    Column("current", Boolean, nullable=False, comment="True for the latest entry of this id."),
    Column("name", Text, comment="Name; empty for a person not named."),
    Column("spellings", Text, nullable=False, comment="Every name and spelling, JSON list."),
    Column("age", Text, comment="As told."),
    Column("sex", Text, comment="As told."),
    Column("date", Text, comment="Day of death or harm: YYYY, YYYY-MM or YYYY-MM-DD."),
    Column("place", Text, comment="Where."),
    Column("how_known", Text, comment="How it is known."),
    Column("withhold", Boolean, nullable=False, comment="True: left out of every output."),
    Column("origin", Text, nullable=False, comment="Who entered it."),
    Column("added_at", Utc(), nullable=False, comment="When, UTC."),
    Column("data", Text, nullable=False, comment="The record as JSON."),
    comment="Persons killed or harmed, as entered by people.",
)

victim_claims = Table(
    "victim_claims",
    metadata,
    Column("victim", KEY, ForeignKey("victims.key"), primary_key=True, comment="Row of the victim record."),
    Column("claim", Text, primary_key=True, index=True, comment="Id of a claim that counts this person."),
    comment="Which claims count a person.",
)

revisions = Table(
    "revisions",
    metadata,
    Column(
        "scope", Text, primary_key=True, comment="`all`, `shared` (bears on every conflict), or `of:` and a conflict."
    ),
    Column("number", BigInteger, nullable=False, comment="Grows with every write in that scope."),
    comment="Counts writes, so that what is computed from the tables can be kept until they change.",
)
