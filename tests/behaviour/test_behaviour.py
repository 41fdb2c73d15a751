"""The packaged model on short written cases: as many expectations met as when the floors were pinned."""

from collections import Counter
from functools import cache

import pytest

from tacitus.codebook import load_codebook
from tacitus.model import Realis
from tests.behaviour import floors
from tests.behaviour._cases import Phenomenon, all_cases, phenomena
from tests.behaviour._checks import STATED
from tests.behaviour._score import Score, score, table, together

PHENOMENA = {phenomenon.name: phenomenon for phenomenon in phenomena()}
CATEGORIES = tuple(category.code for category in load_codebook().categories)
N_CASES = 420
N_EACH_CATEGORY = 12


@cache
def _scored(name: str) -> Score:
    return score(PHENOMENA[name])


def _stated(phenomenon: Phenomenon) -> list[tuple[str, str]]:
    """Every field and value that the cases state."""
    return [stated for case in phenomenon.cases for event in case.event for stated in event.stated]


@pytest.mark.parametrize("name", PHENOMENA)
def test_phenomenon_does_not_fall_below_its_floor(name: str) -> None:
    scored = _scored(name)
    unmet = "\n".join(scored.unmet)
    assert scored.share >= floors.PHENOMENA[name] - floors.NOISE, (
        f"{scored.share:.3f} of expectations met; unmet:\n{unmet}"
    )


def test_all_together_do_not_fall_below_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    scores = [_scored(name) for name in PHENOMENA]
    with capsys.disabled():
        print(f"\n{table(scores)}")  # noqa: T201  the figures belong into the log of every run
    assert together(scores).share >= floors.OVERALL - floors.OVERALL_NOISE


def test_each_phenomenon_has_a_floor() -> None:
    assert floors.PHENOMENA.keys() == PHENOMENA.keys()


@pytest.mark.parametrize("name", PHENOMENA)
def test_cases_state_known_fields_and_codes(name: str) -> None:
    codebook = load_codebook()
    for case in PHENOMENA[name].cases:
        assert case.event or case.none or case.at_most is not None or case.no_category or case.no_event_at, case.text
        for event in case.event:
            stated = {key.removeprefix("not_"): value for key, value in event.stated}
            assert stated.keys() <= STATED, case.text
            if "category" in stated:
                modes = {mode.code for mode in codebook.category(stated["category"]).modes}
                assert {value for key, value in event.stated if key == "mode"} <= modes, case.text


@pytest.mark.parametrize("name", PHENOMENA)
def test_cases_state_known_realis(name: str) -> None:
    assert {value for key, value in _stated(PHENOMENA[name]) if key == "realis"} <= set(Realis)


def test_there_are_enough_cases_and_none_twice() -> None:
    texts = Counter(case.text for case in all_cases(PHENOMENA.values()))
    assert len(texts) >= N_CASES
    assert texts.most_common(1)[0][1] == 1


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category_is_expected_often(category: str) -> None:
    stated = Counter(
        value for phenomenon in PHENOMENA.values() for key, value in _stated(phenomenon) if key == "category"
    )
    assert stated[category] >= N_EACH_CATEGORY
