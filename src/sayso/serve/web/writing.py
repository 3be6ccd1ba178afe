"""Forms that change what is on record: each is checked for its token, typed, carried out, and answered by a redirect.

Where somebody else was first, the answer is a page (409) with what they did and what was entered here, kept to be sent
again on purpose. Nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from pydantic import TypeAdapter, ValidationError
from starlette.responses import RedirectResponse, Response

from sayso.errors import ConflictError, UsageError
from sayso.serve.desk import links
from sayso.serve.desk.actions import CLAIM_ACT, PARTY_ACT, Code, Enter, TakeBack, Withdraw
from sayso.serve.desk.coding import FIELDS
from sayso.serve.desk.decisions import ACTIONS
from sayso.serve.desk.forms import LABELS, changes_of
from sayso.serve.http.acting import actions_of
from sayso.serve.http.asking import Name
from sayso.serve.web.collisions import Attempt, claim_collision, other_collision
from sayso.serve.web.failures import failure_page
from sayso.serve.web.rendering import CODER_COOKIE, Renderer, local
from sayso.serve.web.safety import Tokens
from sayso.store.interface import TargetKind

_YEAR = 365 * 86_400
_CODE: TypeAdapter[Code] = TypeAdapter(Code)
_ENTER: TypeAdapter[Enter] = TypeAdapter(Enter)
_TAKE_BACK: TypeAdapter[TakeBack] = TypeAdapter(TakeBack)
_WITHDRAW: TypeAdapter[Withdraw] = TypeAdapter(Withdraw)

Entered = Mapping[str, str]


async def checked_form(request: Request) -> Entered:
    """What was entered; raises ForbiddenError unless the form is one of ours."""
    form = await request.form(max_files=0, max_fields=3000)
    entered = {name: value for name, value in form.items() if isinstance(value, str)}
    tokens: Tokens = request.app.state.tokens
    tokens.check(request, entered.get("token", ""))
    return entered


Form = Annotated[Entered, Depends(checked_form)]
#: Every route here takes a form, so that none is without its token.
router = APIRouter(include_in_schema=False, default_response_class=Response, dependencies=[Depends(checked_form)])


def done(request: Request, entered: Entered, instead: str) -> Response:
    """Back to where the form stood, with the coder's name remembered."""
    response = RedirectResponse(local(entered.get("back") or instead), status_code=303)
    if name := " ".join(entered.get("by", "").split())[:80]:
        response.set_cookie(CODER_COOKIE, quote(name), httponly=True, samesite="strict", max_age=_YEAR, path="/")
    return response


def attempted(request: Request, attempt: Attempt, carry_out: Callable[[], str]) -> Response:
    """Carry an action out; `carry_out` gives the page to show. What is wrong is told with what was entered kept."""
    renderer: Renderer = request.app.state.renderer
    try:
        return done(request, attempt.entered, carry_out())
    except ConflictError as error:
        page = claim_collision if attempt.claim else other_collision
        return renderer.page(request, "collision.html", page(request.app.state.desk, attempt, str(error)), 409)
    except ValidationError as error:
        return failure_page(renderer, request, 422, told(error), _typed(attempt))
    except UsageError as error:
        return failure_page(renderer, request, 422, str(error), _typed(attempt))


def told(error: ValidationError) -> str:
    """The first thing wrong with a form, in one line."""
    first = error.errors()[0]
    loc = first["loc"][1:] if len(first["loc"]) > 1 and first["loc"][0] in ACTIONS else first["loc"]
    where = ", ".join(str(part) for part in loc if part != "changes")
    return f"{where or 'action'}: {first['msg']}"


def _typed(attempt: Attempt) -> tuple[tuple[str, str], ...]:
    """What was entered, without what the form itself brought."""
    own = ("token", "expected", "back", "action")
    return tuple(
        (LABELS.get(name, name), value) for name, value in attempt.entered.items() if value and name not in own
    )


