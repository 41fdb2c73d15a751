from pathlib import Path

import pytest

from benchmarks._floors import Floor, digest, dumps, falls, floors, pin
from tacitus.analysis.agreement import Estimate

PINNED = {("re3d", "f1"): Floor(figure=0.7, noise=0.01, corpus="abc")}


def measured(value: float) -> list[Estimate]:
    return [Estimate(metric="f1", value=value)]


@pytest.mark.parametrize(("value", "fell"), [(0.7, False), (0.691, False), (0.689, True), (0.9, False)])
def test_a_figure_falls_below_its_floor_and_noise(value: float, fell: bool) -> None:
    assert bool(falls("re3d", measured(value), "abc", PINNED)) == fell


def test_a_floor_of_another_corpus_must_be_pinned_anew() -> None:
    (complaint,) = falls("re3d", measured(0.9), "xyz", PINNED)
    assert "pin it anew" in complaint


def test_a_floor_without_its_figure_is_a_fault() -> None:
    (complaint,) = falls("re3d", [], "abc", PINNED)
    assert "not measured" in complaint


def test_floors_of_other_benchmarks_are_left_alone() -> None:
    assert falls("muc4", measured(0.1), "xyz", PINNED) == ()


@pytest.mark.parametrize(
    ("value", "corpus", "lower", "wanted"),
    [
        pytest.param(0.8, "abc", False, (0.8, "abc"), id="rises"),
        pytest.param(0.6, "abc", False, (0.7, "abc"), id="does not fall"),
        pytest.param(0.6, "abc", True, (0.6, "abc"), id="falls when asked"),
        pytest.param(0.8, "xyz", False, (0.8, "xyz"), id="moves to another corpus"),
        pytest.param(0.6, "xyz", False, (0.7, "abc"), id="does not fall by another corpus"),
    ],
)
def test_pinning(value: float, corpus: str, lower: bool, wanted: tuple[float, str]) -> None:
    floor = pin("re3d", measured(value), corpus, PINNED, lower=lower)["re3d", "f1"]
    assert (floor.figure, floor.corpus) == wanted
    assert floor.noise == 0.01


def test_floors_survive_being_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    pinned = pin("muc4", measured(0.51234), "def", PINNED)
    path.write_text(dumps(pinned), encoding="utf-8")
    assert floors(path) == pinned


def test_the_committed_floors_are_as_they_are_written() -> None:
    pinned = floors()
    path = Path(__file__).parents[2] / "benchmarks" / "floors.toml"
    assert path.read_text(encoding="utf-8") == dumps(pinned)


def test_the_digest_is_of_the_part_that_is_scored(tmp_path: Path) -> None:
    (tmp_path / "train.jsonl").write_text("{}\n")
    (tmp_path / "dev.jsonl").write_text("{}\n")
    before = digest(tmp_path, "dev")
    (tmp_path / "train.jsonl").write_text("{} \n")
    assert digest(tmp_path, "dev") == before
    (tmp_path / "dev.jsonl").write_text("{} \n")
    assert digest(tmp_path, "dev") != before


def test_a_corpus_without_parts_is_digested_whole(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a.json").write_text("{}")
    before = digest(tmp_path, "dev")
    (tmp_path / "events" / "b.json").write_text("{}")
    assert digest(tmp_path, "dev") != before
