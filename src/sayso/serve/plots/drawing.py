"""Charts as SVG or PNG: the one door to the drawing library, which is an extra (`pip install 'sayso[plot]'`)."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast
from xml.etree import ElementTree

from sayso.errors import UsageError
from sayso.serve.plots.model import Chart, Ref, RowPanel, TimePanel

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sayso.serve.plots.pen import Pen

Form = Literal["svg", "png"]
FORMS: tuple[Form, ...] = ("svg", "png")
_SVG = "http://www.w3.org/2000/svg"
#: The drawing library keeps its settings in one place for all threads.
_LOCK = threading.Lock()
_DOTS_PER_INCH = 160
_FONTS = ["DejaVu Sans", "sans-serif"]


def no_link(ref: Ref) -> str | None:
    """No mark is a link."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawOptions:
    """How to draw: `width` in inches; `link` gives the address of a mark (SVG only) or None."""

    form: Form = "svg"
    theme: Literal["light", "dark"] = "light"
    width: float = 11.0
    link: Callable[[Ref], str | None] = no_link


def draw(chart: Chart, options: DrawOptions | None = None) -> bytes:
    """The picture of a chart. The same chart gives the same bytes. UsageError where the drawing library is missing.

    In an SVG each mark is a group of class `mark` with its words as `<title>` and `data-kind`, `data-id` of what it
    stands for; words are text, not outlines.
    """
    options = options or DrawOptions()
    need_library()
    import matplotlib

    from sayso.serve.plots.pen import THEMES, Pen

    settings: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "sayso", "font.family": _FONTS}
    pen = Pen(THEMES[options.theme], options.link)
    with _LOCK, matplotlib.rc_context(settings), warnings.catch_warnings():
        # A letter that the font lacks is drawn as a box; the reader of a picture need not be told of fonts.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = _figure(chart, options, pen)
        written = io.BytesIO()
        figure.savefig(written, format=options.form, dpi=_DOTS_PER_INCH, metadata=_metadata(chart, options.form))
    return _with_meanings(written.getvalue(), chart, pen) if options.form == "svg" else written.getvalue()


def need_library() -> None:
    """UsageError where the drawing library is not installed."""
    try:
        import matplotlib  # noqa: F401
    except ImportError as error:
        raise UsageError("pictures need a drawing library: pip install 'sayso[plot]'") from error


def _figure(chart: Chart, options: DrawOptions, pen: Pen) -> Figure:
    from sayso.serve.plots.frame import new_sheet
    from sayso.serve.plots.grid import SIGNS, draw_grid, grid_height
    from sayso.serve.plots.rows import draw_rows, rows_height

    times = [panel for panel in chart.panels if isinstance(panel, TimePanel)]
    rows = [panel for panel in chart.panels if isinstance(panel, RowPanel)]
    if times:
        sheet = new_sheet(chart, (options.width, grid_height(times)), SIGNS, pen)
        draw_grid(sheet.figure, sheet.box, times, pen)
    else:
        sheet = new_sheet(chart, (options.width, rows_height(rows)), "", pen)
        draw_rows(sheet.figure, sheet.box, rows, pen)
    return sheet.figure


def _metadata(chart: Chart, form: Form) -> dict[str, str | None]:
    if form == "png":
        return {"Software": None, "Title": chart.title}
    return {"Date": None, "Creator": None, "Title": chart.title}


def _with_meanings(svg: bytes, chart: Chart, pen: Pen) -> bytes:
    """Write into the SVG what it and each of its marks stand for."""
    for prefix, address in (("", _SVG), ("xlink", "http://www.w3.org/1999/xlink")):
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.fromstring(svg)
    root.set("role", "img")
    _first_child(root, "title", chart.title)
    for element in root.iter():
        meaning = pen.meanings.get(element.get("id", ""))
        if meaning is not None:
            element.set("class", "mark")
            element.set("data-kind", meaning.ref.kind)
            element.set("data-id", meaning.ref.id)
            _first_child(element, "title", meaning.title)
    return cast(bytes, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _first_child(element: ElementTree.Element, name: str, words: str) -> None:
    child = ElementTree.Element(f"{{{_SVG}}}{name}")
    child.text = words
    element.insert(0, child)
