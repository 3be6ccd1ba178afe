"""`sayso serve`: pages, API and review on this machine."""

from __future__ import annotations

import click


@click.command("serve")
@click.option("--db", "database", required=True, metavar="FILE|URL", help="The database that `sayso ingest` wrote.")
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine; no other is served.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--reader", is_flag=True, help="Read-only: nothing can be changed.")
@click.option("--tiles", metavar="URL", help="Map tiles from a server, with {z}, {x} and {y}; default: outlines only.")
def serve_command(database: str, host: str, port: int, reader: bool, tiles: str | None) -> int:
    """Show what is on record as web pages, with an API, and let people review it."""
    from sayso.serve.web.options import ServeOptions

    options = ServeOptions(host=host, port=port, reader=reader, tiles=tiles)
    from sayso.serve.web.serving import serve

    serve(database, options, click.echo)
    return 0
