import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import BENCHMARKS
from benchmarks.__main__ import main
from benchmarks._catalogue import flattened
from benchmarks._known import known
from benchmarks._speed import N_REPORTS, N_WORDS, reports
from benchmarks._table import table
from tacitus.analysis.agreement import Estimate
from tests.benchmarks.test_run import FakeSystem, Knowing, Silent
from tests.written_corpora import write_corpora


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_corpora(tmp_path / "corpora")
    return tmp_path / "corpora"


def run(arguments: Sequence[object], tmp_path: Path, reader: Knowing | None = None) -> int:
    floors = tmp_path / "floors.toml"
    floors.touch()
    return main([str(argument) for argument in arguments], system=FakeSystem(reader or Knowing()), floors_file=floors)


def test_one_corpus_is_printed_as_json(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["re3d", "--data", data, "--json"], tmp_path) == 0
    result = json.loads(capsys.readouterr().out)["re3d"]
    assert result["split"] == "dev"
    assert len(result["corpus"]) == 16
    assert result["figures"][0] == {"metric": "f1", "value": 1.0, "low": 1.0, "high": 1.0}


@pytest.mark.parametrize("below", ["", "re3d"], ids=["the folder of all corpora", "the corpus' own folder"])
def test_the_table_shows_the_best_known(
    below: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["re3d", "--data", data / below], tmp_path) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split()[:3] == ["corpus", "metric", "figure"]
    assert row.split()[:6] == ["re3d", "f1", "1.000", "1.000", "to", "1.000"]
    assert "ConfliBERT" in row


def test_the_corpora_may_lie_one_folder_down(data: Path, tmp_path: Path) -> None:
    assert run(["satp", "--data", data.parent], tmp_path) == 0


def test_another_part_can_be_put_in_place(data: Path, tmp_path: Path) -> None:
    assert run(["satp", "--data", data, "--split", "test"], tmp_path) == 1
    (data / "satp" / "dev.jsonl").rename(data / "satp" / "test.jsonl")
    assert run(["satp", "--data", data, "--split", "test"], tmp_path) == 0


def test_what_cannot_run_says_why(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["crossner_politics", "--data", data], tmp_path) == 1
    assert "no head 'crossner_politics'" in capsys.readouterr().out


def test_a_pinned_figure_may_not_fall(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["re3d", "--data", data, "--pin"], tmp_path) == 0
    assert run(["re3d", "--data", data, "--check"], tmp_path) == 0
    assert run(["re3d", "--data", data, "--check"], tmp_path, Silent()) == 1
    assert "fell below" in capsys.readouterr().err


def test_a_floor_falls_only_when_asked(data: Path, tmp_path: Path) -> None:
    run(["re3d", "--data", data, "--pin"], tmp_path)
    run(["re3d", "--data", data, "--pin"], tmp_path, Silent())
    assert run(["re3d", "--data", data, "--check"], tmp_path, Silent()) == 1
    run(["re3d", "--data", data, "--pin", "--lower"], tmp_path, Silent())
    assert run(["re3d", "--data", data, "--check"], tmp_path, Silent()) == 0


def test_an_unknown_name_is_misuse(data: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["unheard", "--data", data], tmp_path)
    assert stopped.value.code == 2


def test_nested_scores_become_figures_and_counts_do_not() -> None:
    scores = {"n_gold": 7, "value": {"f1": 0.5, "precision": 1.0}, "version": "3"}
    assert list(flattened(scores)) == [
        Estimate(metric="value_f1", value=0.5),
        Estimate(metric="value_precision", value=1.0),
    ]


def test_a_table_without_results_has_its_headings() -> None:
    assert table({}, known()).split()[0] == "corpus"


def test_known_figures_belong_to_measured_metrics() -> None:
    assert all(metric in BENCHMARKS[name].headline for name, metric in known())


def test_speed_reports_are_long_enough_and_differ() -> None:
    texts = reports(N_REPORTS)
    assert len(set(texts)) == N_REPORTS
    assert all(N_WORDS <= len(text.split()) < N_WORDS + 40 for text in texts)
