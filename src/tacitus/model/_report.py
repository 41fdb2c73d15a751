"""A report, and the reason why one could not be read."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

_SET_ASIDE: Final = "S-"
_FAILED: Final = "F-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news text with its publication date and source. `text` begins with the title where there is one."""

    doc_id: str
    text: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Digest of the text as UTF-8: two reports with equal digests are one text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @classmethod
    def of(cls, text: str, *, published: date | None = None, doc_id: str | None = None) -> Self:
        """A report from bare text; its id is taken from the text's digest unless one is given."""
        report = cls(doc_id=doc_id or "text", text=text, published=published)
        return report if doc_id else cls(doc_id=report.sha256[:12], text=text, published=published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that was not coded: where it stands and why, in one line that says what to do.

    `code` is permanent, for filtering ("I-03"); `line` is counted from 1 where the input has lines. Three kinds share
    this record: what could not be read, which somebody should mend; what was read and set aside on purpose (codes that
    begin with "S-": another language, nothing about conflict), which is counted apart and fails no run; and what was
    read but broke the program ("F-"), which is a fault of ours. `doc_id` is known where a report had been made before
    it was turned away.
    """

    source: str
    code: str
    reason: str
    line: int | None = None
    doc_id: str | None = None

    @property
    def set_aside(self) -> bool:
        """Whether the report was sound, and left out on purpose."""
        return self.code.startswith(_SET_ASIDE)

    @property
    def failed(self) -> bool:
        """Whether the report was sound, and the program failed on it."""
        return self.code.startswith(_FAILED)

    @property
    def kind(self) -> str:
        """`set aside`, `failed` or `rejected`."""
        return "set aside" if self.set_aside else "failed" if self.failed else "rejected"

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.code} {self.reason}"
