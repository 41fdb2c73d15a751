"""Entries as frames of pandas, polars or Arrow, with our own columns."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from tacitus.errors import ExportUseError
from tacitus.export._columns import row_of
from tacitus.export._entry import Entry
from tacitus.export._parquet import table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Library = Literal["pandas", "polars", "pyarrow"]


def frame(entries: Iterable[Entry], *, library: Library = "pandas") -> Any:
    """Entries as a frame, a row each. Whole numbers that may be missing stay whole, lists are lists.

    Raises:
        ExportUseError: the library is not installed, or is none of ours.
    """
    made = table([row for entry in entries for row in row_of(entry)])
    try:
        match library:
            case "pandas":
                return _to_pandas(made)
            case "polars":
                import polars as pl  # noqa: PLC0415  an extra, loaded where it is asked for

                return pl.from_arrow(made)
            case "pyarrow":
                return made
    except ModuleNotFoundError as fault:
        raise ExportUseError(
            f"{ExportUseError.code}: {library} is not installed; install it with `pip install {library}`"
        ) from fault
    raise ExportUseError(f"{ExportUseError.code}: no frames of {library!r}; known: pandas, polars, pyarrow")


def _to_pandas(made: "pa.Table") -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415  an extra, loaded where it is asked for

    kinds = {"int64": pd.Int64Dtype(), "string": pd.StringDtype()}
    return made.to_pandas(types_mapper=lambda kind: kinds.get(str(kind)), date_as_object=False)
