"""Who is behind a request, and whether they may."""

import getpass
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from tacitus.web._desk import Desk, desk_of
from tacitus.web._faults import ForgedError, LoginRequiredError, RoleTooLowError
from tacitus.web._sessions import csrf_of
from tacitus.web._shapes import Role

CSRF_HEADER = "X-CSRF-Token"
_SAFE = {"GET", "HEAD"}
_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A person with a role, and the token that their pages send along."""

    name: str
    role: Role
    csrf: str

    def may(self, role: Role) -> bool:
        """Whether the role is this one or a higher one."""
        return _RANK[self.role] >= _RANK[role]


def cookie_of(desk: Desk) -> str:
    """The session cookie's name. Cookies do not tell ports apart, so the name does."""
    return f"tacitus_{desk.settings.port}"


def visitor_of(request: Request) -> Visitor | None:
    """Who asks; None where an account is demanded and nobody is logged in."""
    desk = desk_of(request)
    if desk.sessions is None:
        return Visitor(name=at_the_keyboard(), role=Role.ADJUDICATOR, csrf=csrf_of(desk.secret))
    token = request.cookies.get(cookie_of(desk))
    person = desk.sessions.person(token) if token else None
    if token is None or person is None:
        return None
    return Visitor(name=person.name, role=person.role, csrf=csrf_of(token))


def at_least(role: Role) -> Callable[[Request], Visitor]:
    """A dependency: the visitor, who has this role or a higher one, and whose request no other site has forged."""

    def checked(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if visitor is None:
            raise LoginRequiredError(f"{LoginRequiredError.code}: log in first")
        if request.method not in _SAFE:
            _check_csrf(request, visitor)
        if not visitor.may(role):
            raise RoleTooLowError(
                f"{RoleTooLowError.code}: this takes the role {role}, you are {visitor.role}; "
                "an admin can change that with `tacitus users role`"
            )
        return visitor

    return checked


def at_the_keyboard() -> str:
    """The system's name for whoever runs the server."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user in the system's list, as in some containers
        return "local"


def _check_csrf(request: Request, visitor: Visitor) -> None:
    told = request.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(told.encode("utf-8", "replace"), visitor.csrf.encode()):
        raise ForgedError(
            f"{ForgedError.code}: the header {CSRF_HEADER} is missing or stale; take the token of /api/whoami"
        )


AsReader = Annotated[Visitor, Depends(at_least(Role.READER))]
AsCoder = Annotated[Visitor, Depends(at_least(Role.CODER))]
AsAdjudicator = Annotated[Visitor, Depends(at_least(Role.ADJUDICATOR))]
