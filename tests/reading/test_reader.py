"""The packaged model reads real text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.model import Kind, Report, Role, Span
from tacitus.reading import Reader, load_reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def test_an_attack_is_read_with_its_parties(reader: Reader) -> None:
    text = "Gunmen attacked a police station in the town of Aliwal on Monday, killing three officers."
    reading = reader.read(Report.of(text))
    (attack,) = (happening for happening in reading.happenings if happening.category == "ASSAULT")
    roles = {argument.role: reading.mentions[argument.mention].span.text for argument in attack.arguments}
    assert roles[Role.ACTOR] == "Gunmen"
    assert "three" in roles[Role.KILLED]


def test_times_that_rules_found_are_mentions_in_place_of_its_own(reader: Reader) -> None:
    text = "Rebels shelled a market in Aliwal late on Monday, and the sea was calm."
    late, sea = (
        Span.of(text, text.index(words), text.index(words) + len(words)) for words in ("late on Monday", "the sea")
    )
    mentions = reader.read(Report.of(text), known=((Kind.TIME, late), (Kind.TIME, sea))).mentions
    assert [mention.span for mention in mentions if mention.kind is Kind.TIME] == [late, sea]


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01"], ids=["empty", "blank", "control characters"])
def test_a_text_without_words_has_no_events(reader: Reader, text: str) -> None:
    assert not reader.read(Report(doc_id="empty", text=text)).happenings


def test_a_long_report_is_read_to_its_end(reader: Reader) -> None:
    filler = "The council discussed the harvest and the price of seed. " * 400
    last = "On Friday rebels shelled the town of Harim, killing at least four people."
    reading = reader.read(Report.of(filler + last))
    assert reading.share_read == 1.0
    assert any(happening.triggers[0].start > len(filler) for happening in reading.happenings)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_every_span_equals_its_text_whatever_the_text(text: str) -> None:
    reading = load_reader().read(Report(doc_id="any", text=text))
    spans = [mention.span for mention in reading.mentions] + [
        span for one in reading.happenings for span in one.triggers
    ]
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_the_same_report_is_read_the_same_way_twice(reader: Reader) -> None:
    report = Report.of("Police arrested forty protesters in the capital after clashes on Sunday, officials said.")
    assert reader.read(report) == reader.read(report)
