"""From bytes to text: UTF-8, or UTF-16 with a byte order mark; anything else is refused, never guessed."""

import codecs
import re
from typing import BinaryIO, Final

from tacitus.intake._refused import MAX_CHARACTERS, Code, Refused

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "gzip-compressed",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"{\\rtf": "a rich text document",
}
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))

_HEAD: Final = 4096
_MAX_CONTROL_SHARE: Final = 0.05
"""Of the first bytes. Set, not swept: news texts have none, compressed data about a tenth."""

_NOT_CHARACTERS: Final = re.compile("[\0\ud800-\udfff]")


def take(stream: BinaryIO, limit: int, what: str) -> bytes:
    """All bytes of a stream, refused as soon as there are more than the limit."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise Refused(Code.TOO_LONG, f"is longer than {what}")
    return raw


def decode(raw: bytes) -> str:
    """The text of a file, exactly, less a byte order mark."""
    _refuse_binary(raw)
    if raw.startswith(_UTF16):
        return _utf16(raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            Code.ENCODING,
            f"is not UTF-8 at byte {error.start} (0x{raw[error.start]:02x}); "
            "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
        ) from None


def checked(text: str) -> str:
    """The text, if a report can have it: not empty, not too long, characters throughout."""
    if not text.strip():
        raise Refused(Code.EMPTY, "has no text; give a report with at least one sentence")
    if len(text) > MAX_CHARACTERS:
        raise Refused(Code.TOO_LONG, f"has {len(text):,} characters, over {MAX_CHARACTERS:,}; split it into reports")
    if found := _NOT_CHARACTERS.search(text):
        kind = "a NUL" if found[0] == "\0" else f"half a character (U+{ord(found[0]):04X})"
        raise Refused(Code.NOT_CHARACTERS, f"has {kind} at character {found.start()}; remove it")
    return text


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        reason = f"begins as UTF-16 but is broken at byte {error.start}; save it again as UTF-8"
        raise Refused(Code.ENCODING, reason) from None


def _refuse_binary(raw: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise Refused(Code.BINARY, f"is {kind}, not plain text; extract its text first")
    if raw.startswith(_UTF16):
        return
    if (at := raw.find(0)) >= 0:
        raise Refused(Code.BINARY, f"is binary (zero byte at {at}); if it is UTF-16, save it with a byte order mark")
    head = raw[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROL)) > _MAX_CONTROL_SHARE * len(head):
        raise Refused(Code.BINARY, "is binary (control characters); give a text file")
