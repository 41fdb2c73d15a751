"""Why an input is turned away: permanent codes, and the limits."""

from enum import StrEnum
from typing import Final

MAX_CHARACTERS: Final = 1_000_000
"""The longest text of one report. Set, not swept: some 160,000 words, far more than any news report has."""

MAX_TEXT_BYTES: Final = 4 * MAX_CHARACTERS + 4
"""No text within the limit takes more bytes than this in UTF-8 or UTF-16, byte order mark included."""

MAX_LINE_BYTES: Final = 12 * MAX_CHARACTERS + 100_000
"""A line of JSONL: every character escaped as two `\\uXXXX`, and room for the other keys."""

MAX_JSON_BYTES: Final = 100_000_000
"""A .json file, which has to be held in memory whole."""


class Code(StrEnum):
    """The codes of rejections. They are permanent: a code is never given another meaning."""

    EMPTY = "I-01"
    BINARY = "I-02"
    ENCODING = "I-03"
    TOO_LONG = "I-04"
    BROKEN_JSON = "I-05"
    NO_TEXT = "I-06"
    WRONG_FIELD = "I-07"
    UNREADABLE_DATE = "I-08"
    FUTURE_DATE = "I-09"
    DUPLICATE_ID = "I-10"
    MISSING_FILE = "I-11"
    NO_ACCESS = "I-12"
    NO_REPORTS = "I-13"
    NOT_CHARACTERS = "I-14"


class Refused(Exception):  # noqa: N818 - it never leaves the stage: it becomes a Rejection
    """Something in an input that cannot be read, on its way to becoming a `Rejection`."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
