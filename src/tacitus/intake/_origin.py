"""Where a report came from, and the report found there."""

from dataclasses import dataclass
from datetime import date

from tacitus.intake._refused import Refused
from tacitus.model import Rejection, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One input. `source` is as the user gave it, `stem` the beginning of the ids of reports that bring none."""

    source: str
    stem: str
    today: date

    def rejection(self, refused: Refused, line: int | None = None) -> Rejection:
        """The value that a refusal becomes."""
        return Rejection(source=self.source, code=refused.code, reason=refused.reason, line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report and where it stands. `named`: it brought its own id, which then has to be unique."""

    report: Report
    source: str
    named: bool = False
    line: int | None = None
