from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sayso.reconcile.book import Book
from sayso.reconcile.tally import TallyOptions
from sayso.serve.cli.app import run
from sayso.serve.plots.charts import dispute_chart, incident_chart, tally_chart, timeline_chart
from sayso.serve.plots.drawing import DrawOptions, draw
from sayso.serve.plots.model import Chart, Ref
from tests.reconcile.build import DAY, Fig, enemy, monitor, own, report

pytest.importorskip("matplotlib")
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"


def book() -> Book:
    first = report([own(16, "N"), enemy(900, "N", "S", high=None)], "a", DAY - timedelta(days=1))
    figures = [own(31, "N"), own(None, "N", high=None), monitor(30, "N", "combatant", high=35), own(7, "S"), Fig(n=38)]
    harm = own(4, "N", scope="incident", place="Mill", happened=(DAY, DAY))
    return Book.of([first, report([*figures, harm], "b")])


CHARTS = {
    "timeline": timeline_chart,
    "tally": lambda one: tally_chart(one, TallyOptions(policy="ucdp")),
    "disputes": dispute_chart,
    "incidents": incident_chart,
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_is_drawn_in_both_forms_and_themes(name: str, theme: str) -> None:
    chart = CHARTS[name](book())
    assert draw(chart, DrawOptions(form="png", theme=theme)).startswith(PNG)  # type: ignore[arg-type]
    root = ElementTree.fromstring(draw(chart, DrawOptions(theme=theme)))  # type: ignore[arg-type]
    assert root.findtext(f"{SVG}title") == chart.title
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert chart.title in words


def test_each_mark_tells_what_it_is_and_leads_on() -> None:
    chart = timeline_chart(book())
    wanted = {mark.ref: mark.title for panel in chart.panels for line in panel.lines for mark in line.marks}  # type: ignore[union-attr]
    root = ElementTree.fromstring(draw(chart, DrawOptions(link=lambda ref: f"/claims/{ref.id}")))
    marks = [element for element in root.iter() if element.get("class") == "mark"]
    told = {Ref(m.get("data-kind"), m.get("data-id")): m.findtext(f"{SVG}title") for m in marks}  # type: ignore[arg-type]
    assert told == wanted
    links = {a.get("{http://www.w3.org/1999/xlink}href") for mark in marks for a in mark.iter(f"{SVG}a")}
    assert links == {f"/claims/{ref.id}" for ref in wanted}


def test_without_a_link_nothing_is_a_link() -> None:
    assert b"<a " not in draw(timeline_chart(book()))


def test_the_same_chart_gives_the_same_bytes() -> None:
    for form in ("svg", "png"):
        options = DrawOptions(form=form)
        assert draw(timeline_chart(book()), options) == draw(timeline_chart(book()), options)


def test_names_are_words_and_never_formulas_or_markup() -> None:
    named = monitor(5, "N", "combatant", source="$\\frac{1}$ <b>&amp; مرصد")
    root = ElementTree.fromstring(draw(timeline_chart(Book.of([report([named])]))))
    assert "$\\frac{1}$ <b>&amp; مرصد" in {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}


def test_sample_texts_are_marked_on_the_picture() -> None:
    chart = Chart(title="T", panels=(), sample=True)
    assert b"SAMPLE TEXTS" in draw(chart)
    assert b"nothing on record" in draw(chart)
    assert b"SAMPLE TEXTS" not in draw(Chart(title="T", panels=()))


@pytest.mark.parametrize("command", ["tally", "timeline", "disputes", "incidents"])
def test_a_command_draws_beside_its_table(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("At least 12 soldiers were killed near the border, the army of Northland said.\n")
    picture = tmp_path / "out.PNG"
    assert run([command, str(tmp_path / "a.txt"), "--published", "2021-03-04", "--plot", str(picture)]) == 0
    assert picture.read_bytes().startswith(PNG)
    assert capsys.readouterr().out.startswith("{")


@pytest.mark.parametrize(
    ("plot", "told"), [("out.jpg", "pictures are written as .svg or .png"), ("/nowhere/out.svg", "cannot write there")]
)
def test_a_picture_that_cannot_be_written_is_one_line(
    plot: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Twelve soldiers were killed.\n")
    assert run(["timeline", str(tmp_path / "a.txt"), "--plot", plot]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line


def test_without_the_drawing_library_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve soldiers were killed.\n")
    code = "import sys; sys.modules['matplotlib'] = None; from sayso.serve.cli.app import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "timeline", str(tmp_path / "a.txt"), "--plot", str(tmp_path / "out.svg")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "sayso: pictures need a drawing library: pip install 'sayso[plot]'\n"
    assert not (tmp_path / "out.svg").exists()


def test_charts_are_made_without_the_drawing_library() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None; from sayso.serve.plots import charts, drawing; "
        "from sayso.reconcile.book import Book; print(charts.timeline_chart(Book.of([])).title)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "Figures over time, by who gives them\n"
