"""What a column of our own tables is, and short ways to write one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tacitus.export._entry import Entry

Value = str | int | float | date | tuple[str, ...] | None
Given = TypeVar("Given")
Found = TypeVar("Found")


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `tag` is its HXL hashtag; a column without one is left out of HXL."""

    name: str
    kind: Kind
    meaning: str
    tag: str = ""
    value: Callable[[Entry], Value]


def given(
    of: Callable[[Entry], Given | None], value: Callable[[Given], Found | None]
) -> Callable[[Entry], Found | None]:
    """The value of a part of an entry, None where it has no such part."""

    def found(entry: Entry) -> Found | None:
        part = of(entry)
        return None if part is None else value(part)

    return found


def text(name: str, meaning: str, value: Callable[[Entry], str | None], tag: str = "") -> Column:
    """A column of texts, one a cell."""
    return Column(name=name, kind=Kind.TEXT, meaning=meaning, value=value, tag=tag)


def texts(name: str, meaning: str, value: Callable[[Entry], tuple[str, ...]], tag: str = "") -> Column:
    """A column of lists of texts."""
    return Column(name=name, kind=Kind.TEXTS, meaning=meaning, value=value, tag=tag)


def whole(name: str, meaning: str, value: Callable[[Entry], int | None], tag: str = "") -> Column:
    """A column of whole numbers."""
    return Column(name=name, kind=Kind.WHOLE, meaning=meaning, value=value, tag=tag)


def decimal(name: str, meaning: str, value: Callable[[Entry], float | None], tag: str = "") -> Column:
    """A column of numbers with decimals."""
    return Column(name=name, kind=Kind.DECIMAL, meaning=meaning, value=value, tag=tag)


def day(name: str, meaning: str, value: Callable[[Entry], date | None], tag: str = "") -> Column:
    """A column of days."""
    return Column(name=name, kind=Kind.DATE, meaning=meaning, value=value, tag=tag)
