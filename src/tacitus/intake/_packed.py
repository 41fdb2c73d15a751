"""Gzip, unpacked as it is read, and stopped where it swells beyond what text can."""

import io
import zlib
from typing import Any, BinaryIO, Final

from tacitus.intake._refused import Code, Refused

MAGIC: Final = b"\x1f\x8b"

_CHUNK: Final = 1 << 16
_MAX_RATIO: Final = 150
"""Unpacked to packed. Set: prose packs 3 to 4 times, machine-written lines up to 50, zeros 1,000."""

_FREE: Final = 50_000_000
"""Up to here any ratio is let pass, since no harm is done."""


class Unpacked(io.RawIOBase):
    """The content of a gzip stream of any number of members. Refuses while it is read, never before."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._member: Any = None
        self._waiting = b""
        self._n_in = self._n_out = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what is unpacked next."""
        while not (content := self._next(max(len(buffer), 1))):
            if not self._waiting and not self._fetch():
                return self._end()
        self._n_out += len(content)
        if self._n_out > max(_FREE, _MAX_RATIO * self._n_in):
            raise Refused(
                Code.SWOLLEN,
                f"unpacks to over {_MAX_RATIO} times its size, which no text does; "
                "if it is sound, unpack it and give the file itself",
            )
        buffer[: len(content)] = content
        return len(content)

    def _fetch(self) -> bool:
        self._waiting = self._packed.read(_CHUNK)
        self._n_in += len(self._waiting)
        return bool(self._waiting)

    def _next(self, size: int) -> bytes:
        """At most `size` bytes more, or none if more packed bytes are needed."""
        if self._member is None:
            self._waiting = self._waiting.lstrip(b"\0")  # padding between members
            if not self._waiting:
                return b""
            self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            content: bytes = self._member.decompress(self._waiting, size)
        except zlib.error:
            raise Refused(Code.BROKEN_FILE, self._broken("is broken")) from None
        self._waiting = self._member.unconsumed_tail
        if self._member.eof:
            self._waiting, self._member = self._member.unused_data, None
        return content

    def _end(self) -> int:
        if self._member is not None:
            raise Refused(Code.BROKEN_FILE, self._broken("ends too early"))
        return 0

    def _broken(self, how: str) -> str:
        return f"{how} as gzip near byte {self._n_in:,}; what stands before was read, fetch the file again for the rest"
