"""Take the pictures of pages: `python -m scripts.take_pictures FOLDER` for every page, with --docs those of the README.

Needs the extras `browser` and `serve`, and Chromium. The pages are served over the bundled samples.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize
from tests.browser import support

from sayso.store import open_store

ColorScheme = Literal["light", "dark"]
README_PICTURES = {"conflict": (1200, 860), "report": (1200, 820)}


def shown(browser: Browser, address: str, size: ViewportSize, scheme: ColorScheme) -> Page:
    """A page of a browser in which somebody reviews."""
    context = browser.new_context(viewport=size, color_scheme=scheme)
    context.add_cookies([{"name": "sayso_coder", "value": "Ann%20Example", "url": address}])
    return context.new_page()


def combinations() -> Iterator[tuple[str, ViewportSize, ColorScheme]]:
    """Name, size and colours of every way a page is looked at."""
    sizes: tuple[tuple[str, ViewportSize], ...] = (("desktop", support.DESKTOP), ("phone", support.PHONE))
    schemes: tuple[ColorScheme, ...] = ("light", "dark")
    for size_name, size in sizes:
        for scheme in schemes:
            yield f"{size_name}-{scheme}", size, scheme


def take(folder: Path, *, docs: bool) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        store = open_store(support.sample_database(Path(scratch) / "demo.db"))
        pages = support.every_page(store)
        if not docs:
            support.decided(store)
        with support.served(store) as address, support.chromium() as browser:
            if docs:
                for name, (width, height) in README_PICTURES.items():
                    page = shown(browser, address, {"width": width, "height": height}, "light")
                    page.goto(address + pages[name])
                    page.screenshot(path=folder / f"{name}.png")
            else:
                _every(browser, address, pages, folder)
        store.close()


def _every(browser: Browser, address: str, pages: dict[str, str], folder: Path) -> None:
    for combination, size, scheme in combinations():
        page = shown(browser, address, size, scheme)
        for name, path in pages.items():
            page.goto(address + path)
            page.screenshot(path=folder / f"{name}-{combination}.png", full_page=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", action="store_true", help="only the pictures of the README")
    asked = parser.parse_args()
    take(asked.folder, docs=asked.docs)
