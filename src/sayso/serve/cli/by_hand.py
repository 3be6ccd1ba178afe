"""`sayso add` and `sayso victims`: what people enter themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import ConflictError, SaysoError, UsageError
from sayso.serve.cli.gathering import db_option
from sayso.serve.cli.options import Command
from sayso.serve.columns import CLAIM_COLUMNS, VICTIM_COLUMNS

if TYPE_CHECKING:
    from sayso.serve.by_hand import Cells, Desk
    from sayso.store import Store

by_option = click.option("--by", required=True, metavar="NAME", help="Who enters it.")


def _cell_options(columns: Mapping[str, str]) -> Callable[[Command], Command]:
    """An option for each column; the command receives them together as keyword arguments."""

    def add(command: Command) -> Command:
        wrapped: Any = command
        for name, words in reversed(list(columns.items())):
            wrapped = click.option(f"--{name.replace('_', '-')}", name, help=words)(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return add


@contextmanager
def _opened(db: str) -> Iterator[Store]:
    from sayso.store import open_store

    store = open_store(db)
    try:
        yield store
    finally:
        store.close()


def _each(rows: Iterator[tuple[str, Cells]], enter: Callable[[str, Cells], str]) -> int:
    """Enter every row, telling of those that cannot be; exit status 2 where there was one."""
    entered = failed = 0
    for where, cells in rows:
        try:
            enter(where, cells)
            entered += 1
        except SaysoError as error:
            failed += 1
            click.echo(f"sayso: {error}", err=True)
    click.echo(f"sayso: {entered} entered" + (f", {failed} not" if failed else ""), err=True)
    return 2 if failed else 0


@click.command("add")
@db_option(required=True)
@by_option
@click.option(
    "--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="A row a claim, in these columns."
)
@_cell_options(CLAIM_COLUMNS)
def add_command(db: str, by: str, table: Path | None, **cells: str | None) -> int:
    """Enter a claim by hand, or a CSV of them: from a video, a photograph, a channel, an own coding.

    It needs its words in a document on record (--document, --words), or the reason why there are none (--reason).
    """
    from sayso.serve.by_hand import claim_of, read_csv

    given = [name for name, value in cells.items() if value is not None]
    if (table is None) == (not given):
        raise UsageError("give the claim by options, or a file by --csv")
    with _opened(db) as store:
        desk = _desk(store)

        def enter(where: str, row: Cells) -> str:
            return store.add_claim(claim_of(row, by, where, desk)).claim.id

        if table is not None:
            return _each(read_csv(table, CLAIM_COLUMNS), enter)
        click.echo(enter("sayso add", cells))
    return 0


def _desk(store: Store) -> Desk:
    from functools import cache

    from sayso.link.knowledge_base import Knowledge
    from sayso.serve.by_hand import Desk

    knowledge = cache(Knowledge.load)

    def document(identifier: str) -> Any:
        stored = store.document(identifier)
        return stored.document if stored else None

    def side_group(side: str, conflict: str | None) -> str:
        return knowledge(conflict).side_group(side) if conflict else side

    return Desk(document=document, side_group=side_group)


@click.group("victims")
def victims_group() -> None:
    """Records of persons killed or harmed, as people enter them."""


@victims_group.command("add")
@db_option(required=True)
@by_option
@_cell_options(VICTIM_COLUMNS)
def victims_add_command(db: str, by: str, **cells: str | None) -> int:
    """Enter a victim record; prints its id."""
    from sayso.serve.by_hand import victim_of

    with _opened(db) as store:
        click.echo(store.add_victim(victim_of(cells, by, "sayso victims add"), by).id)
    return 0


@victims_group.command("import")
@click.argument("table", type=click.Path(dir_okay=False, path_type=Path), metavar="CSV")
@db_option(required=True)
@by_option
def victims_import_command(table: Path, db: str, by: str) -> int:
    """Enter the victim records of a CSV, a row each."""
    from sayso.serve.by_hand import read_csv, victim_of

    with _opened(db) as store:
        rows = read_csv(table, VICTIM_COLUMNS)
        return _each(rows, lambda where, cells: store.add_victim(victim_of(cells, by, where), by).id)


@victims_group.command("list")
@db_option(required=True)
@click.option("--claim", metavar="ID", help="Only persons that this claim counts.")
def victims_list_command(db: str, claim: str | None) -> int:
    """List victim records; those withheld are left out and counted."""
    with _opened(db) as store:
        shown = store.victims(claim)
        held = len(store.victims(claim, withheld=True)) - len(shown)
    for one in shown:
        known = filter(None, (one.age, one.sex, one.date, one.place, one.how_known))
        click.echo(f"{one.id}  {' / '.join(one.names) or 'not named'}" + "".join(f" · {word}" for word in known))
    if held:
        click.echo(f"sayso: {held} withheld", err=True)
    return 0


@victims_group.command("withhold")
@click.argument("identifier", metavar="ID")
@db_option(required=True)
@by_option
@click.option("--release", is_flag=True, help="Show it again.")
@click.option("--note", help="Why.")
def victims_withhold_command(identifier: str, db: str, by: str, release: bool, note: str | None) -> int:
    """Leave a victim record out of every output."""
    from sayso.store import Decision

    decision = Decision(
        action="withhold", target_kind="victim", target=identifier, by=by, after={"withhold": not release}, note=note
    )
    with _opened(db) as store:
        try:
            store.decide(decision, store.version("victim", identifier))
        except ConflictError:
            raise UsageError(f"{identifier}: somebody else decided on it this moment; look again") from None
    return 0
