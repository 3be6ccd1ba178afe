"""Maps: places where they are, as precisely as they are named, and only what can be placed."""

from __future__ import annotations

from typing import Any

from sayso.serve.desk.places import PlaceMark
from sayso.serve.web.maps import map_drawing


def a_place(name: str = "Townville", **known: Any) -> PlaceMark:
    told = {"latitude": 40.0, "longitude": 46.0, "precision": 1, "precision_words": "", "claims": 3, "names": (name,)}
    return PlaceMark(**{"name": name, "href": f"/search?place={name}", **told, **known})


def test_north_is_up_and_east_is_right() -> None:
    drawing = map_drawing((a_place(), a_place("Eastern", longitude=47.0), a_place("Northern", latitude=41.0)))
    assert drawing is not None
    at = {spot.labels[0].name: spot for spot in drawing.spots}
    assert at["Eastern"].x > at["Townville"].x
    assert at["Northern"].y < at["Townville"].y
    assert all(0 < spot.x < drawing.width and 0 < spot.y < drawing.height for spot in drawing.spots)
    assert drawing.width > drawing.height
    assert drawing.land


def test_an_area_is_drawn_as_one_and_a_country_not_at_all() -> None:
    drawing = map_drawing((a_place("Area", precision=4), a_place("Land", precision=6, latitude=50.0)))
    assert drawing is not None
    assert [(spot.title.split(":")[0], spot.area) for spot in drawing.spots] == [("Area", True)]


def test_names_of_one_spot_share_it_and_each_is_a_link() -> None:
    drawing = map_drawing((a_place("One name"), a_place("Other name")))
    assert drawing is not None
    (spot,) = drawing.spots
    assert [label.name for label in spot.labels] == ["One name", "Other name"]
    assert len({label.href for label in spot.labels}) == 2


def test_without_a_placed_place_there_is_no_map() -> None:
    assert map_drawing(()) is None
    assert map_drawing((a_place(latitude=None, longitude=None, precision=None),)) is None


def test_a_tile_server_gives_the_ground_where_it_is_asked_for() -> None:
    drawing = map_drawing((a_place(),), "https://tiles.example/{z}/{x}/{y}.png")
    assert drawing is not None
    assert not drawing.land
    assert 1 <= len(drawing.tiles) < 60
    assert all(tile.href.startswith("https://tiles.example/") for tile in drawing.tiles)
