"""WARC: the pages of a web archive, record by record, with no trust in the lengths that the records state.

fastwarc reads records fast, but stops at the first wrong length. So the records are cut out here (`_cutter.py`), and
fastwarc reads each by itself.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, BinaryIO, Final

from tacitus.intake._cutter import Record, cut
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_PAGE_BYTES, Code, Refused
from tacitus.intake.pages import Page, read_page
from tacitus.model import Rejection

if TYPE_CHECKING:
    from fastwarc import WarcRecord

_SUCCESS: Final = 200
_PAGES: Final = {"text/html", "application/xhtml+xml"}
_HELD: Final = {b"response", b"resource"}


def read_warc(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The pages of a web archive, numbered by record from 1; what else it holds is counted in one line at the end."""
    others: Counter[str] = Counter()
    for number, record in enumerate(cut(stream), 1):
        try:
            if isinstance(record, Refused):
                raise record
            page = _page(record) if record.kind in _HELD else None
            if isinstance(page, Page):
                yield read_page(page, replace(origin, stem=f"{origin.stem}:{number}"), number)
            elif page:
                others[page] += 1
        except Refused as refused:
            yield origin.rejection(refused, number)
    if others:
        told = ", ".join(f"{kind}: {n}" for kind, n in others.most_common(6))
        yield origin.rejection(Refused(Code.NOT_A_PAGE, f"holds {others.total()} records that are no pages ({told})"))


def _page(record: Record) -> Page | str:
    """The page that a record holds, or what it holds instead."""
    from fastwarc import WarcRecord  # noqa: PLC0415  needed for this kind alone

    try:
        return _of_record(WarcRecord.from_bytes(record.raw), record.whole)
    except (OSError, ValueError) as error:
        raise Refused(Code.BROKEN_FILE, f"is a broken record ({str(error)[:80]}); what follows is read") from None


def _of_record(record: "WarcRecord", whole: bool) -> Page | str:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    charset, kind = None, record.headers.get("Content-Type") or ""
    if kind.startswith("application/http"):
        record.parse_http(auto_decode="all")
        if record.http_headers.status_code != _SUCCESS:
            return f"status {record.http_headers.status_code}"
        charset, kind = record.http_charset, record.http_content_type or ""
    if (kind := kind.partition(";")[0].strip().lower()) not in _PAGES:
        return kind[:40] or "no type"
    raw = record.reader.read(MAX_PAGE_BYTES + 1) if whole else b""
    if not whole or len(raw) > MAX_PAGE_BYTES:
        raise Refused(Code.TOO_LONG, f"is a page of over {MAX_PAGE_BYTES // 10**6} MB ({url[:100]})")
    return Page(raw=raw, url=url or None, charset=charset, not_after=_day(record))


def _day(record: "WarcRecord") -> date | None:
    """The day after the page was fetched: nothing on it was published later."""
    try:
        return record.record_date.date() + timedelta(days=1)
    except (AttributeError, ValueError, OverflowError):
        return None
