"""Write the output of every command in README.md again, and its picture: `python scripts/refresh_readme.py`.

A block that starts with a line "$ sayso ..." holds the command and what it prints; a test holds both together.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

from sayso.serve.cli.app import run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "timeline.svg"

_BLOCK = re.compile(r"```console\n\$ sayso (?P<arguments>.*)\n(?P<output>(?:.*\n)*?)```")


def refreshed(text: str) -> str:
    """The text with the output of each command block as the command prints it now."""

    def block(match: re.Match[str]) -> str:
        return f"```console\n$ sayso {match['arguments']}\n{output_of(match['arguments'])}```"

    return _BLOCK.sub(block, text)


def output_of(arguments: str) -> str:
    """What `sayso ARGUMENTS` prints, run from the root of the repository."""
    printed = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed):
        run(shlex.split(arguments))
    lines = [line.rstrip() for line in printed.getvalue().strip().splitlines()]
    return "".join(f"{line}\n" for line in lines)


def draw_picture() -> None:
    """Draw the figures over time of the sample reports."""
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        run(["timeline", "examples", "--plot", str(PICTURE)])


if __name__ == "__main__":
    draw_picture()
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
