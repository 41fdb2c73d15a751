"""From bytes to text: UTF-8, UTF-16 with a byte order mark, and older encodings where the bytes leave no doubt."""

import codecs
import re
from typing import BinaryIO, Final

from tacitus.intake._refused import MAX_CHARACTERS, Code, Refused

UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"{\\rtf": "a rich text document",
}
_DATABASE: Final = b"SQLite format 3\0"
_HIGH: Final = bytes(range(128, 256))
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))

_HEAD: Final = 4096
_MAX_CONTROL_SHARE: Final = 0.05
"""Of the first bytes. Set, not swept: news texts have none, compressed data about a tenth."""

_NOT_CHARACTERS: Final = re.compile("[\0\ud800-\udfff]")

_MAX_ACCENTED_SHARE: Final = 0.1
"""Of the bytes. Set: in the Latin alphabet fewer letters lie beyond ASCII, in Cyrillic, Arabic or Chinese most do."""

_WESTERN: Final = re.compile(
    r"[a-z]['’]?[ß-öø-ÿœšž]{1,2}|[ß-öø-ÿœšž]{1,2}['’]?[a-z]|[À-ÖØ-ÞŒŠŽŸ][a-zß-öø-ÿ]|\b[àâéèÀÂÉÈ]\b"
)
"""An accented letter beside a plain small one, or alone as a word: how western languages write."""

_SIGNS: Final = frozenset("‘’“”„‚‹›«»–—…•·€£§©®™°±²³½¼¾×¿¡¹ºª\xa0\xad")
"""What else of Windows-1252 stands in news."""

_GUESSED: Final = [
    *("koi8_r", "koi8_u", "cp1251", "iso8859_5", "cp1256", "iso8859_6", "cp1255", "iso8859_8", "cp1253", "iso8859_7"),
    *("cp932", "shift_jis", "euc_jp", "gb18030", "gbk", "gb2312", "big5", "euc_kr", "cp949"),
]
"""Encodings of other scripts, which are told apart well. Among those of the Latin alphabet a guess changes names."""

_MIN_HIGH: Final = 40
"""Bytes beyond ASCII, fewer of which tell no encoding. Set: about ten words."""

_GUESSED_FROM: Final = 100_000


def take(stream: BinaryIO, limit: int, what: str) -> bytes:
    """All bytes of a stream, refused as soon as there are more than the limit."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise Refused(Code.TOO_LONG, f"is longer than {what}")
    return raw


def decode(raw: bytes) -> str:
    """The text of a file, exactly, less a byte order mark."""
    _refuse_binary(raw)
    if raw.startswith(UTF16):
        return _utf16(raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        n_high = len(raw) - len(raw.translate(None, _HIGH))
        text = _western(raw) if n_high <= _MAX_ACCENTED_SHARE * len(raw) else _guessed(raw, n_high)
        if text is not None:
            return text
        raise Refused(
            Code.ENCODING,
            f"is not UTF-8 at byte {error.start} (0x{raw[error.start]:02x}), and what else it is remains unclear; "
            "convert it, for example with `iconv -f KOI8-R -t UTF-8`",
        ) from None


def checked(text: str) -> str:
    """The text, if a report can have it: not empty, not too long, characters throughout."""
    if not text.strip():
        raise Refused(Code.EMPTY, "has no text; give a report with at least one sentence")
    if len(text) > MAX_CHARACTERS:
        raise Refused(Code.TOO_LONG, f"has {len(text):,} characters, over {MAX_CHARACTERS:,}; split it into reports")
    return whole(text)


def whole(text: str, *, name: str = "") -> str:
    """The text, if it has characters throughout; `name` says which field of a report it is, if it is not its text."""
    if found := _NOT_CHARACTERS.search(text):
        kind = "a NUL" if found[0] == "\0" else f"half a character (U+{ord(found[0]):04X})"
        where = f"{found.start()} of its `{name}`" if name else str(found.start())
        raise Refused(Code.NOT_CHARACTERS, f"has {kind} at character {where}; remove it")
    return text


def mended(text: str) -> str:
    """The text with characters that were decoded wrongly along the way put right ("donâ€™t"), nothing else."""
    from ftfy import fix_encoding  # noqa: PLC0415  needed for few inputs

    return fix_encoding(text)


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        reason = f"begins as UTF-16 but is broken at byte {error.start}; save it again as UTF-8"
        raise Refused(Code.ENCODING, reason) from None


def _western(raw: bytes) -> str | None:
    """The text as Windows-1252, if each of its letters beyond ASCII stands where such a letter can stand."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    n_letters = sum(not char.isascii() and char not in _SIGNS for char in text)
    n_placed = sum(not char.isascii() for match in _WESTERN.finditer(text) for char in match[0] if char != "’")
    return text if n_placed == n_letters else None


def _guessed(raw: bytes, n_high: int) -> str | None:
    """The text in the encoding of another script, if there is one in which it makes sense."""
    if n_high < _MIN_HIGH:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415  needed for few inputs

    best = from_bytes(raw[:_GUESSED_FROM], cp_isolation=_GUESSED).best()
    try:
        return raw.decode(best.encoding) if best else None
    except UnicodeDecodeError:
        return None


def _refuse_binary(raw: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise Refused(Code.BINARY, f"is {kind}, not plain text; extract its text first")
    if raw.startswith(_DATABASE):
        raise Refused(Code.BINARY, "is an SQLite database, not plain text; a ledger is named with --ledger")
    if raw.startswith(UTF16):
        return
    if (at := raw.find(0)) >= 0:
        raise Refused(Code.BINARY, f"is binary (zero byte at {at}); if it is UTF-16, save it with a byte order mark")
    head = raw[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROL)) > _MAX_CONTROL_SHARE * len(head):
        raise Refused(Code.BINARY, "is binary (control characters); give a text file")
