"""The API's side of review: the same actions as the pages' forms, as JSON."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Request
from pydantic import TypeAdapter
from starlette.responses import Response, StreamingResponse

from sayso.serve.api import problems
from sayso.serve.api.routes import answered
from sayso.serve.desk.actions import ClaimAct, Code, Enter, PartyAct, TakeBack, Withdraw
from sayso.serve.desk.cards import ClaimCard, JudgementCard, judgement_card, stored_card
from sayso.serve.desk.coding_pages import CodingsPage
from sayso.serve.desk.decisions import DecisionCard, DecisionsPage, decision_card
from sayso.serve.desk.desk import Desk
from sayso.serve.desk.review import ReviewPage
from sayso.serve.export.corrections import correction_lines
from sayso.serve.http.acting import actions_of
from sayso.serve.http.asking import AskedReason, AskedStretch, Name
from sayso.store.interface import Decision

#: What an action may answer beside that it was carried out.
_RESPONSES = problems.responses(400, 403, 404, 409, 413, 422)
router = APIRouter(prefix="/api/v1", responses=problems.RESPONSES)
_DECISION = TypeAdapter(DecisionCard)
_CLAIM = TypeAdapter(ClaimCard)
_JUDGEMENT = TypeAdapter(JudgementCard)


def _made(adapter: TypeAdapter[Any], made: object) -> Response:
    return Response(adapter.dump_json(made), status_code=201, media_type="application/json")


def _decided(made: Decision) -> Response:
    return _made(_DECISION, decision_card(made))


@router.post("/claim/{identifier}/decisions", response_model=DecisionCard, status_code=201, responses=_RESPONSES)
def on_claim(request: Request, identifier: str, act: Annotated[ClaimAct, Body()]) -> Response:
    """Accept, correct, reject, note, grade, link or unlink a claim. 409 where somebody decided since `expected`."""
    return _decided(actions_of(request).on_claim(identifier, act))


@router.post("/claim/{identifier}/withdrawals", response_model=JudgementCard, status_code=201, responses=_RESPONSES)
def withdraw(request: Request, identifier: str, act: Annotated[Withdraw, Body()]) -> Response:
    """Withdraw a judgement on a claim. 409 where somebody did so before."""
    actions = actions_of(request)
    made = actions.withdraw(identifier, act)
    stored = actions.store.claim(identifier)
    ledger = actions.desk.ledgers.of(stored.conflict if stored else None)
    return _made(_JUDGEMENT, judgement_card(made, identifier, ledger))


@router.post("/party/decisions", response_model=DecisionCard, status_code=201, responses=_RESPONSES)
def on_party(request: Request, name: Name, act: Annotated[PartyAct, Body()]) -> Response:
    """Grade a source, note something about it, or merge its name into another."""
    return _decided(actions_of(request).on_party(name, act))


@router.post("/decisions/{identifier}/undo", response_model=DecisionCard, status_code=201, responses=_RESPONSES)
def undo(request: Request, identifier: str, act: Annotated[TakeBack, Body()]) -> Response:
    """Take a decision back."""
    return _decided(actions_of(request).take_back(identifier, act))


@router.post("/conflict/{key}/claims", response_model=ClaimCard, status_code=201, responses=_RESPONSES)
def enter(request: Request, key: str, act: Annotated[Enter, Body()]) -> Response:
    """Enter a claim by hand."""
    actions = actions_of(request)
    return _made(_CLAIM, stored_card(actions.enter(actions.desk.ledger(key).conflict, act)))


@router.post("/report/{document}/coding", response_model=DecisionCard, status_code=201, responses=_RESPONSES)
def code(request: Request, document: str, act: Annotated[Code, Body()]) -> Response:
    """Keep one coder's figures of a report."""
    return _decided(actions_of(request).code(document, act))


@router.get("/report/{document}/codings", response_model=CodingsPage)
def codings(request: Request, document: str) -> Response:
    """Who coded a report, and, once two are done, where they differ."""
    return answered(request, CodingsPage, lambda desk: desk.codings(document))


@router.get("/conflict/{key}/review", response_model=ReviewPage)
def review(request: Request, key: str, stretch: AskedStretch, why: AskedReason = None) -> Response:
    """What needs a look."""
    return answered(request, ReviewPage, lambda desk: desk.review(key, why, stretch))


@router.get("/decisions", response_model=DecisionsPage)
def decisions(request: Request, stretch: AskedStretch) -> Response:
    """What people decided, the latest first."""
    return answered(request, DecisionsPage, lambda desk: desk.decisions(stretch))


@router.get(
    "/corrections.jsonl",
    response_class=StreamingResponse,
    responses={200: {"description": "OK", "content": {"application/jsonl": {"schema": {"type": "string"}}}}},
)
def corrections_as_lines(request: Request) -> Response:
    """What people corrected, rejected, accepted and entered, as training data: one JSON object a line."""
    desk: Desk = request.app.state.desk
    lines = (f"{line}\n" for line in correction_lines(desk.archive))
    return StreamingResponse(lines, media_type="application/jsonl")
