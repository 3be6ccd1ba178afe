"""An extractor that is quick and does nothing but find a number, for the tests of what carries the real one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sayso.claims import ReportRecord
from sayso.model import Document
from tests.factory import a_casualty, a_record

ORIGINS = frozenset({"test@1"})
_FIGURE = re.compile(r"(\d+) were killed")


class Stub:
    """Reads "N were killed"; stumbles over a text that says so."""

    def read(self, document: Document) -> ReportRecord:
        if "stumble" in document.text:
            raise RuntimeError("stumbled")
        found = _FIGURE.search(document.text)
        claims = (a_casualty(document, found[0], value={"low": int(found[1]), "high": int(found[1])}),) if found else ()
        return a_record(document, claims=claims)


def write_reports(path: Path, number: int) -> Path:
    """JSON lines of short reports, each with a figure of its own, a few the same text from other addresses."""
    with path.open("w") as file:
        for n in range(number):
            text = (
                f"Report {n % (number - 5)}. Near the village of Lower Field {n % (number - 5)} were killed, it said."
            )
            file.write(json.dumps({"doc_id": f"r{n}", "text": text, "uri": f"https://post.example/{n}"}) + "\n")
    return path
