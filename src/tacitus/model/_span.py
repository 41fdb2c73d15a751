"""Stretches of a report's text: the evidence under every value."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one report's text, counted in code points.

    Half-open: `start` is inside, `end` is outside. Offsets refer to the text exactly as given, never to a
    cleaned copy, and `text` is that slice.
    """

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span holds at least one character, got [{self.start}, {self.end})")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span text {self.text!r} does not fill [{self.start}, {self.end})")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`."""
        return cls(text=text[start:end], start=start, end=end)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidenced:
    """A value and the words it came from; a value deduced from the report has no span.

    `rule` names how the value was resolved ("registry: alias", "weekday before publication"), for the reader of
    the record and for whoever mends the rule.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    rule: str | None = None

    def __post_init__(self) -> None:
        if self.start is None:
            if self.text is not None or self.end is not None:
                raise ValueError("a value without `start` has neither `text` nor `end`")
        elif self.text is None or self.end is None:
            raise ValueError("a value with `start` has `text` and `end`")
        else:
            Span(text=self.text, start=self.start, end=self.end)  # refuses what cannot stand in a text

    @property
    def span(self) -> Span | None:
        """The words, or None where the value was deduced."""
        if self.text is None or self.start is None or self.end is None:
            return None
        return Span(text=self.text, start=self.start, end=self.end)

    def bare(self) -> Self:
        """The value without the words and the rule that it came from, so that two reports' values can be equal."""
        return replace(self, text=None, start=None, end=None, rule=None)
