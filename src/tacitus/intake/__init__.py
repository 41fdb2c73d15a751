"""From files, archives and the web to reports.

Bad input raises nothing: what cannot be read comes out as a `Rejection` in its place, and the rest goes on. Texts that
are given as such are never changed, so that offsets point into what was given; what is taken out of pages, feeds and
e-mails is stored as taken out, and offsets point into that (docs/intake.md).
"""

from tacitus.intake._count import count
from tacitus.intake._read import from_row, read
from tacitus.intake._refused import MAX_CHARACTERS, Code
from tacitus.intake._settings import FIELDS, Kind, Settings, Web

__all__ = ["FIELDS", "MAX_CHARACTERS", "Code", "Kind", "Settings", "Web", "count", "from_row", "read"]
