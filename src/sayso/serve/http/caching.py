"""Entity tags: whether what an asker holds is still what there is."""

from __future__ import annotations

import hashlib

from fastapi import Request


def here(request: Request) -> str:
    """The address of this request, without its host."""
    return f"{request.url.path}{f'?{request.url.query}' if request.url.query else ''}"


def etag(*parts: object) -> str:
    """An entity tag over what an answer depends on."""
    told = "\x1f".join(str(part) for part in parts)
    return f'"{hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'


def unchanged(request: Request, tag: str) -> bool:
    """True where the asker holds this version already."""
    given = request.headers.get("if-none-match", "")
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in given.split(","))
