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

MAX_PAGE_BYTES: Final = 5_000_000
"""A web page. Set: news pages have 0.05 to 2 MB, most of it scripts."""

MAX_MARKUP_BYTES: Final = 20_000_000
"""A feed or an e-mail, pictures and all."""


class Code(StrEnum):
    """The codes of rejections (I-) and of what is set aside (S-). A code is never given another meaning."""

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
    SWOLLEN = "I-15"
    BROKEN_FILE = "I-16"
    BROKEN_ROW = "I-17"
    NO_COLUMN = "I-18"
    NO_MAIN_TEXT = "I-19"
    TOO_COSTLY = "I-20"
    FORBIDDEN_ADDRESS = "I-21"
    ROBOTS = "I-22"
    NOT_FETCHED = "I-23"
    TOO_MANY = "I-24"
    OTHER_LANGUAGE = "S-01"
    NOT_A_PAGE = "S-02"
    NOT_FOLLOWED = "S-03"
    OTHER_FILES = "S-04"


class Refused(Exception):  # noqa: N818 - it never leaves the stage: it becomes a Rejection
    """Something in an input that cannot be read, on its way to becoming a `Rejection`."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
