"""The command line; every command mirrors a library call."""

from __future__ import annotations

from sayso.serve.cli.app import main

__all__ = ["main"]
