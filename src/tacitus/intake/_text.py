"""A plain text file: one report, with its date at its head."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from tacitus.intake._dates import published_on
from tacitus.intake._decode import checked, decode, mended, take
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_CHARACTERS, MAX_TEXT_BYTES
from tacitus.model import Report

# Three numbers, so that "date palms" and "date 14 men" are not taken for a date, but 27.10.2023 is refused as one.
_DATE: Final = re.compile(r"\s*date:?[ \t]+(\d+[-./]\d+[-./]\d+(?:T[\d:.Z+-]+)?)(?!\S)", re.IGNORECASE)


def read_text(stream: BinaryIO, origin: Origin) -> Iterator[Found]:
    """The report of a text file. Its text is the whole file, the date included: offsets point into the file."""
    raw = take(stream, MAX_TEXT_BYTES, f"{MAX_CHARACTERS:,} characters; split it into reports")
    text = mended(decode(raw)) if origin.settings.repair else decode(raw)
    head = _DATE.match(text)
    checked(text[head.end() :] if head else text)
    published = published_on(head[1], origin.today) if head else origin.dated
    report = Report(doc_id=origin.stem, text=checked(text), published=published, url=origin.url)
    yield Found(source=origin.source, report=report)
