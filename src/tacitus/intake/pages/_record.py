"""One record of a web archive (fastwarc): the page in it, or what it holds instead."""

from datetime import date, timedelta
from typing import Any, Final

from fastwarc import WarcRecord

from tacitus.intake._refused import MAX_PAGE_BYTES, Code
from tacitus.intake.pages._page import page

_SUCCESS: Final = 200
_PAGES: Final = {"text/html", "application/xhtml+xml"}


def record(raw: bytes, latest: str, whole: str | None = None) -> dict[str, Any]:
    """The page of a record, with its `url`; or `other`, what it is if no page."""
    warc = WarcRecord.from_bytes(raw)
    url = (warc.headers.get("WARC-Target-URI") or "").strip("<>")
    charset, kind = None, warc.headers.get("Content-Type") or ""
    if kind.startswith("application/http"):
        warc.parse_http(auto_decode="all")
        if warc.http_headers.status_code != _SUCCESS:
            return {"other": f"status {warc.http_headers.status_code}"}
        charset, kind = warc.http_charset, warc.http_content_type or ""
    if (kind := kind.partition(";")[0].strip().lower()) not in _PAGES:
        return {"other": kind[:40] or "no type"}
    body = warc.reader.read(MAX_PAGE_BYTES + 1) if whole else b""
    if not whole or len(body) > MAX_PAGE_BYTES:
        reason = f"is a page of over {MAX_PAGE_BYTES // 10**6} MB ({url[:100]}), which no news page is"
        return {"refused": Code.TOO_LONG, "reason": reason}
    return {**page(body, url or None, charset, min(_day_after(warc), latest)), "url": url or None}


def _day_after(warc: WarcRecord) -> str:
    """The day after the page was fetched: nothing on it was published later."""
    try:
        return (warc.record_date.date() + timedelta(days=1)).isoformat()
    except (AttributeError, ValueError, OverflowError):
        return date.max.isoformat()
