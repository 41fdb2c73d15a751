"""Who is asking."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from tacitus.web._passwords import MAX_LENGTH, MIN_LENGTH
from tacitus.web._shapes._common import Question, Shape


class Role(StrEnum):
    """What an account may do; each may do all that the one before it may."""

    READER = "reader"
    CODER = "coder"
    ADJUDICATOR = "adjudicator"
    ADMIN = "admin"


class Whoami(Shape):
    """The person behind this request.

    `name` is null for a visitor who has to log in first. `csrf` goes back in the header X-CSRF-Token with every
    request that changes something. `accounts` says whether this server has accounts at all; without them everyone is
    the person at the keyboard, an adjudicator named by the system's user name.
    """

    name: str | None
    role: Role | None
    accounts: bool
    csrf: str | None
    version: str
    ledger: str | None


class Login(Question):
    """A name and its password."""

    name: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=MAX_LENGTH)


class NewPassword(Question):
    """One's own password, changed."""

    old: str = Field(min_length=1, max_length=MAX_LENGTH)
    new: str = Field(min_length=MIN_LENGTH, max_length=MAX_LENGTH)


class Person(Shape):
    """An account, as others see it."""

    name: str
    role: Role
    since: datetime | None
