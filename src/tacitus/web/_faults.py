"""Everything that can be wrong with a request or with starting the server, each with a permanent code."""

from http import HTTPStatus

from tacitus.errors import WebError


class RequestError(WebError):
    """A request that cannot be answered; `status` is its HTTP status."""

    code = "W-00"
    status = HTTPStatus.BAD_REQUEST

    def headers(self) -> dict[str, str]:
        """What the answer says beside its body."""
        return {}


class InvalidRequestError(RequestError):
    """W-01: the request does not have the form that the API describes."""

    code = "W-01"
    status = HTTPStatus.UNPROCESSABLE_ENTITY


class LoginRequiredError(RequestError):
    """W-02: nobody is logged in."""

    code = "W-02"
    status = HTTPStatus.UNAUTHORIZED


class RoleTooLowError(RequestError):
    """W-03: the account may not do this."""

    code = "W-03"
    status = HTTPStatus.FORBIDDEN


class NotFoundError(RequestError):
    """W-04: there is no such thing, or nothing at this address."""

    code = "W-04"
    status = HTTPStatus.NOT_FOUND


class WrongMethodError(RequestError):
    """W-05: the address exists, but not for this method."""

    code = "W-05"
    status = HTTPStatus.METHOD_NOT_ALLOWED


class ForgedError(RequestError):
    """W-06: the request may come from another site: its CSRF token is missing or stale, or its origin is another."""

    code = "W-06"
    status = HTTPStatus.FORBIDDEN


class UnknownHostError(RequestError):
    """W-07: the request names a host that this server does not go by."""

    code = "W-07"
    status = HTTPStatus.MISDIRECTED_REQUEST


class TooLargeError(RequestError):
    """W-08: the body is longer than this address takes."""

    code = "W-08"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class LoginFailedError(RequestError):
    """W-09: the name or the password is wrong; which of them is not told."""

    code = "W-09"
    status = HTTPStatus.UNAUTHORIZED


class TooManyAttemptsError(RequestError):
    """W-10: too many failed logins or running jobs; wait."""

    code = "W-10"
    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, message: str, *, wait_s: int) -> None:
        super().__init__(message)
        self.wait_s = wait_s

    def headers(self) -> dict[str, str]:
        """When to try again."""
        return {"Retry-After": str(self.wait_s)}


class ConditionMissingError(RequestError):
    """W-11: a decision without If-Match, which could overwrite somebody else's."""

    code = "W-11"
    status = HTTPStatus.PRECONDITION_REQUIRED


class DecidedMeanwhileError(RequestError):
    """W-12: somebody else decided since the page was read."""

    code = "W-12"
    status = HTTPStatus.PRECONDITION_FAILED


class ImpossibleError(RequestError):
    """W-13: the decision does not fit the present state, such as an undo with nothing to take back."""

    code = "W-13"
    status = HTTPStatus.CONFLICT


class BrokenError(RequestError):
    """W-14: a fault of the server itself; its log tells more."""

    code = "W-14"
    status = HTTPStatus.INTERNAL_SERVER_ERROR


class LedgerUnavailableError(RequestError):
    """W-15: the ledger cannot be read or written now."""

    code = "W-15"
    status = HTTPStatus.SERVICE_UNAVAILABLE

    def headers(self) -> dict[str, str]:
        """A locked database is free again in seconds."""
        return {"Retry-After": "5"}


class WrongTypeError(RequestError):
    """W-17: a body of a type that this address does not take."""

    code = "W-17"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class CannotServeError(WebError):
    """W-20: the server cannot be started; the text says what to do."""

    code = "W-20"


class AccountError(WebError):
    """W-21: an account cannot be made, changed or found."""

    code = "W-21"


BY_STATUS: dict[int, type[RequestError]] = {
    kind.status: kind
    for kind in (
        InvalidRequestError,
        LoginRequiredError,
        RoleTooLowError,
        NotFoundError,
        WrongMethodError,
        TooLargeError,
        WrongTypeError,
    )
}
"""Which fault stands for a status that the framework itself gives."""
