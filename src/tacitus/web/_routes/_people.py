"""Who asks: logging in and out, one's own password, the accounts."""

from fastapi import APIRouter, Request, Response

from tacitus.web._desk import Desk, OnDesk
from tacitus.web._faults import LoginFailedError, NotFoundError
from tacitus.web._sessions import AT_MOST, csrf_of
from tacitus.web._shapes import Login, NewPassword, Person, Whoami
from tacitus.web._visitor import AsAdjudicator, AsReader, Visitor, cookie_of, visitor_of

router = APIRouter(tags=["people"])


@router.get("/whoami")
def whoami(request: Request, response: Response, desk: OnDesk) -> Whoami:
    """Who asks, and the token for requests that change something."""
    response.headers["Cache-Control"] = "no-store"
    return _whoami(desk, visitor_of(request))


@router.post("/login")
def login(body: Login, request: Request, response: Response, desk: OnDesk) -> Whoami:
    """Begin a session, which a cookie holds."""
    if desk.accounts is None or desk.sessions is None or desk.attempts is None:
        raise NotFoundError(f"{NotFoundError.code}: this server has no accounts; nobody has to log in")
    address = request.client.host if request.client else "unknown"
    attempt = desk.attempts.begin(body.name, address)
    person = desk.accounts.checked(body.name, body.password)
    if person is None:
        raise LoginFailedError(f"{LoginFailedError.code}: name or password is wrong")
    desk.attempts.succeeded(body.name, address, attempt)
    token = desk.sessions.begin(person)
    response.set_cookie(
        cookie_of(desk),
        token,
        max_age=int(AT_MOST.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    response.headers["Cache-Control"] = "no-store"
    return _whoami(desk, Visitor(name=person.name, role=person.role, csrf=csrf_of(token)))


@router.post("/logout")
def logout(request: Request, response: Response, desk: OnDesk, _: AsReader) -> Whoami:
    """End the session."""
    token = request.cookies.get(cookie_of(desk))
    if desk.sessions is None or token is None:
        raise NotFoundError(f"{NotFoundError.code}: this server has no accounts; nobody is logged in")
    desk.sessions.end(token)
    response.delete_cookie(cookie_of(desk), httponly=True, samesite="strict")
    return _whoami(desk, None)


@router.post("/password", status_code=204)
def change_password(body: NewPassword, request: Request, desk: OnDesk, visitor: AsReader) -> None:
    """Change one's own password; every session of the account ends, this one too."""
    if desk.accounts is None or desk.attempts is None:
        raise NotFoundError(f"{NotFoundError.code}: this server has no accounts")
    address = request.client.host if request.client else "unknown"
    attempt = desk.attempts.begin(visitor.name, address)
    if desk.accounts.checked(visitor.name, body.old) is None:
        raise LoginFailedError(f"{LoginFailedError.code}: the old password is wrong")
    desk.attempts.succeeded(visitor.name, address, attempt)
    desk.accounts.set_password(visitor.name, body.new)


@router.get("/people")
def people(desk: OnDesk, visitor: AsAdjudicator) -> tuple[Person, ...]:
    """The accounts, for whom a sample may be drawn; without accounts the person at the keyboard."""
    if desk.accounts is None:
        return (Person(name=visitor.name, role=visitor.role, since=None),)
    return desk.accounts.all()


def _whoami(desk: Desk, visitor: Visitor | None) -> Whoami:
    return Whoami(
        name=visitor.name if visitor else None,
        role=visitor.role if visitor else None,
        accounts=desk.accounts is not None,
        csrf=visitor.csrf if visitor else None,
        version=desk.version,
        ledger=desk.settings.title if visitor else None,
    )
