"""From files to reports: plain text, JSON and JSON Lines, folders of them, and standard input.

Bad input raises nothing: what cannot be read comes out as a `Rejection` in its place, and the rest goes on.
Texts are never changed, so that offsets point into what was given (docs/intake.md).
"""

from tacitus.intake._read import read
from tacitus.intake._refused import MAX_CHARACTERS, Code

__all__ = ["MAX_CHARACTERS", "Code", "read"]
