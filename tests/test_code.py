"""The whole way, from text to coded events, with the packaged model and data."""

import subprocess
import sys
from datetime import date

import pytest

import tacitus

REPORT = (
    "Government aircraft on Monday bombed the town of Harim, killing at least four people, the opposition said. Rebels "
    "vowed revenge. A day later rebels shelled a military base near Aleppo in retaliation."
)


@pytest.fixture(scope="module")
def coded() -> tacitus.CodedReport:
    return tacitus.code(REPORT, published="2016-11-09")


def test_an_event_comes_out_with_its_values(coded: tacitus.CodedReport) -> None:
    bombed = next(event for event in coded.events if event.trigger.text == "bombed")
    assert (bombed.category, bombed.realis) == ("ASSAULT", "occurred")
    assert bombed.place is not None
    assert (bombed.place.name, bombed.place.country) == ("Ḩārim", "SYR")
    assert bombed.time is not None
    assert bombed.time.from_ == date(2016, 11, 7)
    assert bombed.killed is not None
    assert (bombed.killed.low, bombed.killed.high) == (4, None)


def test_every_value_points_at_its_words(coded: tacitus.CodedReport) -> None:
    for event in coded.events:
        values = [*event.actors, *event.recipients, event.place, event.time, event.killed, event.injured, event.count]
        spans = [event.trigger, *event.mentions, *event.weapons, *event.attribution]
        spans += [value.span for value in values if value is not None and value.span is not None]
        assert all(REPORT[span.start : span.end] == span.text for span in spans)


def test_the_same_text_gives_the_same_record(coded: tacitus.CodedReport) -> None:
    assert tacitus.code(REPORT, published=date(2016, 11, 9)) == coded


def test_without_a_publication_date_relative_dates_stay_unresolved_and_the_result_says_so() -> None:
    undated = tacitus.code(REPORT)
    assert all(event.time is None for event in undated.events)
    assert any("publication date" in remark for remark in undated.remarks)


def test_importing_tacitus_loads_no_heavy_library() -> None:
    heavy = ("numpy", "onnxruntime", "pydantic", "rich", "tokenizers")
    program = f"import sys, tacitus; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_everything_public_is_listed() -> None:
    public = {
        name
        for name in dir(tacitus)
        if not name.startswith("_") and getattr(getattr(tacitus, name), "__module__", "").startswith("tacitus")
    }
    assert set(tacitus.__all__) <= public
    assert list(tacitus.__all__) == sorted(tacitus.__all__)
