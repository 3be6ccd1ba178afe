"""Who may write: the write path of what is served, or that there is none."""

from __future__ import annotations

from fastapi import Request

from sayso.errors import SaysoError
from sayso.serve.desk.actions import Actions


class ForbiddenError(SaysoError):
    """A request that may not be carried out: not from a page of ours, or meant to change what is served read-only."""


def actions_of(request: Request) -> Actions:
    """The write path; raises ForbiddenError where what is served cannot be changed."""
    actions: Actions | None = request.app.state.actions
    if actions is None:
        raise ForbiddenError("what is served here cannot be changed")
    return actions
