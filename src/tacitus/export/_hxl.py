"""CSV with a row of HXL hashtags (hxlstandard.org), as humanitarian tools read it."""

from typing import BinaryIO

from tacitus.export._columns import COLUMNS
from tacitus.export._separated import SeparatedSheet

_TAGGED = tuple(column for column in COLUMNS if column.tag)


def hxl_sheet(stream: BinaryIO) -> SeparatedSheet:
    """Names, hashtags, rows. A column that HXL has no word for is left out; the notes tell what it holds."""
    names, tags = zip(*((column.name, column.tag) for column in _TAGGED), strict=True)
    return SeparatedSheet(stream, names, heads=(names, tags))
