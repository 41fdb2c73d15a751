"""The packaged codebook: what stands in it, and that it hangs together."""

import dataclasses
import pickle
import subprocess
import sys
from collections import Counter

import pytest

from tacitus.codebook import Codebook, UnknownCodeError, load_codebook


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def test_holds_what_the_schemes_hold(codebook: Codebook) -> None:
    assert len(codebook.categories) == 16
    assert len(codebook.event_types) == 6
    assert len(codebook.sub_event_types) == 25
    assert [known.name for known in codebook.ged_types] == ["state-based", "non-state", "one-sided"]
    assert len(codebook.cameo_codes) == 276


def test_quads_hold_four_categories_of_cooperation_in_words_and_so_on(codebook: Codebook) -> None:
    assert Counter(category.quad for category in codebook.categories) == {1: 4, 2: 3, 3: 4, 4: 5}


def test_scores_agree_with_the_quads_in_sign(codebook: Codebook) -> None:
    for category in codebook.categories:
        for scored in (category, *category.modes):
            assert scored.score > 0 if category.quad <= 2 else scored.score <= 0, (category.code, scored.code)


def test_a_mode_takes_the_score_of_its_category_unless_it_has_its_own(codebook: Codebook) -> None:
    assert codebook.mode("PROTEST", "demo").score == codebook.category("PROTEST").score == -5
    assert codebook.mode("PROTEST", "riot").score == -7


def test_sub_event_types_stand_in_order_of_priority(codebook: Codebook) -> None:
    names = [known.name for known in codebook.sub_event_types]
    assert names[0] == "Government regains territory"
    assert names.index("Air/drone strike") < names.index("Suicide bomb") < names.index("Grenade")
    assert len({known.priority for known in codebook.sub_event_types}) == 25


def test_a_sub_event_type_knows_its_event_type_and_disorder_type(codebook: Codebook) -> None:
    known = codebook.sub_event_type("Excessive force against protesters")
    assert (known.event_type, known.disorder_type) == ("Protests", "Political violence; Demonstrations")


@pytest.mark.parametrize(
    ("code", "category", "modes"),
    [
        ("195", "ASSAULT", ("aerial",)),
        ("0842", "RETREAT", ()),
        ("1722", "COERCE", ("restrict",)),
        ("1712", "ASSAULT", ("destroy",)),
        ("1831", "ASSAULT", ("suicide-attack",)),
        ("0719", "AID", ()),
        ("1559", "MOBILIZE", ()),
    ],
    ids=["mended", "mode-dropped", "mode-renamed", "mode-of-another", "as-in-source", "code-above", "root-above"],
)
def test_cameo_codes(codebook: Codebook, code: str, category: str, modes: tuple[str, ...]) -> None:
    row = codebook.cameo(code)
    assert (row.category, row.modes) == (category, modes)


@pytest.mark.parametrize(
    "look_up",
    [
        lambda codebook: codebook.category("WAR"),
        lambda codebook: codebook.mode("AID", "aerial"),
        lambda codebook: codebook.sector("XXX"),
        lambda codebook: codebook.sub_event_type("Skirmish"),
        lambda codebook: codebook.ged_type(4),
        lambda codebook: codebook.scale("mood"),
        lambda codebook: codebook.cameo("010"),
        lambda codebook: codebook.acled_for("WAR"),
        lambda codebook: codebook.acled_for("ASSAULT", actors=["XXX"]),
    ],
    ids=["category", "mode", "sector", "sub-event", "ged", "scale", "cameo", "acled-for", "acled-for-sector"],
)
def test_an_unknown_code_is_an_error_in_one_line(codebook: Codebook, look_up) -> None:
    with pytest.raises(UnknownCodeError, match=r"^C-02: [^\n]+$"):
        look_up(codebook)


def test_the_error_lists_the_codes_that_there_are(codebook: Codebook) -> None:
    with pytest.raises(UnknownCodeError, match="withdraw, release, disarm, ceasefire, access, resign"):
        codebook.mode("RETREAT", "retreat")


def test_is_loaded_once_immutable_and_can_be_sent_to_another_process(codebook: Codebook) -> None:
    assert load_codebook() is codebook
    assert pickle.loads(pickle.dumps(codebook)) == codebook  # noqa: S301
    with pytest.raises(dataclasses.FrozenInstanceError):
        codebook.version = "x"  # type: ignore[misc]


def test_importing_it_loads_no_heavy_library() -> None:
    heavy = "{'pandas', 'pydantic', 'numpy', 'polars', 'onnxruntime'}"
    program = f"import sys, tacitus.codebook as c; c.load_codebook(); sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
