"""Casualty figures in a report: how many, harmed how, of whom, how sure, and what was passed over."""

from __future__ import annotations

from sayso.extract.casualties.figures import Figures, find_casualties

__all__ = ["Figures", "find_casualties"]
