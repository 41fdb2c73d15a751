"""What every response is made of: pages, errors, counts."""

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")
Comment = Annotated[str | None, Field(max_length=4000)]
Number = Annotated[int, Field(ge=-(2**63), lt=2**63)]
"""A whole number that a database takes to compare with."""


class Shape(BaseModel):
    """A response: frozen, and complete, so that a reader never asks whether a key is there."""

    model_config = ConfigDict(frozen=True)


class Question(BaseModel):
    """The body of a request: a key that is not known is an error, never passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Shape, Generic[Item]):
    """Some of a list. `next` is the cursor of the page after it, null on the last; `total` counts the whole list."""

    items: tuple[Item, ...]
    next: str | None
    total: int


class Count(Shape):
    """How many of something have a value."""

    value: str
    n: int


class ErrorDetail(Shape):
    """One fault of a request: where ("body.event.trigger.start") and what."""

    where: str
    message: str


class ErrorBody(Shape):
    """What went wrong. `code` is permanent, `message` one line that says what to do."""

    code: str
    message: str
    status: int
    details: tuple[ErrorDetail, ...] = ()


class ErrorResponse(Shape):
    """The only form of an error, from any route and for any reason."""

    error: ErrorBody
