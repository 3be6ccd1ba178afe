"""Where the annotated material lies that is not part of the repository; tests that need it skip without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).resolve().parents[2] / "shared"))

needs_shared = pytest.mark.skipif(
    not (SHARED / "cases").is_dir(), reason=f"annotated reports are not at {SHARED.name}/ (set SAYSO_SHARED)"
)
