"""Excel by openpyxl: one sheet, every text a text and no formula."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.serve.export.forms.cells import flat_rows
from sayso.serve.export.sheet import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

#: What the format allows.
MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767
_CUT = "… (cut)"


def write_xlsx(sheet: Sheet, path: Path) -> None:
    """One workbook of one sheet; raises UsageError where there are more rows than the format holds."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page: Any = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    page.append([column.name for column in sheet.columns])
    for number, row in enumerate(flat_rows(sheet), start=2):
        if number > MAX_ROWS:
            raise UsageError(f"{path}: an Excel sheet holds {MAX_ROWS:,} rows; take csv or parquet")
        page.append([_cell(page, value) for value in row])
    book.save(path)


def _cell(page: WriteOnlyWorksheet, value: Any) -> Any:
    """A text is written as one whatever it starts with; control characters, which the format lacks, as U+FFFD."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS - len(_CUT)] + _CUT
    cell = WriteOnlyCell(page, value=text)
    cell.data_type = "s"
    return cell
