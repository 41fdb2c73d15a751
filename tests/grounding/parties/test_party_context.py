"""What the reader takes a party for decides where the words do not tell."""

import pytest

from tacitus.grounding.parties import Registry, ground_parties
from tacitus.model import Party, ReadSector, Report, Span

TEXT = "Omar Farid fired on the soldiers near Tessalit. They had searched the Bakari house."


def grounded(words: str, read: ReadSector | None) -> Party:
    start = TEXT.index(words)
    span = Span.of(TEXT, start, start + len(words))
    ((party,),) = ground_parties(Report.of(TEXT, published=None), [span], registry=Registry.load(), read=[read])
    return party


def test_a_person_of_whom_no_title_is_told_is_what_the_report_makes_of_him() -> None:
    party = grounded("Omar Farid", ReadSector(code="REB", p=0.9))
    assert party.sector == "REB"
    assert party.rule == "person: no title in the report, sector by context"


def test_words_that_tell_the_sector_are_believed() -> None:
    assert grounded("the soldiers", ReadSector(code="CVL", p=0.99)).sector == "MIL"


@pytest.mark.parametrize("words", ["Omar Farid", "the soldiers"])
def test_without_a_reader_the_rules_stand_alone(words: str) -> None:
    assert not grounded(words, None).rule.endswith("by context")
