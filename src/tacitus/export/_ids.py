"""Numbers for schemes that want one where ours is a word."""

import hashlib
from typing import Final

# Fifteen digits: whole in a double, as spreadsheets and R hold numbers; among a million entries, two share a number
# with a chance of 1 in 2,000.
_DIGITS: Final = 10**15


def number(entry_id: str) -> int:
    """A whole number from the id's SHA-256, the same on every run."""
    digest = hashlib.sha256(entry_id.encode("utf-8", "surrogatepass")).hexdigest()
    return int(digest, 16) % _DIGITS
