"""`sayso export`: what is in a database as files for other programs."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from sayso.errors import UsageError
from sayso.serve.cli.options import DateType

#: Written out, because what knows them is slow to load; a test holds them to it.
SHEETS = ("casualties", "attributions", "relations", "incidents", "tallies", "victims")
FORMS = ("csv", "jsonl", "geojson", "webannotation", "parquet", "xlsx")
POLICIES = ("own", "range", "acled", "ucdp", "independent")


@click.command("export")
@click.argument("what", type=click.Choice(SHEETS))
@click.option("--db", required=True, metavar="FILE|URL", help="Database: a file, or postgresql://...")
@click.option("--format", "form", type=click.Choice(FORMS), default="csv", show_default=True)
@click.option("--conflict", metavar="DOSSIER", help="Only what was read with that dossier.")
@click.option("--policy", type=click.Choice(POLICIES), default="range", show_default=True, help="For tallies.")
@click.option("--as-of", type=DateType(), help="For tallies: what was on record by then.")
@click.option("--samples/--no-samples", default=True, help="Keep texts written to test software, marked as samples.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here; parquet and xlsx must.")
def export_command(what: str, db: str, form: str, output: Path | None, **chosen: Any) -> int:
    """Write a table of what is on record; rejected and withheld rows are left out."""
    from sayso.serve.export.places import locator
    from sayso.serve.export.writing import TEXT_FORMS, Export
    from sayso.store import StoreOptions, open_store

    if output is None and form not in TEXT_FORMS:
        raise UsageError(f"{form} goes to a file: give --output FILE")
    store = open_store(db, StoreOptions(read_only=True))
    try:
        export = Export(name=what, form=form, material=_material(store, **chosen), locate=locator())
        if output is None:
            export.to_text(sys.stdout)
        else:
            export.to_file(output)
    finally:
        store.close()
    return 0


def _material(store: Any, conflict: str | None, policy: Any, as_of: date | None, samples: bool) -> Any:
    from sayso.reconcile.tally import TallyOptions
    from sayso.serve.export.material import Material
    from sayso.serve.export.sheets import without_samples

    def records() -> Any:
        return store.records(conflict)

    return Material(
        records=records if samples else without_samples(records),
        decided=store.judgements(),
        victims=store.victims(),
        tally=TallyOptions(policy=policy, as_of=as_of, conflict=conflict),
    )
