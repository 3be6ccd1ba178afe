"""`sayso search` and `sayso db`: look into a database, and look after it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import UsageError
from sayso.serve.cli.gathering import db_option, reading_store
from sayso.serve.cli.many import form_option, write_table
from sayso.serve.cli.options import Command, DateType, output_option

if TYPE_CHECKING:
    from sayso.serve.tables import Table
    from sayso.store import ClaimFilter, Hit, Listing, StoredClaim

_FILTERS = {
    "conflict": "Dossier it was read with, or none.",
    "side": "Whose dead.",
    "source": "Who vouches for it, or the state or group spoken for.",
    "effect": "killed, injured, missing ...",
    "group": "combatant, civilian, mixed or unknown.",
    "posture": "own_loss, enemy_loss, affiliated, third_party or unknown.",
    "place": "Place of the harm as written.",
    "publisher": "Who printed it.",
}
_DAYS = {
    "said_from": "Said (or printed) on this day or later.",
    "said_to": "Said (or printed) on this day or earlier.",
    "happened_from": "Harm on this day or later.",
    "happened_to": "Harm on this day or earlier.",
}


def filter_options(command: Command) -> Command:
    """Add an option for each way to choose claims; the command receives them as keyword arguments."""
    wrapped: Any = command
    for name, words in reversed(_DAYS.items()):
        wrapped = click.option(f"--{name.replace('_', '-')}", name, type=DateType(), help=words)(wrapped)
    for name, words in reversed(_FILTERS.items()):
        wrapped = click.option(f"--{name}", help=words)(wrapped)
    return wrapped  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What to search for, and how much of it to show."""

    words: str
    wanted: ClaimFilter
    limit: int


@click.command("search")
@click.argument("words", required=False, default="")
@db_option(required=True)
@click.option("--claims", is_flag=True, help="List claims whose words these are, instead of reports.")
@filter_options
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Rows at most.")
@form_option
@output_option
def search_command(words: str, db: str, claims: bool, **chosen: Any) -> int:
    """Find reports in a database by their WORDS, or claims by theirs; the latest first.

    All words must be there; "several words" in quotes stand together, and word* is a beginning. With --claims WORDS
    may be left out.
    """
    from sayso.store import ClaimFilter

    limit, form, output = (chosen.pop(name) for name in ("limit", "form", "output"))
    asked = _Asked(words=words, wanted=ClaimFilter(**chosen), limit=limit)
    write_table(_claims_found(db, asked) if claims else _reports_found(db, asked), form, output)
    return 0


def _reports_found(db: str, asked: _Asked) -> Table:
    from sayso.serve.tables import Table, sample_note
    from sayso.store import Page

    if not asked.words.strip():
        raise UsageError("search: give the words to look for (or --claims to list claims)")
    with reading_store(db) as store:
        found = store.search(asked.words, asked.wanted, Page(limit=asked.limit, count=True))
    return Table(
        columns=("published", "publisher", "report", "title", "words", "conflict", "claims", "document"),
        rows=tuple(_report_row(hit) for hit in found.rows),
        notes=(*_more(found), *sample_note(any(hit.document.document.sample for hit in found.rows))),
        told_below=("document",),
    )


def _report_row(hit: Hit) -> tuple[str | int | None, ...]:
    document = hit.document.document
    words = "".join(piece for piece, _ in hit.snippet)
    day = document.published.isoformat() if document.published else None
    known = (day, document.publisher, document.name, document.title, " ".join(words.split()))
    return (*known, hit.document.conflict, hit.document.claims, document.id)


def _claims_found(db: str, asked: _Asked) -> Table:
    from dataclasses import replace

    from sayso.serve.tables import Table, sample_note
    from sayso.store import Page

    wanted = replace(asked.wanted, text=asked.words) if asked.words.strip() else asked.wanted
    with reading_store(db) as store:
        found = store.claims(wanted, Page(limit=asked.limit, count=True))
    return Table(
        columns=(
            "said",
            "source",
            "effect",
            "low",
            "high",
            "side",
            "group",
            "place",
            "words",
            "report",
            "status",
            "id",
        ),
        rows=tuple(_claim_row(row) for row in found.rows),
        notes=(*_more(found), *sample_note(any(row.sample for row in found.rows))),
        told_below=("id",),
    )


def _claim_row(row: StoredClaim) -> tuple[str | int | None, ...]:
    from sayso.claims import Casualty

    claim, value = row.claim, row.claim.value
    figures = value if isinstance(value, Casualty) else None
    day = claim.said_on or row.published
    told = (
        (figures.effect, figures.low, figures.high, figures.side, figures.group, figures.place)
        if figures
        else (value.kind, None, None, None, None, None)
    )
    source = claim.source.name if claim.source else None
    words = " ".join(claim.evidence[0].exact.split())
    return (day.isoformat() if day else None, source, *told, words, row.document_name, row.status, claim.id)


def _more(found: Listing[Any]) -> tuple[str, ...]:
    return (f"{len(found.rows)} of {found.total}; --limit shows more",) if found.next_cursor else ()


# ---------------------------------------------------------------- sayso db


@click.group("db")
def db_group() -> None:
    """Look after a database: bring its tables up to date, check it, save it."""


@db_group.command("upgrade")
@db_option(required=True)
def upgrade_command(db: str) -> int:
    """Bring the tables of an older database up to this version of sayso."""
    from sayso.store import open_any, shown_address

    store = open_any(db)
    try:
        before, after = store.upgrade()
    finally:
        store.close()
    same = before == after
    click.echo(
        f"{shown_address(db)}: its tables are of version {after} already"
        if same
        else f"{shown_address(db)}: tables {before or 'new'} -> {after}"
    )
    return 0


@db_group.command("check")
@db_option(required=True)
def check_command(db: str) -> int:
    """Check that everything in a database is as it should be; exit status 1 where something is not."""
    from sayso.store import shown_address

    with reading_store(db) as store:
        problems = store.check()
        held = sum(one.documents for one in store.conflicts())
    for problem in problems:
        click.echo(f"{problem.kind}: {problem.where}: {problem.what}")
    harm = sum(problem.harm for problem in problems)
    click.echo(
        f"{shown_address(db)}: {held} documents, {harm} problems"
        + (f", {len(problems) - harm} notices" if problems else "")
    )
    return 1 if harm else 0


@db_group.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@db_option(required=True)
def backup_command(file: Path, db: str) -> int:
    """Save a database to FILE (SQLite, whatever the database), while others may write to it."""
    from sayso.store import open_any, shown_address

    store = open_any(db)
    try:
        store.backup(file)
    finally:
        store.close()
    click.echo(f"{shown_address(db)}: saved to {file} ({file.stat().st_size / 1e6:.1f} MB)")
    return 0
