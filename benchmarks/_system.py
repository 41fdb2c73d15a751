"""What a benchmark needs of the system that it scores."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from tacitus.model import CodedReport, Reading, Report
from tacitus.reading import Labels

Tag = tuple[str, int, int, float]
"""Label, start and end in characters, probability."""


class Reader(Protocol):
    """A reader model with heads named after the corpora that teach them."""

    @property
    def labels(self) -> Labels:
        """The heads and their labels."""
        ...

    def tag(self, head: str, text: str) -> Sequence[Tag]:
        """The labelled spans of a text of any length."""
        ...

    def classify(self, head: str, text: str) -> Mapping[str, float]:
        """A logit for each label of the head."""
        ...

    def read(self, report: Report) -> Reading:
        """The events and mentions of a report."""
        ...


class System(Protocol):
    """What is scored."""

    @property
    def reader(self) -> Reader:
        """The reader model, loaded when it is first asked for."""
        ...

    def code(self, text: str, *, published: date | None = None) -> CodedReport:
        """The whole way from text to coded events."""
        ...


class MissingHeadError(LookupError):
    """The reader model was not trained for a benchmark."""

    def __init__(self, head: str, heads: Sequence[str]) -> None:
        super().__init__(f"the reader has no head {head!r}, only {', '.join(heads) or 'none'}")


def tag_head(reader: Reader, head: str) -> tuple[str, ...]:
    """The labels of a tag head. Raises MissingHeadError."""
    return _head(reader.labels.tag_heads, head)


def text_head(reader: Reader, head: str) -> tuple[str, ...]:
    """The labels of a text head. Raises MissingHeadError."""
    return _head(reader.labels.text_heads, head)


def _head(heads: Mapping[str, tuple[str, ...]], head: str) -> tuple[str, ...]:
    if head not in heads:
        raise MissingHeadError(head, sorted(heads))
    return heads[head]
