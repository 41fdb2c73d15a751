"""What may be set about reading, in two records, so that they can be kept with a run."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from tacitus.errors import IntakeError

FIELDS: Final = ("doc_id", "text", "published", "title", "source", "url", "language")
"""What a record of a table or a JSON object can tell of a report."""


class Kind(StrEnum):
    """What an input can be read as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PAGE = "page"
    WARC = "warc"
    FEED = "feed"
    SITEMAP = "sitemap"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How URLs are fetched. The limits are set, not swept: far above what news pages need, and bearable in a loop.

    `follow`: also fetch the pages that a feed or a sitemap names, at most `max_pages` of each. `pause_s` passes
    between two requests to one host, or longer where its robots.txt asks for more. `max_bytes` is counted after
    unpacking. `allow_private` permits addresses of one's own network, as for a feed within the house.
    """

    follow: bool = False
    pause_s: float = 1.0
    timeout_s: float = 20.0
    deadline_s: float = 120.0
    max_bytes: int = 50_000_000
    max_pages: int = 1_000
    agent: str = "tacitus"
    allow_private: bool = False

    def __post_init__(self) -> None:
        if not (self.agent.isascii() and self.agent.isprintable() and self.agent.strip()):
            raise IntakeError(
                f"{IntakeError.code}: {self.agent!r} cannot be told to publishers as a name; write it in plain letters"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How inputs are read.

    `columns`: pairs of a report's field and the name it has in tables and JSON. `languages`: ISO 639-1 codes of the
    languages that are kept; none of them means all. `kind`: what every input is read as, instead of by its name.
    `published`: the day of publication of reports that tell none themselves.
    `repair`: mend wrongly decoded characters in given texts too, though offsets then point into the mended text.
    `today`: after it a publication date is in the future; the present day in UTC unless given.
    """

    columns: tuple[tuple[str, str], ...] = ()
    languages: frozenset[str] = frozenset({"en"})
    kind: Kind | None = None
    repair: bool = False
    published: date | None = None
    today: date | None = None
    web: Web = field(default_factory=Web)

    def __post_init__(self) -> None:
        for name, _ in self.columns:
            if name not in FIELDS:
                raise IntakeError(
                    f"{IntakeError.code}: {name!r} is no field of a report; map columns to {', '.join(FIELDS)}"
                )

    @classmethod
    def columns_of(cls, words: str) -> tuple[tuple[str, str], ...]:
        """The pairs of `text=body,published=date`.

        Raises:
            IntakeError: a part is not of the form field=column.
        """
        pairs = tuple(part.partition("=") for part in words.split(",") if part.strip())
        for name, equals, column in pairs:
            if not (name.strip() and equals and column.strip()):
                raise IntakeError(f"{IntakeError.code}: {words!r} is no mapping; write text=body,published=date")
        return tuple((name.strip(), column.strip()) for name, _, column in pairs)

    def column(self, name: str) -> str:
        """What a field is called in the input."""
        return dict(self.columns).get(name, name)
