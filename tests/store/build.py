"""Records for tests of the store; every name in them is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.claims import ReportRecord
from sayso.model import End
from tests.factory import a_casualty, a_document, a_judgement, a_party, a_record, an_attribution

TEXT = "The Ministry of Rivers said ten soldiers were killed near Oldbridge. A monitor counted twelve dead."


def a_report(text: str = TEXT, *, conflict: str | None = "rivers", low: int = 10, **known: Any) -> ReportRecord:
    """A report of two figures, the second of which conflicts with the first."""
    document = a_document(text, **{"name": "rivers-1", "title": "Ten killed near Oldbridge", **known})
    ministry = a_party("Ministry of Rivers", speaks_for="North", side="North", side_group="North")
    said = an_attribution(document, "The Ministry of Rivers", "said", "ten soldiers were killed", speaker=ministry)
    told = {"low": low, "high": low, "side": "North", "side_group": "North", "group": "combatant"}
    told |= {"posture": "own_loss", "place": "Oldbridge", "happened_start": date(2021, 3, 3), "scope": "incident"}
    ten = a_casualty(document, "ten soldiers were killed", value=told, attribution=said.id, source=ministry)
    twelve = a_casualty(
        document, "twelve dead", value={"low": 12, "high": 12, "side": "South"}, source=a_party("A monitor")
    )
    apart = a_judgement("conflicts", subject=End(claims=(twelve.id,)), object=End(claims=(ten.id,)))
    return a_record(document, attributions=(said,), claims=(ten, twelve), judgements=(apart,), conflict=conflict)


def newer(record: ReportRecord, origin: str = "test@2", **changed: Any) -> ReportRecord:
    """The same report read by a newer extractor, with something of its claims changed."""
    from dataclasses import replace

    return replace(record, claims=tuple(replace(claim, origin=origin, **changed) for claim in record.claims))
