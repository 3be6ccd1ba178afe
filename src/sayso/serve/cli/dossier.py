"""`sayso dossier`: check, list, show and start files of what is known of a conflict."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.serve.cli.options import write_lines

_folder_option = click.option(
    "--dossiers",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of your own dossiers, beside the built-in ones.",
)


@click.group("dossier")
def dossier_group() -> None:
    """Work with dossiers: sides, actors, hostility, backing and places of one conflict."""


@dossier_group.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def check_command(files: tuple[Path, ...]) -> int:
    """Check dossier files; the first fault of each is told with file, line and reason."""
    from sayso.errors import KnowledgeError
    from sayso.link.dossiers import check

    faulty = 0
    for file in files:
        try:
            click.echo(f"{file}: well-formed ({check(file).id})")
        except KnowledgeError as error:
            faulty += 1
            click.echo(f"sayso: {error}", err=True)
    return 2 if faulty else 0


@dossier_group.command("list")
@_folder_option
def list_command(folder: Path | None) -> int:
    """List every dossier: its id and its name."""
    from sayso.link.dossiers import list_dossiers

    found = list_dossiers((folder,) if folder else ())
    width = max(len(dossier.id) for dossier in found)
    write_lines([f"{dossier.id:<{width}}  {dossier.name}" for dossier in found], None)
    return 0


@dossier_group.command("show")
@click.argument("identifier", metavar="ID")
@_folder_option
def show_command(identifier: str, folder: Path | None) -> int:
    """Print a dossier as it stands in its file."""
    from sayso.link.dossiers import show

    write_lines([show(identifier, (folder,) if folder else ()).rstrip("\n")], None)
    return 0


@dossier_group.command("new")
@click.argument("identifier", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
def new_command(identifier: str, file: Path) -> int:
    """Start a dossier from a template with comments."""
    from sayso.link.dossiers import new

    click.echo(f"{new(identifier, file)}: fill it in, then `sayso dossier check {file}`")
    return 0
