"""Reads ACLED and UCDP GED as they are downloaded, current and older layouts alike: columns are found by name alone."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tacitus.analysis.compare._acled import acled_row
from tacitus.analysis.compare._cells import Cells
from tacitus.analysis.compare._ged import ged_row
from tacitus.analysis.compare._row import Layout, Row
from tacitus.errors import ComparisonError
from tacitus.model import Rejection

REJECTED: Final = "A-02"

# By what either is known; every layout that either project has published has these.
_MARKS: Final = (
    (Layout.ACLED, frozenset({"event_date", "event_type", "fatalities"})),
    (Layout.GED, frozenset({"date_start", "date_end", "type_of_violence"})),
)
_READERS: Final[Mapping[Layout, Callable[[Cells, int], Row]]] = {Layout.ACLED: acled_row, Layout.GED: ged_row}


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanCoded:
    """A file that people coded: its rows, and the lines that could not be read."""

    name: str
    layout: Layout
    rows: tuple[Row, ...]
    rejections: tuple[Rejection, ...] = ()


def human_coded(path: str | Path) -> HumanCoded:
    """The rows of a CSV file of ACLED's or UCDP's, whatever its separator.

    Raises:
        ComparisonError: the file cannot be read, is no CSV, or its header names the columns of neither.
    """
    lines = _lines(_text(Path(path)), path)
    _, names = next(lines, (1, []))
    header = [name.strip().lower() for name in names]
    layout = _layout(header, path)
    found = tuple(_rows(lines, header, layout, str(path)))
    return HumanCoded(
        name=Path(path).name,
        layout=layout,
        rows=tuple(one for one in found if isinstance(one, Row)),
        rejections=tuple(one for one in found if isinstance(one, Rejection)),
    )


def _lines(text: str, path: str | Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, with the number of the line on which it begins."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    number = 1
    try:
        for cells in lines:
            yield number, cells
            number = lines.line_num + 1
    except csv.Error as fault:
        raise ComparisonError(
            f"{ComparisonError.code}: {path}:{number} is no sound row of CSV ({fault}); look at its quotes"
        ) from fault


def _rows(
    lines: Iterator[tuple[int, list[str]]], header: list[str], layout: Layout, source: str
) -> Iterator[Row | Rejection]:
    """Each row, or the reason why it could not be read; HXL's row of tags is passed over."""
    for number, cells in lines:
        if not any(cells) or any(cell.startswith("#") for cell in cells[:3]):
            continue
        try:
            yield _READERS[layout](Cells(dict(zip(header, cells, strict=False))), number)
        except ValueError as fault:
            yield Rejection(source=source, code=REJECTED, reason=str(fault), line=number)


def _layout(header: list[str], path: str | Path) -> Layout:
    for layout, marks in _MARKS:
        if marks <= set(header):
            return layout
    wanted = " nor ".join(f"{layout} ({', '.join(sorted(marks))})" for layout, marks in _MARKS)
    raise ComparisonError(
        f"{ComparisonError.code}: the first line of {path} names the columns of neither {wanted}; some files of UCDP's "
        "candidates are published without names: put the line of names of another release before them"
    )


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise ComparisonError(
            f"{ComparisonError.code}: {path} cannot be read ({fault.strerror}); give a CSV file of ACLED or UCDP GED"
        ) from fault
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")  # as spreadsheets save it


def _separator(text: str) -> str:
    """Of those in use the one that the line of names holds most of."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
