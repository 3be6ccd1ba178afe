"""Where claims stand on the page of one report."""

from __future__ import annotations

import pytest

from sayso.reconcile.near import Page
from tests.factory import a_document

TITLE = "Nine killed at the Aldra dam"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{TITLE}\n\nNine guards died on Monday.", True),
        (f"(A sample.)\n{TITLE}\nALDRA Nine guards died on Monday.", True),
        (f"12 May 2031 {TITLE} Share on a friend's page Nine guards died on Monday.", True),
        (f"It read: {TITLE} and all that is in it. Nine guards died.", False),
        ("Nine guards died on Monday.", False),
    ],
)
def test_the_headline_is_the_title_wherever_the_top_prints_it(text: str, ends: bool) -> None:
    end = Page(a_document(text, title=TITLE)).headline_end
    assert text[:end].strip().endswith(TITLE) is ends


def test_a_title_far_down_is_no_headline() -> None:
    assert Page(a_document(f"{'Rain fell. ' * 40}\n{TITLE}\nNine guards died.", title=TITLE)).headline_end == 0
