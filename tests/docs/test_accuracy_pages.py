"""The figures in the pages are those that were measured, of the reader that is packaged."""

from pathlib import Path

import pytest

from benchmarks._floors import floors
from benchmarks.held_out import KINDS
from docs.accuracy import PAGES, filled, kept, renewed
from docs.accuracy._counts import counts
from docs.accuracy._examples import TEXTS, WRITTEN, annotated
from docs.accuracy._told import told
from tacitus.reading import load_reader
from training.standoff import load_reports

ROOT = Path(__file__).parents[2]
AGAIN = "run `python -m docs.accuracy`; after a new reader with --records and --benchmarks"


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_a_page_holds_the_kept_figures(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == renewed(kept())[page], AGAIN


def test_the_figures_are_of_the_packaged_reader() -> None:
    assert kept()["reader"] == load_reader().version, AGAIN


@pytest.mark.parametrize(("name", "metric"), floors(), ids=[f"{name}-{metric}" for name, metric in floors()])
def test_a_figure_that_has_a_floor_is_not_below_it(name: str, metric: str) -> None:
    floor = floors()[name, metric]
    assert kept()["benchmarks"][name][metric][0] >= floor.figure - floor.noise, AGAIN


def test_examples_are_texts_of_our_own() -> None:
    ours = {report.text for path in (TEXTS, WRITTEN) for report in load_reports(path).values()}
    assert {shown["text"] for shown in kept()["examples"]} <= ours


def test_there_are_more_texts_than_kinds_of_mistake() -> None:
    assert len(list(annotated())) >= 2 * len(KINDS)


def test_a_block_is_filled_and_the_rest_is_left() -> None:
    page = "One <!-- figures: share -->old<!-- end --> of\n<!-- figures: rows -->\n<!-- end -->\nall."
    new = "One <!-- figures: share -->3 %<!-- end --> of\n<!-- figures: rows -->\n\n| a |\n| b |\n\n<!-- end -->\nall."
    contents = {"share": "3 %", "rows": "| a |\n| b |"}
    assert filled(page, contents) == new
    assert filled(new, contents) == new


def test_a_block_with_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError, match="luck"):
        filled("<!-- figures: luck --><!-- end -->", {})


def test_an_event_is_told_in_a_line() -> None:
    event = {
        "category": "ASSAULT",
        "trigger": {"text": "shelled"},
        "realis": "alleged",
        "actors": [{"text": "Rebels", "name": "rebels"}],
        "place": {"text": "Harim", "name": "Harim", "country": "SYR", "lat": 36.21, "lon": 36.52},
        "time": {"from": "2016-11-07", "to": "2016-11-07"},
        "killed": {"low": 4, "high": None},
        "attribution": [{"text": "the\ngovernor"}],
    }
    assert told(event) == (
        "ASSAULT “shelled” (alleged) by Rebels, at Harim (SYR 36.2 36.5), 2016-11-07, killed 4 or more, "
        "told by the governor"
    )


def test_annotations_are_counted_once_each() -> None:
    ours = counts(ours=True)
    assert ours.n_reports == len(load_reports(WRITTEN))
    assert sum(ours.by_category.values()) == sum(ours.by_realis.values()) == ours.n_events
