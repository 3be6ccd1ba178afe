"""CSV and JSON lines."""

from __future__ import annotations

import csv
import json
from typing import IO

from sayso.serve.export.forms.cells import flat_rows, harmless, plain
from sayso.serve.export.sheet import Sheet


def write_csv(sheet: Sheet, file: IO[str]) -> None:
    """RFC 4180 with a header; texts that look like formulas get an apostrophe before them."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in sheet.columns])
    for row in flat_rows(sheet):
        writer.writerow([harmless(cell) for cell in row])


def write_jsonl(sheet: Sheet, file: IO[str]) -> None:
    """One JSON object a row, with every column, lists and structures as they are."""
    for row in sheet.rows():
        cells = {column.name: plain(row.get(column.name)) for column in sheet.columns}
        file.write(json.dumps(cells, ensure_ascii=False) + "\n")
