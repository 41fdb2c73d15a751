"""Markup in, reports out: what is found in the other process becomes reports and links here."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, BinaryIO, Final

from tacitus.intake._decode import checked, take
from tacitus.intake._origin import Found, Link, Origin
from tacitus.intake._refused import MAX_MARKUP_BYTES, MAX_PAGE_BYTES, Code, Refused
from tacitus.intake.pages._warden import parsed
from tacitus.model import Rejection, Report

_PAGE_LIMIT: Final = f"{MAX_PAGE_BYTES // 10**6} MB, which no news page is"
_LIMIT: Final = f"{MAX_MARKUP_BYTES // 10**6} MB"


def read_page(stream: BinaryIO, origin: Origin) -> Iterator[Found]:
    """The report of a page: title, main text, day of publication and publisher, as far as the page tells them."""
    raw = take(stream, MAX_PAGE_BYTES, _PAGE_LIMIT)
    facts = parsed("page", raw, url=origin.url, charset=origin.charset, latest=_latest(origin))
    yield _found(facts, origin, origin.url)


def read_record(raw: bytes, whole: bool, origin: Origin, line: int) -> Found | str:
    """The report of the page in a record of a web archive; or what the record holds instead."""
    facts = _sound(parsed("record", raw, whole="yes" if whole else None, latest=_latest(origin)))
    return str(facts["other"]) if "other" in facts else _found(facts, origin, facts["url"], line=line)


def _latest(origin: Origin) -> str:
    return (origin.today + timedelta(days=1)).isoformat()


def read_mail(stream: BinaryIO, origin: Origin) -> Iterator[Found]:
    """The report of an e-mail: subject, text, day of sending and sender."""
    yield _found(parsed("mail", take(stream, MAX_MARKUP_BYTES, _LIMIT)), origin, None)


def read_feed(stream: BinaryIO, origin: Origin) -> Iterator[Found | Link | Rejection]:
    """The reports of a feed's entries as far as it carries them; or the links to them, where they are followed."""
    facts = _sound(parsed("feed", take(stream, MAX_MARKUP_BYTES, f"{_LIMIT}, which no feed is"), url=origin.url))
    for number, entry in enumerate(facts["entries"], 1):
        link = entry.get("url")
        if origin.settings.web.follow and link:
            yield Link(url=link, source=origin.source, dated=_day(entry, origin.today))
            continue
        try:
            yield _found(entry, origin, link, doc_id=entry.get("id") or link or f"{origin.stem}:{number}")
        except Refused as refused:
            yield origin.rejection(refused, number)


def read_sitemap(stream: BinaryIO, origin: Origin) -> Iterator[Link]:
    """The links of a sitemap, if they are to be followed."""
    facts = _sound(parsed("sitemap", take(stream, MAX_MARKUP_BYTES, f"{_LIMIT}; split it")))
    links = facts["links"]
    if not origin.settings.web.follow:
        raise Refused(Code.NOT_FOLLOWED, f"names {len(links):,} pages; add --follow to fetch them")
    for link in links:
        dated = None if link["is_list"] else _day(link, origin.today)
        yield Link(url=link["url"], source=origin.source, dated=dated, is_list=link["is_list"])
    if facts["broken"]:
        raise Refused(Code.BROKEN_FILE, f"{facts['broken']} for the addresses that follow")


def _sound(facts: dict[str, Any]) -> dict[str, Any]:
    """What was found, unless that is a refusal."""
    if "refused" in facts:
        raise Refused(Code(facts["refused"]), facts["reason"])
    return facts


def _found(
    facts: dict[str, Any], origin: Origin, url: str | None, doc_id: str | None = None, line: int | None = None
) -> Found:
    report = Report(
        doc_id=doc_id or origin.stem,
        text=checked(_sound(facts)["text"]),
        published=_day(facts, origin.today) or origin.dated,
        title=facts.get("title"),
        source=facts.get("source"),
        url=url or facts.get("url"),
    )
    return Found(report=report, source=origin.source, given=False, line=line)


def _day(facts: dict[str, Any], today: date) -> date | None:
    """The day told, unless it lies in the future: that is a slip of the page, and no day is better than a wrong one."""
    day = date.fromisoformat(facts["published"]) if facts.get("published") else None
    return day if day and day <= today + timedelta(days=1) else None
