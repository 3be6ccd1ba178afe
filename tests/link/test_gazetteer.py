from __future__ import annotations

import csv
import time
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.link.gazetteer import KINDS, Gazetteer, write_gazetteer
from sayso.link.place_names import name_key

KNOWLEDGE = Path(str(resources.files("sayso.link") / "knowledge"))
TOWN = KINDS.index("town")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_opens_fast_and_stays_small() -> None:
    begun = time.process_time()
    Gazetteer.open()
    assert time.process_time() - begun < 0.05
    assert (KNOWLEDGE / "gazetteer.bin").stat().st_size < 25_000_000


@pytest.mark.parametrize(
    ("name", "country"), [("Aleppo", "SY"), ("Halab", "SY"), ("Алеппо", "SY"), ("Lashkar Gah", "AF"), ("Goma", "CD")]
)
def test_knows_a_place_by_every_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.knows(name_key(name))
    assert gazetteer.find(name_key(name))[0].place.country == country


def test_namesakes_come_by_population(gazetteer: Gazetteer) -> None:
    found = [c.population for c in gazetteer.find("paris") if not c.known]
    assert len(found) > 3
    assert found == sorted(found, reverse=True)


def test_unknown_names_have_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("no such place anywhere") == ()


def test_every_overlay_row_says_where_it_is_from_and_is_found(gazetteer: Gazetteer) -> None:
    with (KNOWLEDGE / "gazetteer_overlay.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert all(row["source"] and row["kind"] in KINDS for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        for name in filter(None, row["names"].split(";")):
            assert row["id"] in {c.place.id for c in gazetteer.find(name_key(name))}


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    rows = [
        ("7", ["Upper Town", "Oberstadt"], "AT", 47.5, 13.25, 1200, TOWN, "05"),
        ("8", ["Upper Town"], "CH", 46.5, 8.0, 90, TOWN, ""),
    ]
    write_gazetteer(path, rows, {"upper town": [0, 1], "oberstadt": [0]})
    small = Gazetteer.open(path)
    first, second = (c for c in small.find("upper town"))
    assert (first.place.id, first.place.country, first.place.admin1, first.population) == ("7", "AT", "05", 1200)
    assert (first.place.latitude, first.place.longitude) == (47.5, 13.25)
    assert first.place.names == ("Upper Town", "Oberstadt")
    assert (second.place.id, second.place.admin1) == ("8", None)
    assert [c.place.id for c in small.find("oberstadt")] == ["7"]


@pytest.mark.parametrize("content", [b"", b"nonsense" * 10])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"other\.bin"):
        Gazetteer.open(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        Gazetteer.open(tmp_path / "none.bin")
