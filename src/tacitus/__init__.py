"""Turns reports of armed conflict into coded events, every value with the words it came from.

    >>> import tacitus
    >>> report = "Rebels shelled the town of Harim on Monday, killing at least four people."
    >>> coded = tacitus.code(report, published="2016-11-08")
    >>> coded.events[0].category
    'ASSAULT'
    >>> with tacitus.Ledger.open("war.db", create=False) as ledger:  # doctest: +SKIP
    ...     table = ledger.incidents().to_pandas()

Importing this package loads no heavy library; the first call to `code` loads the model.
"""

import os
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from tacitus.errors import TacitusError
from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Realis, Rejection, Report, Span

if TYPE_CHECKING:
    from tacitus.flow import Coder
    from tacitus.ledger import Ledger

# onnxruntime (1.32) reports its use to its maker, from its first import on, unless this stands before. What is read
# here may put people at risk, so no trace of it leaves the machine; whoever wants otherwise sets the variable to 0.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__all__ = [
    "CodedReport",
    "Event",
    "Interval",
    "Ledger",
    "Party",
    "Place",
    "Quantity",
    "Realis",
    "Rejection",
    "Report",
    "Span",
    "TacitusError",
    "code",
]


def code(text: str, *, published: date | str | None = None) -> CodedReport:
    """The events of one report, in the order in which the text first tells them.

    Args:
        text: the report as it is; offsets in the result point into it.
        published: its day of publication, as a date or YYYY-MM-DD. Without it, dates such as "last Tuesday" stay
            unresolved, and the result's remarks say so.

    Raises:
        ValueError: `published` is no date.
    """
    from tacitus.flow import one  # noqa: PLC0415  the model's libraries load slowly

    day = date.fromisoformat(published) if isinstance(published, str) else published
    return one(Report.of(text, published=day), _coder())


@cache
def _coder() -> "Coder":
    """The packaged model and data, loaded on first use."""
    from tacitus.flow import Coder  # noqa: PLC0415

    return Coder.load()


def __getattr__(name: str) -> Any:
    """The ledger and the version, found when they are asked for: what finds them loads slowly."""
    match name:
        case "Ledger":
            from tacitus.ledger import Ledger  # noqa: PLC0415

            return Ledger
        case "__version__":
            from importlib.metadata import version  # noqa: PLC0415

            return version("tacitus")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
