"""From PLOVER category, mode and parties to ACLED and UCDP GED."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.codebook import load_codebook

CODEBOOK = load_codebook()
SECTORS = st.lists(st.sampled_from([None, *(sector.code for sector in CODEBOOK.sectors)]), max_size=4)


@pytest.mark.parametrize(
    ("category", "modes", "actors", "recipients", "acled", "ged"),
    [
        ("ASSAULT", ["aerial"], ["MIL"], ["REB"], "Air/drone strike", 1),
        ("ASSAULT", ["explosives", "aerial"], ["MIL"], ["CVL"], "Air/drone strike", 3),
        ("ASSAULT", ["suicide-attack", "explosives"], ["REB"], ["GOV"], "Suicide bomb", 1),
        ("ASSAULT", ["explosives"], [], ["CVL"], "Remote explosive/landmine/IED", None),
        ("ASSAULT", ["heavy-weapons"], ["MIL"], ["REB"], "Shelling/artillery/missile attack", 1),
        ("ASSAULT", ["heavy-weapons"], ["MIL", "REB"], [], "Armed clash", 1),
        ("ASSAULT", [], ["REB", "PRM"], [], "Armed clash", 2),
        ("ASSAULT", ["firearms"], ["REB"], ["COP"], "Armed clash", 1),
        ("ASSAULT", ["firearms"], ["UAF"], ["CVL", "BUS"], "Attack", 3),
        ("ASSAULT", [], ["MIL"], ["REB", "CVL"], "Attack", 1),
        ("ASSAULT", ["abduct"], ["REB"], ["MED"], "Abduction/forced disappearance", None),
        ("ASSAULT", ["crowd-control"], ["COP"], ["CVL"], "Protest with intervention", 3),
        ("ASSAULT", ["primitive"], ["CVL"], ["COP"], "Violent demonstration", None),
        ("ASSAULT", [], ["MIL"], [], None, None),
        ("ASSAULT", [], [None], [None], None, None),
        ("PROTEST", ["demo", "riot"], ["CVL"], [], "Violent demonstration", None),
        ("PROTEST", ["demo"], ["CVL"], ["GOV"], "Peaceful protest", None),
        ("COERCE", ["arrest", "seize"], ["COP"], ["REB"], "Arrests", None),
        ("COERCE", ["seize"], ["MIL"], ["REB"], "Disrupted weapons use", None),
        ("CONSULT", ["visit"], ["GOV"], ["GOV"], None, None),
    ],
)
def test_default_crosswalk(category, modes, actors, recipients, acled, ged) -> None:  # noqa: PLR0917
    assert CODEBOOK.acled_for(category, modes, actors=actors, recipients=recipients) == acled
    assert CODEBOOK.ged_for(category, modes, actors=actors, recipients=recipients) == ged


def test_the_order_of_modes_does_not_matter() -> None:
    for modes in (["firearms", "drone"], ["drone", "firearms"]):
        assert CODEBOOK.acled_for("ASSAULT", modes) == "Air/drone strike"


def test_back_from_acled_to_plover() -> None:
    assert CODEBOOK.plover_for("Air/drone strike") == (("ASSAULT", "drone"), ("ASSAULT", "aerial"))
    assert CODEBOOK.plover_for("Headquarters or base established") == ()


@given(st.sampled_from(CODEBOOK.categories), st.data(), SECTORS, SECTORS)
def test_what_comes_out_is_always_in_the_codebook(category, data, actors, recipients) -> None:
    modes = data.draw(st.lists(st.sampled_from([mode.code for mode in category.modes] or ["none"])))
    acled = CODEBOOK.acled_for(category.code, modes, actors=actors, recipients=recipients)
    ged = CODEBOOK.ged_for(category.code, modes, actors=actors, recipients=recipients)
    assert acled is None or (category.code in {found for found, _ in CODEBOOK.plover_for(acled)})
    assert ged is None or category.code == "ASSAULT"
    assert ged is None or CODEBOOK.ged_type(ged)


@given(st.sampled_from([mode.code for mode in CODEBOOK.category("ASSAULT").modes]), SECTORS.filter(any))
def test_one_sided_violence_is_never_against_a_state(mode, actors) -> None:
    assert CODEBOOK.ged_for("ASSAULT", [mode], actors=actors, recipients=["MIL"]) != 3


def test_an_event_scores_as_its_first_mode_that_the_category_has_or_as_the_category() -> None:
    category = CODEBOOK.category("ASSAULT")
    scored = next(mode for mode in category.modes if mode.score != category.score)
    assert category.score_of((scored.code,)) == scored.score
    assert category.score_of(("no such mode", scored.code)) == scored.score
    assert category.score_of(()) == category.score
