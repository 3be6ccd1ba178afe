"""One clear line where an optional library is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import InputError


@contextmanager
def needs_extra(what: str, extra: str = "ingest") -> Iterator[None]:
    """Turn a missing import inside the block into an InputError that names the extra to install."""
    try:
        yield
    except ImportError as error:
        missing = error.name or str(error)
        raise InputError(f"{what} needs {missing}; install it with: pip install 'sayso[{extra}]'") from error
