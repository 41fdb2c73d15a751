"""The records of a WARC file, cut by their stated length where that is true, else at the next head of a record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from tacitus.intake._refused import MAX_PAGE_BYTES, Code, Refused

_BLANK: Final = re.compile(rb"\r?\n\r?\n")
_NEXT: Final = re.compile(rb"\nWARC/1\.[01]\r?\nWARC-")
_LENGTH: Final = re.compile(rb"\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
_KIND: Final = re.compile(rb"\nwarc-type:[ \t]*([a-z]{1,20})[ \t]*\r?\n", re.IGNORECASE)
_BETWEEN: Final = re.compile(rb"[\r\n]{0,8}(?:WARC/1\.|\Z)")

_CHUNK: Final = 1 << 18
_MAX_HEAD: Final = 1 << 16
_MAX_RECORD: Final = MAX_PAGE_BYTES + 2 * _MAX_HEAD
_OVERLAP: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record with its head. Of one that is larger than a page may be, only the beginning: it is not `whole`."""

    kind: bytes
    raw: bytes
    whole: bool = True


def cut(stream: BinaryIO) -> Iterator[Record | Refused]:
    """All records in order; a refusal stands where one is broken, and reading goes on at the next head."""
    buffer = _Buffer(stream)
    while buffer.begin():
        yield _record(buffer)


def _record(buffer: "_Buffer") -> Record | Refused:
    head = buffer.head()
    if head is None:
        buffer.skip_to_head()
        return Refused(Code.BROKEN_FILE, "holds bytes that are no WARC record; what follows is read")
    kind, stated = _KIND.search(head), _LENGTH.search(head)
    if not (kind and stated):
        buffer.skip_to_head()
        return Refused(Code.BROKEN_FILE, "holds a record without type or length; what follows is read")
    end = len(head) + int(stated[1])
    if end > _MAX_RECORD:
        start = buffer.start(2 * _MAX_HEAD)
        # With the length that it has here, since whoever reads it may make room for what it states.
        held = _LENGTH.sub(b"\nContent-Length: %d\r\n" % (len(start) - len(head)), head) + start[len(head) :]
        record = Record(kind=kind[1].lower(), raw=held, whole=False)
        buffer.skip_to_head(end)
        return record
    if (raw := buffer.take(end)) is None:
        buffer.skip_to_head()
        return Refused(Code.BROKEN_FILE, f"holds a record of not {int(stated[1]):,} bytes, as it says; it is left out")
    return Record(kind=kind[1].lower(), raw=raw)


class _Buffer:
    """The part of the stream that is being looked at."""

    def __init__(self, stream: BinaryIO) -> None:
        # What was unpacked before a fault is not lost: a plain read would ask for more first, and raise.
        self._read = getattr(stream, "read1", stream.read)
        self._held = bytearray()
        self._fault: Refused | None = None

    def begin(self) -> bool:
        """Whether there is more, line ends aside."""
        while self._fill(_OVERLAP):
            n_blank = len(self._held) - len(self._held.lstrip(b"\r\n"))
            del self._held[:n_blank]
            if not n_blank:
                return True
        if self._fault:
            raise self._fault
        return False

    def head(self) -> bytes | None:
        """The head of the record that begins here, if one does."""
        self._fill(_MAX_HEAD)
        if not self._held.startswith(b"WARC/1.") or not (end := _BLANK.search(self._held, 0, _MAX_HEAD)):
            return None
        return bytes(self._held[: end.end()])

    def start(self, size: int) -> bytes:
        """The first bytes held, or what there is of them."""
        self._fill(size)
        return bytes(self._held[:size])

    def take(self, end: int) -> bytes | None:
        """The bytes up to an end, if another record or the end of the file follows them; else none is taken."""
        self._fill(end + _OVERLAP)
        if len(self._held) < end or not _BETWEEN.match(self._held, end):
            return None
        raw = bytes(self._held[:end])
        del self._held[:end]
        return raw

    def skip_to_head(self, end: int | None = None) -> None:
        """Go on at the next head of a record, or at an end that comes before it."""
        n_skipped, start = 0, 1
        while self._fill(_CHUNK):
            found = _NEXT.search(self._held, start)
            n_ahead = found.start() + 1 if found else max(len(self._held) - _OVERLAP, 1)
            if end is not None and n_skipped + n_ahead >= end:
                del self._held[: end - n_skipped]
                return
            del self._held[:n_ahead]
            if found:
                return
            n_skipped, start = n_skipped + n_ahead, 0

    def _fill(self, size: int) -> bool:
        """Hold so many bytes, if there are; whether there are any."""
        while len(self._held) < size and (more := self._next()):
            self._held += more
        return bool(self._held)

    def _next(self) -> bytes:
        """What comes next. A fault of the stream is its end, and is told once all before it has been read."""
        try:
            return bytes(self._read(_CHUNK)) if self._fault is None else b""
        except Refused as fault:
            self._fault = fault
            return b""
