"""An invented world for tests: states, ministries and an agency that no dossier knows, found by their names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.link.dates import find_dates
from sayso.link.mentions import Mentions, PartyMention
from sayso.model import Document, Party

_ORGAN = r"(?: (?:Defence|Interior|Health|Foreign|Emergencies) Ministry| army| government| police)"
_STATES = {"Norland": ("Norlandic", "Norhaven"), "Veskia": ("Veskian", "Veskgrad")}


def mentions_of(document: Document) -> Mentions:
    """The mentions of the invented world in a report, with its dates."""
    found = sorted(_parties(document.text), key=lambda m: m.start)
    return Mentions(parties=tuple(found), dates=find_dates(document.text, document.published))


def _parties(text: str) -> Iterator[PartyMention]:
    for state, (adjective, capital) in _STATES.items():
        for m in re.finditer(rf"\b(?:{state}|{adjective})(?P<organ>{_ORGAN})?\b", text):
            if m["organ"]:
                name = f"{adjective}{m['organ']}"
                yield _mention(m, Party(name=name, kind="organisation", speaks_for=state, side=state), "organ")
            else:
                yield _mention(m, Party(name=state, kind="state", side=state), "country")
        for m in re.finditer(rf"\b{capital}\b", text):
            yield _mention(m, Party(name=state, kind="state", side=state), "capital")
    for m in re.finditer(r"\bSunwire\b", text):
        yield _mention(m, Party(name="Sunwire", kind="outlet"), "agency")


def _mention(found: re.Match[str], party: Party, how: str) -> PartyMention:
    return PartyMention(start=found.start(), end=found.end(), party=party, how=how)


PUBLISHED = date(2021, 3, 4)
