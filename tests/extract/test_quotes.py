from __future__ import annotations

import pytest

from sayso.extract.frame import Frame
from sayso.extract.quotes import quoted_share


def quotes(text: str) -> list[tuple[str, bool, bool]]:
    return [(text[q.start : q.end], q.opened, q.closed) for q in Frame.of(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said.", [("“We won,”", True, True)]),
        ('"We won," he said, "and left."', [('"We won,"', True, True), ('"and left."', True, True)]),
        ("We won,” he said.", [("We won,”", False, True)]),
        ("He said “we won.\n\nSnow fell.", [("“we won.", True, False)]),
        ("«Wir haben», sagte er.", [("«Wir haben»", True, True)]),
        ("No marks at all.", []),
        ("A stray ” mark", [("A stray ”", False, True)]),
        ("”", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    assert quotes(text) == expected


def test_share_of_quoted_letters() -> None:
    text = "ab “cd” ef"
    assert quoted_share(text, [(0, len(text))], Frame.of(text).quotes) == pytest.approx(1 / 3)
    assert quoted_share(text, [], ()) == 0.0
