"""The reader is told which of the named parties is meant, not who it is."""

import numpy as np
import pytest

from tacitus.reading import FIRST_ID, N_IDS, Names, load_reader, tokenize

NAMES = Names.of([["Norland", "Norlandish"], ["Sudland", "SLF", "Sudland Liberation Front"], ["US", "U.S."]])


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norlandish guns shelled Sudland.", ["Norlandish", "Sudland"]),
        ("the Sudland Liberation Front's men", ["Sudland Liberation Front"]),
        ("the Sudland Liberation\nFront", ["Sudland Liberation\nFront"]),
        ("NORLAND SHELLED THE SUDLAND LIBERATION FRONT", ["NORLAND", "SUDLAND LIBERATION FRONT"]),
        ("pro-Norland militia", ["Norland"]),
        ("U.S. jets and US troops", ["U.S.", "US"]),
        ("norland and Norlandia", []),
        ("they told us", []),
        ("THEY TOLD US TO LEAVE AT ONCE", []),
    ],
    ids=[
        "names and adjectives",
        "the longest form",
        "over a line break",
        "in capitals",
        "after a hyphen",
        "with full stops",
        "other words",
        "small letters",
        "an abbreviation in a text in capitals is a word",
    ],
)
def test_names_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_all_forms_of_a_party_are_one_number_in_order_of_first_naming() -> None:
    tokenizer = load_reader().tokenizer
    tokens = tokenize(tokenizer, "Sudland and Norland fought. The SLF fled from Norlandish guns.", NAMES)
    ids = [int(id_) for id_ in tokens.ids if FIRST_ID <= id_ < FIRST_ID + N_IDS]
    assert ids == [FIRST_ID, FIRST_ID + 1, FIRST_ID, FIRST_ID + 1]


def test_exchanged_names_are_the_same_to_the_network() -> None:
    tokenizer = load_reader().tokenizer
    one, other = (
        tokenize(tokenizer, f"{first} guns shelled {second}, and {first} lost two men.", NAMES)
        for first, second in (("Norland", "Sudland Liberation Front"), ("Sudland", "Norland"))
    )
    for field in ("ids", "cases", "starts_word", "sentences"):
        np.testing.assert_array_equal(getattr(one, field), getattr(other, field))


def test_a_name_is_one_piece_that_points_at_all_its_words() -> None:
    text = "Men of the Sudland Liberation Front fled."
    tokens = tokenize(load_reader().tokenizer, text, NAMES)
    pieces = [text[start:end] for start, end in tokens.offsets]
    assert pieces == ["Men", "of", "the", "Sudland Liberation Front", "fled", "."]


def test_sentences_are_counted_and_abbreviations_end_none() -> None:
    tokens = tokenize(load_reader().tokenizer, "Gen. Odo spoke. He left at 5. Then shells fell!")
    assert tokens.sentences[-2] == 2
    assert tokens.sentences[0] == 0