@router.post("/claim/{identifier}")
def on_claim(request: Request, identifier: str, entered: Form) -> Response:
    """Accept, correct, reject, note, grade, link or unlink a claim."""
    actions = actions_of(request)

    def carry_out() -> str:
        told = {**_given(entered), "changes": changes_of(entered)}
        actions.on_claim(identifier, CLAIM_ACT.validate_python(told))
        return links.claim(identifier)

    return attempted(request, Attempt(path=request.url.path, entered=entered, claim=identifier), carry_out)


@router.post("/claim/{identifier}/withdraw")
def withdraw(request: Request, identifier: str, entered: Form) -> Response:
    """Withdraw a judgement on a claim."""
    actions = actions_of(request)

    def carry_out() -> str:
        actions.withdraw(identifier, _WITHDRAW.validate_python(_given(entered)))
        return links.claim(identifier)

    target: tuple[TargetKind, str] = ("judgement", entered.get("judgement", ""))
    return attempted(request, Attempt(path=request.url.path, entered=entered, target=target), carry_out)


@router.post("/party")
def on_party(request: Request, name: Name, entered: Form) -> Response:
    """Grade a source, note something about it, or merge its name into another."""
    actions = actions_of(request)

    def carry_out() -> str:
        actions.on_party(name, PARTY_ACT.validate_python(_given(entered)))
        return "/"

    path = links.to("/party", {"name": name})
    return attempted(request, Attempt(path=path, entered=entered, target=("party", name)), carry_out)


@router.post("/decision/{identifier}/undo")
def undo(request: Request, identifier: str, entered: Form) -> Response:
    """Take a decision back."""
    actions = actions_of(request)

    def carry_out() -> str:
        made = actions.take_back(identifier, _TAKE_BACK.validate_python(_given(entered)))
        return links.claim(made.target) if made.target_kind == "claim" else "/decisions"

    return attempted(request, Attempt(path=request.url.path, entered=entered), carry_out)


@router.post("/conflict/{key}/enter")
def enter(request: Request, key: str, entered: Form) -> Response:
    """Enter a claim by hand."""
    actions = actions_of(request)

    def carry_out() -> str:
        conflict = actions.desk.ledger(key).conflict
        told = {**_given(entered), "changes": changes_of({k: v for k, v in entered.items() if k != "effect"})}
        return links.claim(actions.enter(conflict, _ENTER.validate_python(told)).claim.id)

    return attempted(request, Attempt(path=request.url.path, entered=entered), carry_out)


@router.post("/report/{document}/code")
def code(request: Request, document: str, entered: Form) -> Response:
    """Keep one coder's figures of a report."""
    actions = actions_of(request)

    def carry_out() -> str:
        told = {**_given(entered), "rows": coded_rows(entered), "finished": entered.get("action") == "finish"}
        made = actions.code(document, _CODE.validate_python(told))
        return f"{links.report(document)}/{'codings' if (made.after or {}).get('finished') else 'code'}"

    return attempted(request, Attempt(path=request.url.path, entered=entered), carry_out)


@router.post("/coder")
def coder(request: Request, entered: Form) -> Response:
    """Remember who reviews in this browser."""
    return done(request, entered, "/")


def coded_rows(entered: Entered) -> list[dict[str, str]]:
    """The rows of a coding form, `quote-0`, `low-0` ...; rows without words are left out."""
    numbers = sorted(int(name[6:]) for name in entered if name.startswith("quote-") and name[6:].isdigit())
    rows = ({name: entered.get(f"{name}-{n}", "").strip() for name in ("quote", *FIELDS)} for n in numbers[:200])
    return [{name: value for name, value in row.items() if value} for row in rows if row["quote"]]


def _given(entered: Entered) -> dict[str, str]:
    """The fields that hold something, without what only the form itself needs."""
    own = ("token", "back")
    return {name: value.strip() for name, value in entered.items() if value.strip() and name not in own}
