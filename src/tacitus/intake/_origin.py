"""Where a report came from, and what can be found there: a report, or a link to one."""

from dataclasses import dataclass
from datetime import date

from tacitus.intake._refused import Refused
from tacitus.intake._settings import Settings
from tacitus.model import Rejection, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One input. `source` is as the user gave it, `stem` the beginning of the ids of reports that bring none.

    `url` is known where the input was fetched, `charset` where its server named one, `dated` where a sitemap or a
    feed told when the page was published.
    """

    source: str
    stem: str
    today: date
    settings: Settings
    url: str | None = None
    charset: str | None = None
    dated: date | None = None

    def rejection(self, refused: Refused, line: int | None = None) -> Rejection:
        """The value that a refusal becomes."""
        return Rejection(source=self.source, code=refused.code, reason=refused.reason, line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report and where it stands.

    `named`: it brought its own id, which then has to be unique. `given`: its text is as it was given, and not taken
    out of a page by us. `language` is what the input says of it.
    """

    report: Report
    source: str
    named: bool = False
    given: bool = True
    line: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that a feed or a sitemap names; `is_list` if it is a further sitemap."""

    url: str
    source: str
    dated: date | None = None
    is_list: bool = False
