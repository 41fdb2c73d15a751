"""Finding the numbers of a text, what they count, and how they stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quantities import SENTENCES, read_sentences, score_sentences
from tacitus.grounding.quantities import Counted, CountedNumber, Group, find_quantities

STOCK = """
at least 43 more than two dozens of soldiers were killed and wounded in an attack , including three children . The toll
later rose to 1,200 no one was hurt a man died of whom five 2014 12 May $ % ( ) - between 10 15 from up
"""
WORDS = st.sampled_from(STOCK.split())
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))


def only(text: str) -> CountedNumber:
    (number,) = find_quantities(text)
    return number


@pytest.mark.parametrize(("part", "floor"), [("tuned", 0.92), ("held", 0.92), ("fresh", 0.96)])
def test_written_sentences(part: str, floor: float) -> None:
    sentences = [sentence for sentence in read_sentences(SENTENCES) if sentence.part == part]
    share, wrong = score_sentences(sentences)
    assert share >= floor, wrong


def test_there_are_enough_written_sentences_and_none_twice() -> None:
    texts = [sentence.text for sentence in read_sentences(SENTENCES)]
    assert len(texts) == len(set(texts)) >= 300


@given(TEXTS)
def test_numbers_are_sound_whatever_the_text(text: str) -> None:
    found = find_quantities(text)
    assert found == find_quantities(text)
    for k, number in enumerate(found):
        span = number.quantity.span
        assert span is not None
        assert text[span.start : span.end] == span.text
        assert number.whom is None or text[number.whom.start : number.whom.end] == number.whom.text
        assert number.part_of != k
        assert number.corrects != k
        for other in (number.part_of, number.corrects):
            assert other is None or 0 <= other < len(found)
    starts = [number.quantity.span.start for number in found if number.quantity.span]
    assert starts == sorted(set(starts))


def test_a_number_keeps_its_qualifier_its_noun_and_its_group() -> None:
    number = only("Yesterday at least 24 government soldiers were wounded near the pass.")
    assert (number.quantity.text, number.low, number.high) == ("at least 24", 24, None)
    assert number.whom is not None
    assert number.whom.text == "government soldiers"
    assert (number.counted, number.group) == (Counted.INJURED, Group.SOLDIERS)


def test_a_later_sentence_corrects_an_earlier_figure() -> None:
    first, second = find_quantities("The shelling killed 12 people. On Tuesday the toll was raised to 15.")
    assert first.corrects is None
    assert (second.counted, second.corrects) == (Counted.KILLED, 0)


def test_a_figure_of_another_sort_is_not_corrected() -> None:
    killed, injured = find_quantities("The shelling killed 12 people. The number of wounded rose to 40.")
    assert (killed.counted, injured.counted, injured.corrects) == (Counted.KILLED, Counted.INJURED, None)


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2014 the 7th Brigade moved 35 km in three days.",
        "The F-16s cost $250 million, 20 percent more than planned.",
        "Rebels destroyed 12 vehicles, two bridges and five houses.",
        "A spokesman said the talks would go on.",
        "Ana Ruiz, 32, leads the office.",
    ],
)
def test_numbers_of_other_things_are_passed_over(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_long_list_without_full_stops_does_not_take_long() -> None:
    assert len(find_quantities("killed 12 soldiers and " * 1000)) == 1000


def test_parts_and_corrections_point_at_the_numbers_of_the_documented_example() -> None:
    text = "Thirteen people, including three children, were killed. The toll later rose to 15."
    thirteen, three, fifteen = find_quantities(text)
    assert (thirteen.counted, three.part_of, three.group) == (Counted.KILLED, 0, Group.CIVILIANS)
    assert (fifteen.counted, fifteen.low, fifteen.corrects) == (Counted.KILLED, 15, 0)


def test_a_figure_of_another_group_is_not_corrected() -> None:
    soldiers, rebels = find_quantities(
        "The blast killed 12 soldiers. The army later said that it had killed 30 rebels."
    )
    assert (soldiers.group, rebels.group, rebels.corrects) == (Group.SOLDIERS, Group.FIGHTERS, None)
