"""`sayso export`: what is in a database as files for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import InputError, UsageError
from sayso.serve.cli.gathering import db_option, reading_store
from sayso.serve.cli.options import DateType

if TYPE_CHECKING:
    from sayso.claims import ReportRecord
    from sayso.serve.export.material import Material
    from sayso.store import Store

#: Written out, because what knows them is slow to load; a test holds them to it.
SHEETS = ("casualties", "attributions", "relations", "incidents", "tallies", "victims")
EVENTS = ("ged", "acled")
FORMS = ("csv", "jsonl", "geojson", "webannotation", "parquet", "xlsx")
#: The whole database in sayso's own form, which `sayso import` takes.
ALL = "all"
#: What people decided on claims, as training data.
CORRECTIONS = "corrections"
POLICIES = ("own", "range", "acled", "ucdp", "independent")


@click.command("export")
@click.argument("what", type=click.Choice((*SHEETS, *EVENTS, CORRECTIONS, ALL)))
@db_option(required=True)
@click.option("--format", "form", type=click.Choice(FORMS), default="csv", show_default=True)
@click.option("--conflict", metavar="DOSSIER", help="Only what was read with that dossier.")
@click.option("--policy", type=click.Choice(POLICIES), default="range", show_default=True, help="For tallies.")
@click.option("--as-of", type=DateType(), help="For tallies: what was on record by then.")
@click.option("--samples/--no-samples", default=True, help="Keep texts written to test software, marked as samples.")
@click.option("--withheld", is_flag=True, help="For all: withheld rows too.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here; parquet and xlsx must.")
def export_command(what: str, db: str, output: Path | None, withheld: bool, **chosen: Any) -> int:
    """Write a table of what is on record; rejected and withheld rows are left out.

    `ged` and `acled` are event tables with one row an incident; what is in no event goes to a file beside --output.
    `corrections` are JSON lines for training: claims as read, and as people corrected, accepted or rejected them.
    `all` is the whole database as JSON lines, for `sayso import`.
    """
    with reading_store(db) as store:
        if what == ALL:
            _check_withheld(store, withheld)
            _write_lines(store.dump(), output)
        elif what == CORRECTIONS:
            from sayso.serve.export.corrections import correction_lines

            _write_lines(correction_lines(store), output)
        else:
            _write_sheet(store, what, output, **chosen)
    return 0


def _check_withheld(store: Store, withheld: bool) -> None:
    held = store.withheld()
    if held and not withheld:
        raise UsageError(f"{held} rows are withheld and the whole database holds them; --withheld writes them too")


def _write_lines(lines: Iterable[str], output: Path | None) -> None:
    from sayso.serve.export.writing import in_whole

    if output is None:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        in_whole(output, lambda part: _fill(part, lines))


def _fill(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def _write_sheet(store: Store, what: str, output: Path | None, form: str, **chosen: Any) -> None:
    from sayso.serve.export.places import locator, sides_of
    from sayso.serve.export.writing import TEXT_FORMS, Export

    if output is None and form not in TEXT_FORMS:
        raise UsageError(f"{form} goes to a file: give --output FILE")
    material = _material(store, **chosen)
    export = Export(name=what, form=form, material=material, locate=locator(), sides=sides_of())
    if output is None:
        export.to_text(sys.stdout)
    else:
        export.to_file(output)


def _material(store: Store, conflict: str | None, policy: Any, as_of: date | None, samples: bool) -> Material:
    from sayso.reconcile.tally import TallyOptions
    from sayso.serve.export.material import Material
    from sayso.serve.export.sheets import without_samples

    def records() -> Iterator[ReportRecord]:
        return store.records(conflict)

    return Material(
        records=records if samples else without_samples(records),
        decided=store.judgements(),
        victims=store.victims(),
        tally=TallyOptions(policy=policy, as_of=as_of, conflict=conflict),
    )


@click.command("import")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@db_option(required=True)
def import_command(path: Path, db: str) -> int:
    """Fill a new database with what `sayso export all` wrote, wholly or not at all."""
    from sayso.store import open_store

    store = open_store(db)
    try:
        rows = store.load(lambda: _lines(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    finally:
        store.close()
    click.echo(f"sayso: {rows:,} rows", err=True)
    return 0


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file
