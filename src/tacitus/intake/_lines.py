"""Lines of a stream of bytes, each within the limit."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from tacitus.intake._refused import MAX_LINE_BYTES

_CHUNK: Final = 1 << 20


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines with their ends; of one that is too long only as much as shows it."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while not rest.endswith(b"\n") and len(line) > MAX_LINE_BYTES and (rest := stream.readline(_CHUNK)):
            pass
        yield line
