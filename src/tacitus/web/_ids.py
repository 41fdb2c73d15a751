"""Ids in addresses. A report's id may hold any characters; in an address it holds only ones that nobody rewrites."""

import base64
import binascii
import re
from typing import Final

from tacitus.model import EventKey
from tacitus.web._faults import NotFoundError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_CODED: Final = "~"
_BETWEEN: Final = ":"


def to_id(doc_id: str) -> str:
    """A report's id for an address: itself, or `~` and its Base64 (RFC 4648, 5) where it could be misread."""
    if _PLAIN.fullmatch(doc_id):
        return doc_id
    return _CODED + base64.urlsafe_b64encode(doc_id.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def from_id(written: str) -> str:
    """The report's own id again."""
    if not written.startswith(_CODED):
        return written
    coded = written.removeprefix(_CODED)
    try:
        return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8", "surrogatepass")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise NotFoundError(f"{NotFoundError.code}: no report is called {written[:80]!r}") from None


def to_event_id(key: EventKey) -> str:
    """An event's id for an address: its report's and its own."""
    return f"{to_id(key.doc_id)}{_BETWEEN}{to_id(key.event_id)}"


def from_event_id(written: str) -> EventKey:
    """The event's key again."""
    report, between, event = written.partition(_BETWEEN)
    if not between:
        raise NotFoundError(f"{NotFoundError.code}: no event is called {written[:80]!r}")
    return EventKey(doc_id=from_id(report), event_id=from_id(event))
