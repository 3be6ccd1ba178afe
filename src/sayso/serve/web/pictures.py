"""Charts of `sayso.serve.plots` as pictures that a page may show: no style attributes, which the pages' policy forbids.

Colours become CSS variables with the colour of a theme to fall back on: the same picture fits a page, where the page's
own light or dark colours reach it, and an `<img>`, where they do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from xml.etree import ElementTree

from sayso.serve.desk import links
from sayso.serve.desk.ledger import Ledger
from sayso.serve.plots.charts import timeline_chart
from sayso.serve.plots.drawing import DrawOptions, draw
from sayso.serve.plots.model import Ref, TimePanel
from sayso.serve.plots.pen import THEMES, Theme

_SVG = "{http://www.w3.org/2000/svg}"
#: The page's own font serves better.
_LEFT_OUT = frozenset({"font-family"})
#: Words stand clear of the lines they cross.
_LEGIBLE = {"paint-order": "stroke", "stroke": "var(--plot-ground, #ffffff)", "stroke-width": "3"}
Ground = Literal["light", "dark"]
#: Rows of the chart on a conflict's first page; the page of figures over time has all.
_FIRST_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """Which picture of figures over time: as on record on a day, whole or only its first rows, on which ground."""

    as_of: date | None = None
    whole: bool = False
    theme: Ground = "light"


def timeline_picture(ledger: Ledger, asked: Pictured) -> bytes:
    """The chart of figures over time; kept until the conflict changes."""
    wanted = replace(asked, as_of=ledger.clamped(asked.as_of), theme="light")
    light = ledger.pages.get(wanted, lambda: _drawn(ledger, wanted))
    return light if asked.theme == "light" else _fallen_back(light, THEMES["light"], THEMES["dark"])


def _drawn(ledger: Ledger, wanted: Pictured) -> bytes:
    book, day = ledger.book, wanted.as_of
    if day is not None:
        book = book.only(r for r in book.records if r.document.published is None or r.document.published <= day)
    chart = replace(timeline_chart(book), headed=False)
    if not wanted.whole:
        first = (panel for panel in chart.panels if isinstance(panel, TimePanel) and panel.row < _FIRST_ROWS)
        chart = replace(chart, panels=tuple(first), notes=())
    return shown_in_pages(draw(chart, DrawOptions(form="svg", theme="light", link=_link)))


def _link(ref: Ref) -> str | None:
    return links.claim(ref.id) if ref.kind == "claim" else None


def shown_in_pages(svg: bytes) -> bytes:
    """The same picture with attributes for styles and variables for the colours of the light theme."""
    root = ElementTree.fromstring(svg)
    root.attrib.update({"stroke-linejoin": "round", "stroke-linecap": "butt", "font-family": "sans-serif"})
    root.set("class", "drawing chart")
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{_SVG}metadata", f"{_SVG}style"):
                parent.remove(child)
    names = _variables(THEMES["light"])
    for element in root.iter():
        _without_style(element, names)
        if element.tag == f"{_SVG}text":
            element.attrib.update(_LEGIBLE)
    written: bytes = ElementTree.tostring(root, encoding="utf-8")
    return written


def _without_style(element: ElementTree.Element, names: dict[str, str]) -> None:
    for declared in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declared.partition(":"))
        if value and name not in _LEFT_OUT:
            element.set(name, f"var({names[value]}, {value})" if value in names else value)


def _variables(theme: Theme) -> dict[str, str]:
    """Colour -> the CSS variable that stands for it."""
    named = {"ground": theme.ground, "ink": theme.ink, "faint": theme.faint, "grid": theme.grid}
    tones = {tone.replace("_", "-"): colour for tone, colour in theme.tones.items()}
    return {colour: f"--plot-{name}" for name, colour in {**tones, **named}.items()}


def _fallen_back(svg: bytes, given: Theme, wanted: Theme) -> bytes:
    """The picture with the fallback colours of another theme."""
    names = {name: colour for colour, name in _variables(given).items()}
    others = {name: colour for colour, name in _variables(wanted).items()}
    text = svg.decode("utf-8")
    for name, colour in names.items():
        text = text.replace(f"var({name}, {colour})", f"var({name}, {others[name]})")
    return text.encode("utf-8")


def picture_path(head: str, as_of: str | None, theme: str, whole: bool) -> str:
    """Where the chart of a conflict is; `head`: the conflict's own address."""
    return links.to(f"{head}/timeline.svg", {"as_of": as_of, "theme": theme, "whole": whole})
