"""Names to parties, places and dates. Every name of a party, demonym or place lives here, in knowledge/."""

from __future__ import annotations

from sayso.link.dates import find_dates
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Mentions
from sayso.link.parties import find_parties
from sayso.model import Document

__all__ = ["find_mentions"]


def find_mentions(document: Document, knowledge: Knowledge) -> Mentions:
    """Every party, place and date that the report names, found once and used by every stage."""
    return Mentions(
        parties=find_parties(document.text, knowledge),
        dates=find_dates(document.text, document.published),
    )
