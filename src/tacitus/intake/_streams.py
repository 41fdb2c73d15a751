"""From a stream of bytes to the reader of its kind, unpacked on the way."""

import io
import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Any, BinaryIO, Final, cast

from tacitus.intake import _kinds
from tacitus.intake._json import read_json, read_jsonl
from tacitus.intake._origin import Found, Link, Origin
from tacitus.intake._packed import MAGIC, Unpacked
from tacitus.intake._parquet import read_parquet
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import Kind
from tacitus.intake._table import read_csv
from tacitus.intake._text import read_text
from tacitus.intake._warc import read_warc
from tacitus.intake.pages import read_feed, read_mail, read_page, read_sitemap
from tacitus.model import Rejection

Outcomes = Iterator[Found | Link | Rejection]

_READERS: Final[dict[Kind, Callable[[BinaryIO, Origin], Outcomes]]] = {
    Kind.TEXT: read_text,
    Kind.JSON: read_json,
    Kind.JSONL: read_jsonl,
    Kind.CSV: read_csv,
    Kind.PARQUET: read_parquet,
    Kind.PAGE: read_page,
    Kind.WARC: read_warc,
    Kind.FEED: read_feed,
    Kind.SITEMAP: read_sitemap,
    Kind.MAIL: read_mail,
}
_SHOWN_BY_LINE: Final = (b"{", b"[")
_CHUNK: Final = 1 << 20
_MAX_COPIED: Final = 2_000_000_000


def outcomes(stream: BinaryIO, origin: Origin, kind_of: Callable[[bytes], Kind]) -> Outcomes:
    """What a stream holds. `kind_of` tells its kind from its first bytes, once it is unpacked."""
    head, stream = _peeked(stream)
    if head.startswith(MAGIC):
        head, stream = _peeked(cast("BinaryIO", io.BufferedReader(Unpacked(stream))))
    kind = origin.settings.kind or kind_of(head)
    if kind is Kind.PARQUET and not stream.seekable():
        with tempfile.TemporaryFile() as file:
            _copy(stream, file)
            yield from _READERS[kind](cast("BinaryIO", file), origin)
    else:
        yield from _READERS[kind](stream, origin)


def _peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream with them in front again."""
    # JSON Lines may be piped in slowly; the first line shows them.
    start = stream.tell() if stream.seekable() else None
    head = stream.readline(_kinds.HEAD)
    if not head.startswith(_SHOWN_BY_LINE):
        head += getattr(stream, "read1", stream.read)(_kinds.HEAD - len(head))
    if start is not None:
        stream.seek(start)
        return head, stream
    return head, cast("BinaryIO", io.BufferedReader(_Rejoined(head, stream)))


def _copy(stream: BinaryIO, file: IO[bytes]) -> None:
    """Put the stream into a file, for a reader that goes back and forth."""
    n_bytes = 0
    while chunk := stream.read(_CHUNK):
        n_bytes += len(chunk)
        if n_bytes > _MAX_COPIED:
            raise Refused(
                Code.TOO_LONG, f"is over {_MAX_COPIED // 10**9} GB; give the file itself, not packed or piped"
            )
        file.write(chunk)
    file.seek(0)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were already taken from it put back in front."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = io.BytesIO(first)
        self._rest = rest

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from what was put back, then from the stream."""
        read = getattr(self._rest, "read1", self._rest.read)  # as much as there is, without waiting for more
        taken = self._first.read(len(buffer)) or read(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)
