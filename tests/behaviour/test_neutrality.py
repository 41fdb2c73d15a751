"""Written reports whose parties exchange their names: all but the names must come out the same."""

import re
from functools import cache

import pytest

from tests.behaviour import floors
from tests.behaviour._differences import Compared, compare, share, table
from tests.behaviour._reports import Template, templates

TEMPLATES = templates()
N_REPORTS = 200
ARTICLE = re.compile(r"\b([Aa]n?) (?=\{)")


@cache
def _compared() -> tuple[Compared, ...]:
    return tuple(map(compare, TEMPLATES))


def test_share_of_differing_slots_is_under_its_ceiling(capsys: pytest.CaptureFixture[str]) -> None:
    compared = _compared()
    with capsys.disabled():
        print(f"\n{table(compared)}")  # noqa: T201  the figures belong into the log of every run
    assert share(compared) <= floors.DIFFERING + floors.OVERALL_NOISE


def test_slots_were_filled() -> None:
    # A model that codes nothing would be neutral.
    assert sum(bool(one.n_slots) for one in _compared()) >= 0.9 * len(TEMPLATES)


def test_there_are_enough_reports_and_none_twice() -> None:
    assert len({template.text for template in TEMPLATES}) == len(TEMPLATES) >= N_REPORTS


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.pair.name)
def test_both_fillings_are_good_english(template: Template) -> None:
    for exchanged in (False, True):
        text = template.filled(exchanged=exchanged).text
        assert text[0].isupper()
        assert not re.search(r"[.?!] [a-z{]|[{}]", text), text
        articles = [(match[1].lower() == "an", match.end()) for match in ARTICLE.finditer(template.text)]
        assert all(an == _begins_with_vowel(template, end, exchanged=exchanged) for an, end in articles), text


def _begins_with_vowel(template: Template, offset: int, *, exchanged: bool) -> bool:
    """Whether the name that stands at an offset of the report as written asks for "an"."""
    filled = template.filled(exchanged=exchanged)
    start = next(start for start, written, party in filled.pieces if party and written == offset)
    return filled.text[start].lower() in "aeio"  # with u: "a Ukrainian"


def test_both_names_have_as_many_words() -> None:
    for pair in {template.pair.name: template.pair for template in TEMPLATES}.values():
        lengths = [{form: len(words.split()) for form, words in side.forms.items()} for side in pair.sides.values()]
        assert lengths[0] == lengths[1], pair.name
