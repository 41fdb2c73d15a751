"""The example reports are read without a rejection and differ in kind, place and time."""

from pathlib import Path

from tacitus.intake import read
from tacitus.model import Rejection, Report

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = [outcome for outcome in read([EXAMPLES]) if isinstance(outcome, Report)]


def test_every_example_is_read() -> None:
    assert len(REPORTS) == 11
    assert [outcome.code for outcome in read([EXAMPLES]) if isinstance(outcome, Rejection)] == ["S-04"]  # the README


def test_one_has_no_date_and_the_others_span_four_decades() -> None:
    assert [report.doc_id for report in REPORTS if report.published is None] == ["clash-undated"]
    assert {report.published.year // 10 for report in REPORTS if report.published} == {199, 200, 201, 202}


def test_a_title_stands_at_the_head_of_the_text() -> None:
    [titled] = [report for report in REPORTS if report.title]
    assert titled.text.startswith(f"{titled.title}\n")


def test_every_file_is_described() -> None:
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(EXAMPLES.iterdir()) if f"`{path.name}`" not in page] == ["README.md"]
