from __future__ import annotations

import importlib

import pytest

from sayso.errors import InputError
from sayso.ingest.extra import needs_extra


def test_a_library_that_is_not_there_is_one_line_with_the_way_to_install_it() -> None:
    with pytest.raises(InputError) as caught, needs_extra("a.html: reading web pages"):
        importlib.import_module("no_such_library")
    assert str(caught.value) == (
        "a.html: reading web pages needs no_such_library; install it with: pip install 'sayso[ingest]'"
    )
