"""Agreement of two coders, by hand-made cases and against the library that is known for alpha."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from tacitus.analysis import assigned
from tacitus.analysis.agreement import Level, agree, alpha, codings
from tacitus.errors import RecordError

BOMBING: dict[str, Any] = {
    "id": "e1",
    "category": "ASSAULT",
    "mode": ["explosives"],
    "trigger": {"text": "blew up", "start": 10, "end": 17},
    "actors": [{"text": "rebels", "start": 0, "end": 6, "name": "Northern Front"}],
    "killed": {"low": 4, "high": None},
    "realis": "occurred",
}
PROTEST: dict[str, Any] = {
    "id": "e2",
    "category": "PROTEST",
    "trigger": {"text": "marched", "start": 40, "end": 47},
    "realis": "planned",
}
TABLES = st.integers(1, 7).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=width, max_size=width), min_size=1, max_size=7
    )
)


@given(TABLES)
def test_of_equally_good_assignments_scipys_is_chosen(cells: list[list[float]]) -> None:
    table = np.array(cells)
    rows, columns = linear_sum_assignment(-table)
    assert assigned(table) == list(zip(rows.tolist(), columns.tolist(), strict=True))


@pytest.mark.parametrize(("level", "known"), [(Level.NOMINAL, "nominal"), (Level.RATIO, "ratio")])
@given(values=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=30))
def test_alpha_is_that_of_the_library(level: Level, known: Any, values: list[tuple[int, int]]) -> None:
    found = alpha({"a": values[:1], "b": values[1:]}, level)
    if len({value for both in values for value in both}) < 2:
        assert found is None
        return
    data = np.array(values, dtype=float).T
    assert found is not None
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement=known)
    assert found.value == pytest.approx(float(expected), abs=1e-9)


def test_sets_are_compared_by_what_they_share() -> None:
    one, two, both = frozenset({"x"}), frozenset({"y"}), frozenset({"x", "y"})
    values = [(one, one), (one, both), (two, two)]
    counts = {one: 3, both: 1, two: 2}
    apart = {(one, both): 0.5, (both, two): 0.5, (one, two): 1.0}
    expected = sum(
        counts[a] * counts[b] * apart.get((a, b), apart.get((b, a), 0.0)) for a, b in product(counts, repeat=2)
    )
    found = alpha({"a": values}, Level.SET)
    assert found is not None
    assert found.value == pytest.approx(1 - (0.5 / 3) / (expected / (6 * 5)))


def test_the_same_coding_twice_agrees_in_full() -> None:
    coding = {f"r{i}": (BOMBING, PROTEST) for i in range(5)}
    found = agree(coding, coding)
    assert found.events.f1.value == found.fillers.f1.value == 1
    assert found.alpha is not None
    assert found.alpha.value == found.alpha.low == 1
    assert found.n_pairs == 10


def test_a_missed_event_lowers_recall_alone_and_counts_as_no_event_for_alpha() -> None:
    first = {"a": (BOMBING, PROTEST), "b": (BOMBING, PROTEST)}
    second = {"a": (BOMBING, PROTEST), "b": (BOMBING,)}
    found = agree(first, second)
    assert (found.events.precision.value, found.events.recall.value) == (1, 0.75)
    assert found.alpha is not None
    # Three pairs agree, one event stands against none: of 8 values 4 are ASSAULT, 3 PROTEST, 1 none.
    assert found.alpha.value == pytest.approx(1 - (1 / 4) / (2 * (4 * 3 + 4 * 1 + 3 * 1) / (8 * 7)))


def test_exchanging_the_coders_exchanges_precision_and_recall() -> None:
    first, second = {"a": (BOMBING, PROTEST)}, {"a": (BOMBING, {**PROTEST, "category": "COERCE"})}
    there, back = agree(first, second), agree(second, first)
    assert there.events.precision.value == back.events.recall.value
    assert there.alpha == back.alpha


def test_a_folder_and_a_file_of_the_same_records_are_one_coding(tmp_path: Path) -> None:
    folder, file = tmp_path / "anna", tmp_path / "anna.jsonl"
    folder.mkdir()
    records = [{"doc_id": f"r{i}", "events": [BOMBING]} for i in range(3)]
    for record in records:
        (folder / f"{record['doc_id']}.json").write_text(json.dumps(record), encoding="utf-8")
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert codings(folder) == codings(file)


def test_what_is_no_record_is_listed_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "ben.jsonl"
    good = json.dumps({"doc_id": "a", "events": [BOMBING]})
    file.write_text(f'{good}\n{{"doc_id": "b"}}\nno\n{{"doc_id": "c", "events": [{{"id": "e1"}}]}}\n', encoding="utf-8")
    found = codings(file)
    assert set(found.events) == {"a"}
    assert [rejection.line for rejection in found.rejections] == [2, 3, 4]


def test_a_file_without_a_record_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(RecordError, match="no record"):
        codings(tmp_path / "empty.jsonl")
