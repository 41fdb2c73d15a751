"""The one form of an error."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tacitus.errors import (
    LedgerAccessError,
    LedgerConflictError,
    LedgerFormatError,
    LedgerLookupError,
    LedgerUseError,
    TacitusError,
)
from tacitus.web._faults import BY_STATUS, BrokenError, InvalidRequestError, LedgerUnavailableError, RequestError
from tacitus.web._shapes import ErrorBody, ErrorDetail, ErrorResponse

_STATUS: Final[Mapping[type[TacitusError], int]] = {
    LedgerAccessError: 503,
    LedgerFormatError: 503,
    LedgerLookupError: 404,
    LedgerConflictError: 412,
    LedgerUseError: 422,
}
_SAID: Final = {
    404: "there is nothing at this address; /api/openapi.json lists what there is",
    405: "this address does not take this method; /api/openapi.json says which it takes",
    413: "the body is too long; split it",
    415: "this address does not take a body of this type",
}


def answer(fault: RequestError, details: Iterable[ErrorDetail] = ()) -> Response:
    """A fault as a response."""
    body = ErrorBody(code=fault.code, message=str(fault), status=fault.status, details=tuple(details))
    return _response(body, fault.headers())


def _response(body: ErrorBody, headers: Mapping[str, str] = MappingProxyType({})) -> Response:
    # The code stands in a field of its own here; elsewhere it begins the message.
    body = body.model_copy(update={"message": body.message.removeprefix(f"{body.code}: ")})
    return Response(
        ErrorResponse(error=body).model_dump_json(),
        body.status,
        headers={"Cache-Control": "no-store", **headers},
        media_type="application/json",
    )


def answer_all(app: FastAPI) -> None:
    """Let every fault of the app, the framework's own included, be answered in the one form."""
    app.add_exception_handler(RequestError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(DBAPIError, _of_database)
    app.add_exception_handler(TacitusError, _of_tacitus)
    app.add_exception_handler(Exception, _of_nobody)


def _of_ours(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestError)  # noqa: S101  as registered above
    return answer(fault)


def _of_nobody(_request: Request, _fault: Exception) -> Response:
    """No inner detail goes out."""
    return answer(BrokenError(f"{BrokenError.code}: the server failed at this request; its log says why"))


def _of_validation(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)  # noqa: S101  as registered above
    details = [
        ErrorDetail(where=".".join(map(str, each["loc"])), message=str(each["msg"])[:300]) for each in fault.errors()
    ]
    first = f"{details[0].where}: {details[0].message}" if details else "it does not have the form described"
    return answer(InvalidRequestError(f"{InvalidRequestError.code}: {first}"), details[:20])


def _of_framework(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # noqa: S101  as registered above
    kind = BY_STATUS.get(fault.status_code, RequestError)
    said = _SAID.get(fault.status_code, str(fault.detail)[:200])
    allowed = {name: value for name, value in (fault.headers or {}).items() if name == "Allow"}
    return _response(ErrorBody(code=kind.code, message=f"{kind.code}: {said}", status=fault.status_code), allowed)


def _of_tacitus(_: Request, fault: Exception) -> Response:
    """What the ledger or a stage raised keeps its own code."""
    assert isinstance(fault, TacitusError)  # noqa: S101  as registered above
    status = next((status for kind, status in _STATUS.items() if isinstance(fault, kind)), 500)
    return _response(ErrorBody(code=fault.code, message=str(fault), status=status))


def _of_database(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, DBAPIError)  # noqa: S101  as registered above
    reason = str(fault.orig).partition("\n")[0][:200]
    return answer(
        LedgerUnavailableError(
            f"{LedgerUnavailableError.code}: the ledger cannot be reached now ({reason}); try again in a moment"
        )
    )
