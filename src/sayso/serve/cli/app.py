"""The `sayso` command: its group, and how every error becomes one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from sayso import __version__
from sayso.errors import SaysoError
from sayso.serve.cli.commands import COMMANDS

#: Bad use or bad input.
EXIT_BAD_USE = 2
#: Stopped by the user, as shells report SIGINT.
EXIT_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Read reports of armed conflict and say on whose say-so.

    Every figure comes with the words that carry it, who said it, through whom, when and about whose dead.
    sayso never decides what is true.
    """


for _command in COMMANDS:
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; errors are one line on standard error."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (0 well, 2 bad use or some report not read)."""
    try:
        status = cli.main(args=arguments, prog_name="sayso", standalone_mode=False)
    except click.UsageError as error:
        return _complain(f"{error.format_message()} See `{_command_path(error)} --help`.")
    except click.ClickException as error:
        return _complain(error.format_message())
    except SaysoError as error:
        return _complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        _complain("stopped")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): nothing is left to say, and Python's last flush must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def _command_path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "sayso"


def _complain(message: str) -> int:
    click.echo(f"sayso: {message}", err=True)
    return EXIT_BAD_USE
