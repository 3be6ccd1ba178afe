"""Each form is read back by a library made for it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import geojson
import openpyxl
import pyarrow.parquet
import pytest

from sayso.errors import UsageError
from sayso.link.mentions import Place
from sayso.serve.cli.exporting import FORMS as CLI_FORMS
from sayso.serve.cli.exporting import SHEETS as CLI_SHEETS
from sayso.serve.export.forms.cells import harmless
from sayso.serve.export.material import Material
from sayso.serve.export.places import locator
from sayso.serve.export.sheets import SHEETS, without_samples
from sayso.serve.export.writing import FORMS, Export
from tests.serve.export.conftest import TEXT

PARIS = Place(id="1", name="Paris", kind="town", latitude=48.85, longitude=2.35, where_prec=1, names=("Paris",))


def export(material: Material, name: str, form: str) -> Export:
    return Export(
        name=name, form=form, material=material, locate=lambda name, conflict: PARIS if name == "Paris" else None
    )


def text(material: Material, name: str, form: str) -> str:
    file = io.StringIO()
    export(material, name, form).to_text(file)
    return file.getvalue()


def rows(material: Material, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(material, name, "jsonl").splitlines()]


@pytest.mark.parametrize("name", list(SHEETS))
def test_every_sheet_says_the_same_in_csv_json_parquet_and_excel(material: Material, tmp_path: Path, name: str) -> None:
    in_json = rows(material, name)
    in_csv = list(csv.DictReader(io.StringIO(text(material, name, "csv"))))
    export(material, name, "parquet").to_file(tmp_path / "a.parquet")
    in_parquet = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()
    export(material, name, "xlsx").to_file(tmp_path / "a.xlsx")
    in_excel = list(openpyxl.load_workbook(tmp_path / "a.xlsx")[name].iter_rows(values_only=True))
    assert len(in_json) == len(in_csv) == len(in_parquet) == len(in_excel) - 1 > 0
    columns = list(in_json[0])
    assert columns == list(in_csv[0]) == list(in_parquet[0]) == list(in_excel[0])
    for column in columns:
        values = [row[column] for row in in_json]
        if all(isinstance(value, int) for value in values):
            assert values == [row[column] for row in in_parquet]
            assert [str(value) for value in values] == [row[column] for row in in_csv]
            assert values == [row[columns.index(column)] for row in in_excel[1:]]


def test_casualties_have_the_words_and_where_they_stand(material: Material) -> None:
    first = rows(material, "casualties")[0]
    assert TEXT[first["start"] : first["end"]] == first["words"] == "ten soldiers were killed"
    assert (first["source"], first["via"]) == (["The army of Northland", "Northland"], ["A", "B"])
    assert (first["uri"], first["publisher"], first["published"]) == (
        "https://post.example/1",
        "The Post",
        "2021-03-04",
    )
    assert first["unresolved"] == {"posture": "nothing tells"}


def test_parquet_keeps_days_as_days_and_lists_as_lists(material: Material, tmp_path: Path) -> None:
    export(material, "casualties", "parquet").to_file(tmp_path / "a.parquet")
    first = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()[0]
    assert first["happened_start"] == date(2021, 3, 1)
    assert first["via"] == ["A", "B"]


def test_samples_are_marked_or_left_out(material: Material) -> None:
    assert [row["sample"] for row in rows(material, "casualties")] == [False, False, True]
    material = Material(records=without_samples(material.records))
    assert [row["sample"] for row in rows(material, "casualties")] == [False, False]


@pytest.mark.parametrize("name", list(SHEETS))
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_is_withheld_is_in_no_sheet(material: Material, name: str, form: str) -> None:
    written = text(material, name, form)
    assert "Four persons" not in written
    assert "Bob Hidden" not in written


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}cmd") == f"'{start}cmd"
    assert harmless(-3) == -3
    assert harmless("a=b") == "a=b"


def test_formulas_in_reports_are_texts_in_csv_and_excel(material: Material, tmp_path: Path) -> None:
    in_csv = list(csv.DictReader(io.StringIO(text(material, "casualties", "csv"))))
    assert in_csv[0]["title"] == "'=HYPERLINK(1)"
    assert in_csv[1]["words"] == "'=SUM(1) three others were hurt"
    export(material, "casualties", "xlsx").to_file(tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = {cell.value: cell.data_type for row in page.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert cells["=HYPERLINK(1)"] == "s"
    assert "f" not in cells.values()


@pytest.mark.parametrize("name", ["casualties", "incidents", "victims"])
def test_geojson_is_valid_and_has_a_point_where_the_place_is_known(material: Material, name: str) -> None:
    collection = geojson.loads(text(material, name, "geojson"))
    assert collection.is_valid
    assert collection.features[0].geometry.coordinates == [2.35, 48.85]
    assert collection.features[0].properties["where_prec"] == 1


def test_a_row_without_a_known_place_has_no_point(material: Material) -> None:
    collection = geojson.loads(text(material, "casualties", "geojson"))
    assert [feature.geometry is None for feature in collection.features] == [False, True, True]


@pytest.mark.parametrize("name", ["casualties", "attributions"])
def test_annotations_have_what_the_model_asks_for_and_quote_what_is_there(material: Material, name: str) -> None:
    page = json.loads(text(material, name, "webannotation"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    identifiers = [annotation["id"] for annotation in page["items"]]
    assert len(set(identifiers)) == len(identifiers) > 0
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert annotation["target"]
        assert json.loads(annotation["body"]["value"])["id"] in annotation["id"]
        for target in annotation["target"]:
            position, quote = target["selector"]
            assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            if target["source"] == "https://post.example/1":
                assert TEXT[position["start"] : position["end"]] == quote["exact"]
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


@pytest.mark.parametrize(
    ("name", "form"), [("tallies", "geojson"), ("attributions", "geojson"), ("tallies", "webannotation")]
)
def test_a_form_that_a_sheet_does_not_have_is_told(material: Material, name: str, form: str) -> None:
    with pytest.raises(UsageError, match=f"{form} is for casualties"):
        text(material, name, form)


def test_a_file_that_fails_half_way_is_not_there(material: Material, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        export(material, "tallies", "geojson").to_file(tmp_path / "a.geojson")
    assert list(tmp_path.glob("*.geojson*")) == list(tmp_path.glob(".*")) == []


def test_places_are_found_by_the_gazetteer_or_not_at_all() -> None:
    locate = locator()
    place = locate("Stepanakert", "nagorno-karabakh-2020")
    assert place is not None
    assert place.latitude == pytest.approx(39.8, abs=0.2)
    assert locate("Nowhere Under Sea", None) is None


def test_the_command_line_offers_what_there_is() -> None:
    assert tuple(SHEETS) == CLI_SHEETS
    assert sorted(FORMS) == sorted(CLI_FORMS)
