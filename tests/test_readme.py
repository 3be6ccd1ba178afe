from __future__ import annotations

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest
from scripts.refresh_readme import PICTURE, refreshed

from sayso.serve.cli.app import run

README = Path(__file__).parents[1] / "README.md"


def test_the_readme_shows_what_the_commands_print() -> None:
    text = README.read_text(encoding="utf-8")
    assert refreshed(text) == text, "run `make readme`"


def test_the_picture_shows_what_the_sample_reports_say(tmp_path: Path) -> None:
    drawn = tmp_path / "timeline.svg"
    assert (
        run(["timeline", str(PICTURE.parents[1] / "examples"), "--plot", str(drawn), "--output", str(tmp_path / "t")])
        == 0
    )
    assert _words(drawn) == _words(PICTURE), "run `make readme`"


def _words(picture: Path) -> list[str]:
    """What each mark of a picture stands for; where it stands may differ between versions of the drawing library."""
    return [title.text or "" for title in ElementTree.parse(picture).iter("{http://www.w3.org/2000/svg}title")]


def test_the_readme_names_no_file_that_is_not_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    assert links
    assert not [link for link in links if not (README.parent / link).exists()]


def test_the_commands_over_a_database_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they stand in the README, one after another, in a folder with the samples."""
    (tmp_path / "examples").symlink_to(README.parent / "examples")
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```sh\n(sayso ingest .*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines():
        assert run(shlex.split(line, comments=True)[1:]) == 0
    captured = capsys.readouterr()
    assert captured.err == "sayso: 8 new\n"
    assert '"manner": "arithmetical"' in captured.out
    assert (tmp_path / "demo.xlsx").exists()
