"""RSS and Atom (feedparser): what each entry tells, with as much of its text as the feed carries."""

from calendar import timegm
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from tacitus.intake._refused import Code
from tacitus.intake.pages._furniture import without_furniture
from tacitus.intake.pages._markup import clean, paragraphs, tree_of


def feed(raw: bytes, url: str | None = None) -> dict[str, Any]:
    """The entries of a feed, in its order."""
    parsed = feedparser.parse(raw, response_headers={"content-location": url} if url else {})
    if not parsed.get("version") and not parsed.entries:
        reason = "is no RSS or Atom feed; look whether it is a page"
        return {"refused": Code.BROKEN_FILE, "reason": reason}
    publisher = clean(parsed.feed.get("title", "")) or None
    entries = [_entry(entry, publisher) for entry in parsed.entries]
    return {"entries": entries} if entries else {"refused": Code.EMPTY, "reason": "is a feed without entries"}


def _entry(entry: Any, publisher: str | None) -> dict[str, Any]:
    title = _plain(entry.get("title", ""))
    bodies = [content.get("value", "") for content in entry.get("content", [])] or [entry.get("summary", "")]
    lines = without_furniture([line for body in bodies for line in _lines(body)], title or None)
    named = entry.get("source", {}).get("title")
    return {
        "id": entry.get("id") or None,
        "title": title or None,
        "text": "\n\n".join([title, *lines] if title else lines),
        "published": _day(entry),
        "source": clean(named) if named else publisher,
        "url": entry.get("link") or None,
    }


def _lines(markup: str) -> list[str]:
    # A text without an element is a tree too, once it stands in one.
    tree = tree_of(f"<div>{markup}</div>")
    return [] if tree is None else paragraphs(tree)


def _plain(markup: str) -> str:
    return " ".join(_lines(markup))


def _day(entry: Any) -> str | None:
    """The day as the publisher wrote it, in the publisher's time zone; as feedparser reads it where only that can."""
    words = entry.get("published") or entry.get("updated") or ""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words.strip()).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).date().isoformat() if moment else None
    except (ValueError, OverflowError, OSError):
        return None
