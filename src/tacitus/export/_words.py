"""How values are told in notes, and text made fit for a cell."""

import re
from datetime import date

# What a cell cannot hold: controls, and lone surrogates, which no encoding can.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff￾￿]")


def fit(text: str) -> str:
    """The text with what no file can hold replaced by U+FFFD."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str) -> str:
    """The same on one line."""
    return fit(" ".join(text.split()))


def joined(values: tuple[str, ...]) -> str:
    """Several values in one cell; a semicolon, which parts them, becomes a comma inside one."""
    return "; ".join(plain(value).replace(";", ",") for value in values)


def figure(low: int | None, high: int | None) -> str:
    """`4`, `at least 4`, `up to 4`, `4 to 6`, `not stated`."""
    match low, high:
        case None, None:
            return "not stated"
        case int(), None:
            return f"at least {low}"
        case None, int():
            return f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def day_or_days(first: date, last: date) -> str:
    """One day, or the first and the last."""
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
