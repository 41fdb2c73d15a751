"""ETags: an answer that would be the same again is not made again (RFC 9110, 13.1)."""

import hashlib
from typing import Annotated

from fastapi import Depends, Request, Response

from tacitus.web._desk import desk_of
from tacitus.web._faults import ConditionMissingError, DecidedMeanwhileError
from tacitus.web._visitor import visitor_of

CACHE = "private, no-cache"


class UnchangedError(Exception):
    """The visitor holds this answer already; it becomes a 304."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def etag_of(*parts: object) -> str:
    """A strong tag over what an answer depends on."""
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}"'


def fresh(request: Request, response: Response) -> dict[str, str]:
    """A dependency: tags the answer by the ledger's state, the address and the visitor; its headers.

    Raises:
        UnchangedError: the visitor's tag says that nothing changed.
    """
    return _tagged(request, response, desk_of(request).ledger.sequence())


def fresh_linking(request: Request, response: Response) -> dict[str, str]:
    """The same for what tells of incidents alone: it stays the same until something is linked.

    Raises:
        UnchangedError: the visitor's tag says that nothing changed.
    """
    return _tagged(request, response, desk_of(request).ledger.linking())


def _tagged(request: Request, response: Response, state: int) -> dict[str, str]:
    desk, visitor = desk_of(request), visitor_of(request)
    who = (visitor.name, visitor.role) if visitor else None
    etag = etag_of(desk.version, state, str(request.url), who)
    if matches(request.headers.get("If-None-Match"), etag):
        raise UnchangedError(etag)
    headers = {"ETag": etag, "Cache-Control": CACHE}
    response.headers.update(headers)
    return headers


def unchanged(_: Request, fault: Exception) -> Response:
    """The answer without a body."""
    assert isinstance(fault, UnchangedError)  # noqa: S101  as registered
    return Response(status_code=304, headers={"ETag": fault.etag, "Cache-Control": CACHE})


def matches(header: str | None, etag: str) -> bool:
    """Whether a list of tags holds this one; a weak tag counts as its strong one."""
    if header is None:
        return False
    tags = {tag.strip().removeprefix("W/") for tag in header.split(",")}
    return "*" in tags or etag in tags


def demanded(request: Request) -> str:
    """A dependency: what If-Match says.

    Raises:
        ConditionMissingError: it says nothing.
    """
    header = request.headers.get("If-Match")
    if header is None:
        raise ConditionMissingError(
            f"{ConditionMissingError.code}: send the `etag` of what you decide about in the header If-Match"
        )
    return header


def check_match(header: str, etag: str) -> None:
    """Let through a decision about what still stands as its maker saw it.

    Raises:
        DecidedMeanwhileError: it does not.
    """
    if not matches(header, etag):
        raise DecidedMeanwhileError(
            f"{DecidedMeanwhileError.code}: somebody decided about this since you read it; read it again"
        )


Fresh = Annotated[dict[str, str], Depends(fresh)]
FreshLinking = Annotated[dict[str, str], Depends(fresh_linking)]
IfMatch = Annotated[str, Depends(demanded)]
