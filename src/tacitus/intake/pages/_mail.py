"""Newsletters as .eml: subject, sender, day, and the text of the plain or the HTML part."""

from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, Final

from tacitus.intake._refused import Code
from tacitus.intake.pages._furniture import without_furniture
from tacitus.intake.pages._markup import clean, paragraphs, text_of, tree_of

_MIN_PLAIN: Final = 200
"""Characters. Set: shorter plain parts say only that the mail is to be read as HTML."""


def mail(raw: bytes) -> dict[str, Any]:
    """Title, text, day and sender of an e-mail."""
    # The old policy: the new one raises on many a header that real mailers write.
    message = message_from_bytes(raw, policy=policy.compat32)
    title = _header(message, "Subject") or None
    lines = without_furniture(_body(message), title)
    if not lines:
        return {"refused": Code.NO_MAIN_TEXT, "reason": "is an e-mail without text; give one with a text or HTML part"}
    name, address = parseaddr(_header(message, "From"))
    return {
        "title": title,
        "text": "\n\n".join([title, *lines] if title else lines),
        "published": _day(message),
        "source": name or address.rpartition("@")[2] or None,
    }


def _body(message: Message) -> list[str]:
    plain, pages = _parts(message, "text/plain"), _parts(message, "text/html")
    lines = [clean(line.replace("\n", " ")) for text in plain for line in text.replace("\r\n", "\n").split("\n\n")]
    if pages and sum(map(len, lines)) < _MIN_PLAIN:
        trees = filter(lambda tree: tree is not None, map(tree_of, pages))
        return [line for tree in trees for line in paragraphs(tree)]
    return lines


def _parts(message: Message, kind: str) -> list[str]:
    found = []
    for part in message.walk():
        if part.get_content_type() == kind and not part.get_filename():
            raw = part.get_payload(decode=True)
            if isinstance(raw, bytes):
                found.append(text_of(raw, part.get_content_charset()))
    return found


def _header(message: Message, name: str) -> str:
    value = str(message.get(name, ""))
    try:
        return clean(str(make_header(decode_header(value))))
    except (LookupError, ValueError):  # an unknown or broken encoded word
        return clean(value)


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
