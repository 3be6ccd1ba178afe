"""Records, desks and clients for tests of pages and API."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from sayso.claims import ReportRecord
from sayso.ingest import SourceOptions, find_files, open_sources
from sayso.model import Claim, End, Party, Record
from sayso.pipeline import Reader
from sayso.run.local import Reading, read_all
from sayso.serve.desk.actions import Actions
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.desk import Desk
from sayso.serve.desk.memory import MemoryArchive
from sayso.serve.web.app import create_app, point
from sayso.serve.web.options import ServeOptions
from sayso.store import Store
from tests.factory import a_casualty, a_document, a_judgement, a_party, a_record, an_attribution, words

EXAMPLES = Path(__file__).parents[2] / "examples"
KARABAKH = "nagorno-karabakh-2020"


@cache
def example_records() -> tuple[ReportRecord, ...]:
    """The bundled samples, read once a test run."""
    found = read_all(open_sources(list(find_files((str(EXAMPLES),))), SourceOptions(), lambda: b""), Reader.load())
    return tuple(one.record for one in found if isinstance(one, Reading))


@cache
def _application(options: ServeOptions) -> FastAPI:
    """An application over nothing, made once a run: working out its routes takes longer than most tests."""
    return create_app(MemoryArchive(()), options)


class App:
    """An application of one's own, over one's own archive, on the routes that all tests share."""

    def __init__(self, archive: Archive, store: Store | None = None, **options: Any) -> None:
        self.shared = _application(ServeOptions(**options))
        self._desk = Desk(archive)
        self._actions = Actions(self._desk, store) if store is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer over the own archive; tests ask one after another."""
        if self.shared.state.desk is not self._desk:
            point(self.shared, self._desk, self._actions)
        await self.shared(scope, receive, send)

    def client(self) -> TestClient:
        """A browser of this machine, following no redirect."""
        return TestClient(self, base_url="http://127.0.0.1", follow_redirects=False)


def a_client(archive: Archive | None = None, **options: Any) -> TestClient:
    """A browser before an application over an archive, or over the bundled samples."""
    return App(archive or MemoryArchive(example_records()), **options).client()


#: Ends every construct that HTML has and begins a script.
HOSTILE = "</title></textarea>'\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;{{7*7}}"


def a_hostile_record(mark: str = HOSTILE) -> ReportRecord:
    """A report that says the same in every text field it has."""
    text = f"Ten soldiers {mark} were killed, {mark} said. Three {mark} times {mark} denied it."
    document = a_document(text, title=mark, publisher=mark, name=mark, uri=mark)
    party = a_party(mark, role=mark, affiliation=mark, speaks_for=mark, side=mark, side_group=mark)
    said = an_attribution(document, mark, "said", f"Ten soldiers {mark} were killed", speaker=party, via=(party,))
    claim = a_casualty(
        document,
        f"Ten soldiers {mark} were killed",
        value={"place": mark, "side": mark, "side_group": mark, "perpetrator": mark, "posture": "own_loss"},
        source=party,
        via=(party,),
        attribution=said.id,
        basis=words(document, mark),
        unresolved={"place": mark, mark: mark},
    )
    denial = a_judgement(
        "denies",
        subject=End(party=Party(name=mark, kind="state")),
        object=End(claims=(claim.id,)),
        evidence=(words(document, mark),),
        why={mark: mark},
        by=mark,
    )
    hostile: Claim[Any] = claim
    made: Record[Any] = a_record(
        document,
        attributions=(said,),
        claims=(hostile,),
        judgements=(denial,),
        conflict=mark.replace("/", ""),
        notes=(mark,),
    )
    return made
