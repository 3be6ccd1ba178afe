"""Take the pictures of pages: `python -m scripts.take_pictures FOLDER` for every page, with --docs those of the README.

Every page in every state that people meet, light and dark, on a desktop and a phone, printed, and with a map of tiles.
Needs the extras `browser` and `serve`, and Chromium. The pages are served over the bundled samples.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, Route, ViewportSize
from tests.browser import support
from tests.browser.states import State, every_state
from tests.serve.reviewers import the_report

from sayso.serve.web.options import ServeOptions
from sayso.store import Store, open_store

ColorScheme = Literal["light", "dark"]
README_PICTURES = {"conflict": (1200, 860), "report": (1200, 820)}
#: A page of A4 at 96 dots an inch, less its margins.
PAPER: ViewportSize = {"width": 718, "height": 1046}
PRINTED = ("conflict", "report")
TILES = "https://tiles.example/{z}/{x}/{y}.png"


@contextmanager
def shown(browser: Browser, address: str, size: ViewportSize, scheme: ColorScheme) -> Iterator[Page]:
    """A page of a browser of its own."""
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=address)
    yield context.new_page()
    context.close()


def combinations() -> Iterator[tuple[str, ViewportSize, ColorScheme]]:
    """Name, size and colours of every way a page is looked at."""
    sizes: tuple[tuple[str, ViewportSize], ...] = (("desktop", support.DESKTOP), ("phone", support.PHONE))
    schemes: tuple[ColorScheme, ...] = ("light", "dark")
    for size_name, size in sizes:
        for scheme in schemes:
            yield f"{size_name}-{scheme}", size, scheme


def take_for_readme(folder: Path) -> None:
    """Write the two pictures of the README into a folder."""
    with _samples() as store, support.served(store) as address, support.chromium() as browser:
        pages = support.every_page(store)
        for name, (width, height) in README_PICTURES.items():
            with shown(browser, address, {"width": width, "height": height}, "light") as page:
                page.goto(pages[name])
                page.screenshot(path=folder / f"{name}.png")


def take_all(folder: Path, only: str) -> None:
    """Write a picture of every page whose name begins with `only`, in every way it is looked at."""
    with _samples() as store, support.chromium() as browser:
        store.add(replace(the_report(), conflict=None))
        support.decided(store)
        states = {**every_state(store), "no-dossier": State("/conflict/none")}
        asked = {name: state for name, state in states.items() if name.startswith(only)}
        with support.served(store) as address:
            for combination, size, scheme in combinations():
                with shown(browser, address, size, scheme) as page:
                    _take(page, asked, folder, combination)
            with shown(browser, address, PAPER, "dark") as page:
                page.emulate_media(media="print")
                _take(page, {name: state for name, state in asked.items() if name in PRINTED}, folder, "printed")
        with (
            support.served(store, ServeOptions(tiles=TILES)) as address,
            shown(browser, address, support.DESKTOP, "light") as page,
        ):
            page.route("https://tiles.example/**", _tile)
            _take(page, {name: state for name, state in asked.items() if name == "conflict"}, folder, "tiles")


@contextmanager
def _samples() -> Iterator[Store]:
    with TemporaryDirectory() as scratch:
        store = open_store(support.sample_database(Path(scratch) / "demo.db"))
        yield store
        store.close()


def _take(page: Page, states: Mapping[str, State], folder: Path, combination: str) -> None:
    for name, state in states.items():
        state.reach(page)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{name}-{combination}.png", full_page=True)


def _tile(route: Route) -> None:
    """A tile of a tile server that is not asked: each of another grey, so that their order is seen."""
    numbers = [int(part) for part in route.request.url.removesuffix(".png").split("/")[-2:]]
    tone = 190 + 20 * (sum(numbers) % 3)
    written = io.BytesIO()
    Image.new("RGB", (256, 256), (tone, tone, 225)).save(written, "PNG")
    route.fulfill(body=written.getvalue(), content_type="image/png")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", action="store_true", help="only the pictures of the README")
    parser.add_argument("--only", default="", help="only pages whose name begins so")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.docs:
        take_for_readme(options.folder)
    else:
        take_all(options.folder, options.only)
