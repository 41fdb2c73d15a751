"""Writing: which files there are, what is in which, and that bytes do not change."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import OutputError
from tacitus.export import Choice, Entry, Format, companions, write
from tacitus.model import IncidentKind, Realis
from tests.export.samples import ALL, CLASH, COUNTRYWIDE, DAY, DISPUTED, PLAN, SHELLING, TOTAL, entry, on


def ids(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [row["id"] for row in csv.DictReader(stream)]


def test_single_incidents_that_occurred_are_written_and_totals_beside_them(tmp_path: Path) -> None:
    written = write(ALL, tmp_path / "events.csv", to="csv")
    assert ids(tmp_path / "events.csv") == [SHELLING.id, DISPUTED.id, CLASH.id, COUNTRYWIDE.id]
    assert ids(tmp_path / "events.aggregates.csv") == [TOTAL.id]
    assert (written.n_chosen, written.n_passed_over, written.n_rows, written.n_aggregates) == (5, 1, 4, 1)


def test_where_the_scheme_has_no_totals_they_are_plain_csv(tmp_path: Path) -> None:
    write(ALL, tmp_path / "acled.csv", to="acled")
    assert ids(tmp_path / "acled.aggregates.csv") == [TOTAL.id]


def test_what_is_left_out_is_listed_with_the_reason(tmp_path: Path) -> None:
    written = write(ALL, tmp_path / "acled.csv", to="acled")
    with (tmp_path / "acled.left-out.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["id"], row["reason"]) == (COUNTRYWIDE.id, "known only to the country")
    assert "PROTEST demo" in row["notes"]
    assert written.left_out == {"known only to the country": 1}


@pytest.mark.parametrize("to", list(Format))
def test_the_same_entries_give_the_same_bytes(to: Format, tmp_path: Path) -> None:
    first, second = tmp_path / "a.out", tmp_path / "b.out"
    write(ALL, first, to=to)
    write(iter(ALL), second, to=to)
    for one, other in zip(companions(first, to).values(), companions(second, to).values(), strict=True):
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("to", list(Format))
def test_a_stream_gets_the_bytes_of_the_file(to: Format, tmp_path: Path) -> None:
    stream = io.BytesIO()
    write(ALL, stream, to=to)
    write(ALL, tmp_path / "file", to=to)
    assert stream.getvalue() == (tmp_path / "file").read_bytes()


def test_an_export_that_fails_leaves_the_old_files_alone(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    write([SHELLING], path, to="csv")
    before = path.read_bytes()

    def entries() -> "list[Entry]":
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write((one for _ in (1,) for one in entries()), path, to="csv")
    assert path.read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == ["events.aggregates.csv", "events.csv"]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"O-01: cannot write .*events\.csv"):
        write([], tmp_path / "nowhere" / "events.csv", to="csv")


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (Choice(), True),
        (Choice(countries=("SYR", "IRQ")), True),
        (Choice(countries=("IRQ",)), False),
        (Choice(categories=("PROTEST",)), False),
        (Choice(from_=date(2016, 11, 8), to=date(2016, 11, 8)), True),
        (Choice(from_=date(2016, 11, 9)), False),
        (Choice(to=date(2016, 11, 7)), False),
        (Choice(min_confidence=0.875), True),
        (Choice(min_confidence=0.9), False),
        (Choice(review=("confirmed",)), False),
        (Choice(kinds=(IncidentKind.PLAN,)), False),
        (Choice(realis=(Realis.DENIED,)), False),
    ],
)
def test_filters(choice: Choice, chosen: bool) -> None:
    assert (SHELLING in choice) is chosen


def test_any_day_of_an_interval_counts() -> None:
    lasting = entry(time=on(date(2016, 11, 1), DAY))
    assert lasting in Choice(from_=date(2016, 11, 3), to=date(2016, 11, 4))
    assert entry(time=None) not in Choice(from_=date(2016, 11, 3))


def test_nothing_unchecked_comes_along_where_checked_events_are_asked_for() -> None:
    assert DISPUTED not in Choice(review=("confirmed",))
    assert DISPUTED in Choice(review=("confirmed", "open"))


def test_what_a_person_coded_passes_any_confidence() -> None:
    assert entry(confidence=None) in Choice(min_confidence=1)


def test_plans_can_be_asked_for() -> None:
    assert PLAN in Choice(realis=(Realis.PLANNED,), kinds=(IncidentKind.PLAN,))
