"""A sheet in a form, to a file or to standard output."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from sayso.errors import InputError, UsageError
from sayso.serve.export.event_sheets import Sides, acled, ged, left_out_sheet
from sayso.serve.export.forms.geojson import write_geojson
from sayso.serve.export.forms.lines import write_csv, write_jsonl
from sayso.serve.export.forms.parquet import write_parquet
from sayso.serve.export.forms.webannotation import write_annotations
from sayso.serve.export.forms.xlsx import write_xlsx
from sayso.serve.export.material import Material
from sayso.serve.export.places import Locate
from sayso.serve.export.sheet import Sheet
from sayso.serve.export.sheets import SHEETS

TEXT_FORMS = ("csv", "jsonl", "geojson", "webannotation")
#: Forms that no terminal shows, by what writes them.
_BINARY = {"parquet": write_parquet, "xlsx": write_xlsx}
FORMS = (*TEXT_FORMS, *_BINARY)
EVENT_SHEETS = {"ged": ged, "acled": acled}
#: Goes before the ending of the file beside an event table that holds what is in no event.
BESIDE = "-left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One export: which sheet, of what, in which form."""

    name: str
    form: str
    material: Material
    locate: Locate
    sides: Sides = field(default=lambda conflict: ())

    def _sheet(self) -> Sheet:
        if self.name in EVENT_SHEETS:
            return EVENT_SHEETS[self.name](self.material, self.locate, self.sides)
        return SHEETS[self.name](self.material)

    def to_text(self, file: IO[str]) -> None:
        """Write one of TEXT_FORMS; raises UsageError where the sheet has no such form."""
        if self.form == "webannotation":
            write_annotations(self.name, self.material.records(), file)
            return
        self._write_text(self._sheet(), file)

    def _write_text(self, sheet: Sheet, file: IO[str]) -> None:
        if self.form == "geojson":
            write_geojson(sheet, file, self.locate)
        else:
            {"csv": write_csv, "jsonl": write_jsonl}[self.form](sheet, file)

    def to_file(self, path: Path) -> None:
        """Write any form to a file, which is there in whole or not at all; beside events what is in none of them."""
        if self.form == "webannotation":
            in_whole(path, lambda part: _as_text(part, self.to_text))
            return
        in_whole(path, lambda part: self._write(self._sheet(), part))
        if self.name in EVENT_SHEETS:
            beside = path.with_name(f"{path.stem}{BESIDE}{path.suffix}")
            in_whole(beside, lambda part: self._write(left_out_sheet(self.material, self.name), part))

    def _write(self, sheet: Sheet, path: Path) -> None:
        if self.form in _BINARY:
            _BINARY[self.form](sheet, path)
        else:
            _as_text(path, lambda file: self._write_text(sheet, file))


def _as_text(path: Path, write: Callable[[IO[str]], None]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        write(file)


def in_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file and move it into place; raises InputError where that cannot be done."""
    part = path.with_name(f".{path.name}.part")
    try:
        write(part)
        os.replace(part, path)
    except OSError as error:
        raise InputError(f"{path}: cannot write there ({error.strerror or error})") from error
    except ImportError as error:
        raise UsageError(f"{path}: needs {error.name}; install it with: pip install 'sayso[export]'") from error
    finally:
        part.unlink(missing_ok=True)
