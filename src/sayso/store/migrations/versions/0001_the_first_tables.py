"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: What search by words needs: in SQLite indexes that read the words from the tables, in PostgreSQL vectors that the
#: server keeps in step (of the first 200,000 characters: a vector may have a megabyte).
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='documents', content_rowid='key', "
        "tokenize='unicode61 remove_diacritics 2')",
        "CREATE VIRTUAL TABLE claim_words USING fts5(words, content='claims', content_rowid='key', "
        "tokenize='unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        "ALTER TABLE documents ADD search tsvector GENERATED ALWAYS AS "
        "(to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 200000))) STORED",
        "CREATE INDEX ix_documents_search ON documents USING gin (search)",
        "ALTER TABLE claims ADD search tsvector GENERATED ALWAYS AS (to_tsvector('simple', left(words, 20000))) STORED",
        "CREATE INDEX ix_claims_search ON claims USING gin (search)",
    ),
}


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "decisions",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Order of decisions.",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier."),
        sa.Column(
            "target_kind",
            sa.Text(),
            nullable=False,
            comment="`claim`, `document`, `party`, `incident`, `judgement`, `victim`.",
        ),
        sa.Column("target", sa.Text(), nullable=False, comment="Id of what it is about; of a party its name."),
        sa.Column(
            "version",
            sa.Integer(),
            nullable=False,
            comment="1 for the first decision on this target, 2 for the second ...",
        ),
        sa.Column(
            "action", sa.Text(), nullable=False, comment="`accept`, `correct`, `reject`, `link`, `merge`, `note` ..."
        ),
        sa.Column("by", sa.Text(), nullable=False, comment="Who decided."),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="When, UTC."),
        sa.Column("before", sa.Text(), nullable=True, comment="What stood before, JSON."),
        sa.Column("after", sa.Text(), nullable=True, comment="What stands since, JSON."),
        sa.Column("note", sa.Text(), nullable=True, comment="Why, in the person's words."),
        sa.Column("undoes", sa.Text(), nullable=True, comment="The decision that this one takes back."),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name=op.f("fk_decisions_undoes")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_decisions")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id")),
        sa.UniqueConstraint("target_kind", "target", "version", name=op.f("uq_decisions_target_kind_target_version")),
        comment="Every act of review, in order. Never changed.",
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_action"), ["action"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_by"), ["by"], unique=False)

    op.create_table(
        "documents",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Order in which documents were added.",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="Hash of text, address, publisher and day."),
        sa.Column(
            "kind", sa.Text(), nullable=False, comment="`report`, or `manual`: what a claim entered by hand rests on."
        ),
        sa.Column(
            "name", sa.Text(), nullable=False, comment="What people call it: a file's name, the identifier in a feed."
        ),
        sa.Column("uri", sa.Text(), nullable=True, comment="Address it was fetched from."),
        sa.Column("title", sa.Text(), nullable=True, comment="Headline."),
        sa.Column("publisher", sa.Text(), nullable=True, comment="Who printed it."),
        sa.Column("published", sa.Date(), nullable=True, comment="Day it came out."),
        sa.Column("day", sa.Date(), nullable=False, comment="The same for ordering: 0001-01-01 where it is not known."),
        sa.Column(
            "published_basis", sa.Text(), nullable=True, comment="How that day is known: `given`, `metadata`, `text`."
        ),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=True, comment="When it was fetched, UTC."),
        sa.Column("lang", sa.Text(), nullable=False, comment="Language, ISO 639-1."),
        sa.Column(
            "sample",
            sa.Boolean(),
            nullable=False,
            comment="True for text written to test software: no source about the world.",
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="The text; offsets everywhere count its code points."),
        sa.Column("text_digest", sa.Text(), nullable=False, comment="SHA-256 of the text: the same for copies."),
        sa.Column("raw_digest", sa.Text(), nullable=True, comment="SHA-256 of the bytes it was read from; see `raws`."),
        sa.Column("version_of", sa.Text(), nullable=True, comment="Id of the earlier document from the same address."),
        sa.Column("conflict", sa.Text(), nullable=True, comment="Dossier that its current reading was made with."),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False, comment="When it was first added, UTC."),
        sa.Column(
            "data",
            sa.Text(),
            nullable=False,
            comment="The document as JSON, without its text unless that holds U+0000.",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        comment="Reports, and what claims entered by hand rest on. Later versions and copies are kept and linked.",
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_conflict"), ["conflict"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_day_key"), ["day", "key"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_publisher"), ["publisher"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_raw_digest"), ["raw_digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_text_digest"), ["text_digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_uri"), ["uri"], unique=False)

    op.create_table(
        "raws",
        sa.Column("digest", sa.Text(), nullable=False, comment="SHA-256 of the bytes, hexadecimal."),
        sa.Column("data", sa.LargeBinary(), nullable=False, comment="The bytes as they were fetched."),
        sa.Column(
            "media_type",
            sa.Text(),
            nullable=True,
            comment="What they are, as the server or the file's name says (text/html).",
        ),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=True, comment="When they were fetched, UTC."),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_raws")),
        comment="The bytes that documents were read from.",
    )
    op.create_table(
        "revisions",
        sa.Column(
            "scope",
            sa.Text(),
            nullable=False,
            comment="`all`, `shared` (bears on every conflict), or `of:` and a conflict.",
        ),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="Grows with every write in that scope."),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_revisions")),
        comment="Counts writes, so that what is computed from the tables can be kept until they change.",
    )
    op.create_table(
        "victims",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Order in which they were entered.",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier."),
        sa.Column("current", sa.Boolean(), nullable=False, comment="True for the latest entry of this id."),
        sa.Column("name", sa.Text(), nullable=True, comment="Name; empty for a person not named."),
        sa.Column("spellings", sa.Text(), nullable=False, comment="Every name and spelling, JSON list."),
        sa.Column("age", sa.Text(), nullable=True, comment="As told."),
        sa.Column("sex", sa.Text(), nullable=True, comment="As told."),
        sa.Column("date", sa.Text(), nullable=True, comment="Day of death or harm: YYYY, YYYY-MM or YYYY-MM-DD."),
        sa.Column("place", sa.Text(), nullable=True, comment="Where."),
        sa.Column("how_known", sa.Text(), nullable=True, comment="How it is known."),
        sa.Column("withhold", sa.Boolean(), nullable=False, comment="True: left out of every output."),
        sa.Column("origin", sa.Text(), nullable=False, comment="Who entered it."),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False, comment="When, UTC."),
        sa.Column("data", sa.Text(), nullable=False, comment="The record as JSON."),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_victims")),
        comment="Persons killed or harmed, as entered by people.",
    )
    with op.batch_alter_table("victims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_victims_id"), ["id"], unique=False)

    op.create_table(
        "bands",
        sa.Column(
            "bucket", sa.Text(), nullable=False, comment="A part of the MinHash: documents in one bucket may be copies."
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="Document."),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_bands_document")),
        sa.PrimaryKeyConstraint("bucket", "document", name=op.f("pk_bands")),
        comment="Index of the MinHashes (locality-sensitive hashing).",
    )
    op.create_table(
        "copies",
        sa.Column("document", sa.Text(), nullable=False, comment="The later added one."),
        sa.Column("original", sa.Text(), nullable=False, comment="The earlier added one."),
        sa.Column(
            "how", sa.Text(), nullable=False, comment="`text`: the same to the letter; `near`: nearly the same words."
        ),
        sa.Column(
            "similarity",
            sa.Float(),
            nullable=False,
            comment="Share of three-word sequences in common (estimated); 1 for `text`.",
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_copies_document")),
        sa.ForeignKeyConstraint(["original"], ["documents.id"], name=op.f("fk_copies_original")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_copies")),
        comment="Documents whose text was already on record from elsewhere.",
    )
    with op.batch_alter_table("copies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_copies_original"), ["original"], unique=False)

    op.create_table(
        "readings",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Order of readings.",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="The document read."),
        sa.Column("origin", sa.Text(), nullable=False, comment="Extractors and their versions, joined by commas."),
        sa.Column("conflict", sa.Text(), nullable=True, comment="Dossier it was read with; empty without one."),
        sa.Column("current", sa.Boolean(), nullable=False, comment="True for the reading that counts; one a document."),
        sa.Column("fingerprint", sa.Text(), nullable=False, comment="Hash of all that was read, confidences apart."),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False, comment="When it was added, UTC."),
        sa.Column(
            "document_data",
            sa.Text(),
            nullable=False,
            comment="The document as this reading has it (noise, date), JSON.",
        ),
        sa.Column("notes", sa.Text(), nullable=False, comment="What the reader should know, JSON list."),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_readings_document")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_readings")),
        comment="What extractors made of a document. A newer one supersedes, the older is kept.",
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_document"), ["document"], unique=False)

    op.create_table(
        "signatures",
        sa.Column("document", sa.Text(), nullable=False, comment="Document."),
        sa.Column(
            "minhash",
            sa.LargeBinary(),
            nullable=False,
            comment="MinHash of its three-word sequences: 128 unsigned 32-bit numbers.",
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_signatures_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_signatures")),
        comment="What near-duplicates are recognised by.",
    )
    op.create_table(
        "victim_claims",
        sa.Column(
            "victim",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="Row of the victim record.",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="Id of a claim that counts this person."),
        sa.ForeignKeyConstraint(["victim"], ["victims.key"], name=op.f("fk_victim_claims_victim")),
        sa.PrimaryKeyConstraint("victim", "claim", name=op.f("pk_victim_claims")),
        comment="Which claims count a person.",
    )
    with op.batch_alter_table("victim_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_victim_claims_claim"), ["claim"], unique=False)

    op.create_table(
        "attributions",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="The reading it stands in.",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place in the reading."),
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier, stable across readings."),
        sa.Column("speaker", sa.Text(), nullable=True, comment="Who is speaking; empty where that was not resolved."),
        sa.Column("via", sa.Text(), nullable=True, comment="Through whom, joined by semicolons."),
        sa.Column("said_on", sa.Date(), nullable=True, comment="Day of saying."),
        sa.Column("form", sa.Text(), nullable=False, comment="`direct`, `indirect`, `mixed` speech."),
        sa.Column(
            "stance", sa.Text(), nullable=False, comment="`affirms`, `denies`, `declines`, `doubts`, `reportedly`."
        ),
        sa.Column("mental", sa.Boolean(), nullable=False, comment="A thought or intention, not a statement."),
        sa.Column("within", sa.Text(), nullable=True, comment="Id of the attribution in whose content it stands."),
        sa.Column("confidence", sa.Float(), nullable=False, comment="0 to 1."),
        sa.Column("words", sa.Text(), nullable=False, comment="Source, cue and content as printed."),
        sa.Column("data", sa.Text(), nullable=False, comment="The attribution as JSON."),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_attributions_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attributions")),
        comment="Acts of saying: who, with which words, what.",
    )
    with op.batch_alter_table("attributions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attributions_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attributions_reading"), ["reading"], unique=False)
        batch_op.create_index(batch_op.f("ix_attributions_speaker"), ["speaker"], unique=False)

    op.create_table(
        "carried",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="The reading it stands in.",
        ),
        sa.Column("old", sa.Text(), nullable=False, comment="Id of a claim that people decided on."),
        sa.Column(
            "new",
            sa.Text(),
            nullable=True,
            comment="Id of the claim in this reading that it is now; empty where none is found.",
        ),
        sa.Column(
            "how",
            sa.Text(),
            nullable=False,
            comment="`words`: same words and harm; `orphaned`: the reading has no such claim.",
        ),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_carried_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_carried")),
        comment="Decisions carried over to a newer reading in which the claim has another id.",
    )
    with op.batch_alter_table("carried", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_carried_new"), ["new"], unique=False)
        batch_op.create_index(batch_op.f("ix_carried_old"), ["old"], unique=False)
        batch_op.create_index(batch_op.f("ix_carried_reading"), ["reading"], unique=False)

    op.create_table(
        "claims",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier: the same in every reading and correction."),
        sa.Column("document", sa.Text(), nullable=False, comment="The document it stands in."),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="Its reading; empty for a person's claim.",
        ),
        sa.Column("decision", sa.Text(), nullable=True, comment="The correction it comes from; else empty."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place in the record; a person's claims come last."),
        sa.Column("standing", sa.Boolean(), nullable=False, comment="True where it counts now."),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="Counts: `read`, `accepted`, `corrected`, `added`. Does not: `rejected`, `withheld`, `replaced` (by a correction), `superseded` (by a newer reading).",
        ),
        sa.Column("decided", sa.Integer(), nullable=False, comment="Number of decisions on it."),
        sa.Column("origin", sa.Text(), nullable=False, comment="Extractor@version, or the person who entered it."),
        sa.Column("kind", sa.Text(), nullable=False, comment="`casualty`, `denial`, `accusation`, `silence`."),
        sa.Column("conflict", sa.Text(), nullable=True, comment="Dossier it was read with."),
        sa.Column(
            "source",
            sa.Text(),
            nullable=True,
            comment="Who vouches for it; empty for the report's own voice or an unresolved source.",
        ),
        sa.Column("speaks_for", sa.Text(), nullable=True, comment="The state or group whose voice the source is."),
        sa.Column("via", sa.Text(), nullable=True, comment="Through whom, joined by semicolons."),
        sa.Column("attribution", sa.Text(), nullable=True, comment="Id of the attribution that vouches for it."),
        sa.Column("said_on", sa.Date(), nullable=True, comment="Day of saying, as told."),
        sa.Column(
            "day",
            sa.Date(),
            nullable=False,
            comment="Day of saying, else the day the report came out, else 0001-01-01.",
        ),
        sa.Column(
            "effect",
            sa.Text(),
            nullable=True,
            comment="`killed`, `injured` ...; this and the next columns for casualties only.",
        ),
        sa.Column(
            "low",
            sa.BigInteger(),
            nullable=True,
            comment="Lower bound; empty where none is given; 0 means that somebody said none.",
        ),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="Upper bound; empty where none is given."),
        sa.Column(
            "modality", sa.Text(), nullable=True, comment="`exact`, `at_least`, `at_most`, `about`, `range`, `vague`."
        ),
        sa.Column("victim_group", sa.Text(), nullable=True, comment="`combatant`, `civilian`, `mixed`, `unknown`."),
        sa.Column("side", sa.Text(), nullable=True, comment="Whose dead, as the report gives it; `both`, `unknown`."),
        sa.Column("side_group", sa.Text(), nullable=True, comment="The dossier's side."),
        sa.Column("perpetrator", sa.Text(), nullable=True, comment="Who is said to have done it."),
        sa.Column("happened_start", sa.Date(), nullable=True, comment="First day of the harm."),
        sa.Column("happened_end", sa.Date(), nullable=True, comment="Last day of the harm."),
        sa.Column("place", sa.Text(), nullable=True, comment="Place of the harm as written."),
        sa.Column("scope", sa.Text(), nullable=True, comment="`incident`, `increment`, `running_total`, `unknown`."),
        sa.Column(
            "posture",
            sa.Text(),
            nullable=True,
            comment="`own_loss`, `enemy_loss`, `affiliated`, `third_party`, `unknown`.",
        ),
        sa.Column("polarity", sa.Text(), nullable=False, comment="`affirm` or `deny`."),
        sa.Column("certainty", sa.Text(), nullable=False, comment="`certain` or `possible`."),
        sa.Column("background", sa.Boolean(), nullable=False, comment="Harm from an earlier war or attack."),
        sa.Column("confidence", sa.Float(), nullable=False, comment="0 to 1."),
        sa.Column("publisher", sa.Text(), nullable=True, comment="Who printed the document."),
        sa.Column("words", sa.Text(), nullable=False, comment="The words that carry it, pieces joined by an ellipsis."),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False, comment="When the row was written, UTC."),
        sa.Column("data", sa.Text(), nullable=False, comment="The claim as JSON."),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_claims_decision")),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_claims_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_claims_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claims")),
        comment="What is claimed. Rows are never changed but for `standing`, `status` and `decided`, which follow from `decisions`.",
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index("ix_claims_by_conflict", ["conflict", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_day", ["day", "key", "standing"], unique=False)
        batch_op.create_index("ix_claims_by_effect", ["effect", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_place", ["place", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_posture", ["posture", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_publisher", ["publisher", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_side", ["side", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_side_group", ["side_group", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_source", ["source", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_speaks_for", ["speaks_for", "standing", "day", "key"], unique=False)
        batch_op.create_index("ix_claims_by_status", ["status", "day", "key"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_decision"), ["decision"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_document"), ["document"], unique=False)
        batch_op.create_index(
            "ix_claims_facets",
            [
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
            ],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_claims_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_reading"), ["reading"], unique=False)

    op.create_table(
        "evidence",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="The document."),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="The reading; empty for what people entered.",
        ),
        sa.Column("owner_kind", sa.Text(), nullable=False, comment="`attribution`, `claim`, `judgement`, `unused`."),
        sa.Column("owner", sa.Text(), nullable=False, comment="Id of what it shows (of `unused`: its place)."),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="`source`, `cue`, `content`; `words`, `basis`; `shown`; `unused`.",
        ),
        sa.Column("start", sa.Integer(), nullable=False, comment="First code point of the document's text."),
        sa.Column("end", sa.Integer(), nullable=False, comment="Code point after the last."),
        sa.Column("exact", sa.Text(), nullable=False, comment="The words themselves."),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_evidence_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_evidence_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_evidence")),
        comment="The exact words behind everything.",
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_document"), ["document"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_owner"), ["owner"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_reading"), ["reading"], unique=False)

    op.create_table(
        "judgements",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="Its reading; empty for what people judged.",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place in the reading."),
        sa.Column("id", sa.Text(), nullable=False, comment="Identifier."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="`denies`, `conflicts`, `revises`, `corroborates`, `repeats`, `part_of` ...",
        ),
        sa.Column(
            "subject_claims",
            sa.Text(),
            nullable=False,
            comment="Ids of the claims that deny, revise, repeat ..., by blanks.",
        ),
        sa.Column(
            "subject_party", sa.Text(), nullable=True, comment="The party that does, where no claim is involved."
        ),
        sa.Column(
            "object_claims",
            sa.Text(),
            nullable=False,
            comment="Ids of the claims denied, revised, repeated ..., by blanks.",
        ),
        sa.Column("object_party", sa.Text(), nullable=True, comment="The party denied or blamed."),
        sa.Column("incident", sa.Text(), nullable=True, comment="Incident that the claim is linked to."),
        sa.Column("why", sa.Text(), nullable=False, comment="What decided it, JSON."),
        sa.Column("score", sa.Float(), nullable=False, comment="0 to 1."),
        sa.Column("by", sa.Text(), nullable=False, comment="sayso@version, or the person."),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True, comment="When, UTC."),
        sa.Column("withdrawn_by", sa.Text(), nullable=True, comment="Who withdrew it; empty while it stands."),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True, comment="When it was withdrawn, UTC."),
        sa.Column("data", sa.Text(), nullable=False, comment="The judgement as JSON."),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_judgements_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_judgements")),
        comment="How claims stand to one another. Withdrawn, never deleted.",
    )
    with op.batch_alter_table("judgements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgements_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgements_reading"), ["reading"], unique=False)

    op.create_table(
        "unused",
        sa.Column(
            "key",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="Row.",
        ),
        sa.Column(
            "reading",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="The reading it stands in.",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place in the reading."),
        sa.Column("words", sa.Text(), nullable=False, comment="The number as printed."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why it gave no claim."),
        sa.Column("data", sa.Text(), nullable=False, comment="As JSON."),
        sa.ForeignKeyConstraint(["reading"], ["readings.key"], name=op.f("fk_unused_reading")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_unused")),
        comment="Numbers near a victim word that were passed over.",
    )
    with op.batch_alter_table("unused", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unused_reading"), ["reading"], unique=False)

    op.create_table(
        "judgement_claims",
        sa.Column(
            "judgement",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="Row of the judgement.",
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="Id of a claim at either end."),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.key"], name=op.f("fk_judgement_claims_judgement")),
        sa.PrimaryKeyConstraint("judgement", "claim", name=op.f("pk_judgement_claims")),
        comment="Which claims people's judgements are about.",
    )
    with op.batch_alter_table("judgement_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_claims_claim"), ["claim"], unique=False)
    op.execute("INSERT INTO revisions (scope, number) VALUES ('all', 0)")
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """There is nothing before the first tables."""
    raise NotImplementedError
