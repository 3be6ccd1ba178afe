from __future__ import annotations

import re
from pathlib import Path

from scripts.refresh_readme import refreshed

README = Path(__file__).parents[1] / "README.md"


def test_the_readme_shows_what_the_commands_print() -> None:
    text = README.read_text(encoding="utf-8")
    assert refreshed(text) == text, "run `make readme`"


def test_the_readme_names_no_file_that_is_not_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    assert links
    assert not [link for link in links if not (README.parent / link).exists()]
