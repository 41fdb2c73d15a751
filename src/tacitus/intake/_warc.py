"""WARC: the pages of a web archive, record by record, with no trust in the lengths that the records state.

fastwarc reads records fast, but stops at the first wrong length, and ends the whole process over a length that memory
cannot hold. So the records are cut out here (`_cutter.py`), and fastwarc reads each in the other process (`pages`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from tacitus.intake._cutter import cut
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import Code, Refused
from tacitus.intake.pages import read_record
from tacitus.model import Rejection

_HELD: Final = {b"response", b"resource"}


def read_warc(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The pages of a web archive, numbered by record from 1; what else it holds is counted in one line at the end."""
    others: Counter[str] = Counter()
    for number, record in enumerate(cut(stream), 1):
        try:
            if isinstance(record, Refused):
                raise record
            if record.kind not in _HELD:
                continue
            page = read_record(record.raw, record.whole, replace(origin, stem=f"{origin.stem}:{number}"), number)
            if isinstance(page, Found):
                yield page
            else:
                others[page] += 1
        except Refused as refused:
            yield origin.rejection(refused, number)
    if others:
        told = ", ".join(f"{kind}: {n}" for kind, n in others.most_common(6))
        yield origin.rejection(Refused(Code.NOT_A_PAGE, f"holds {others.total()} records that are no pages ({told})"))
