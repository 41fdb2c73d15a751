"""What holds for any text: a party for every mention, over its words, the same each time."""

from hypothesis import given
from hypothesis import strategies as st

from tacitus.grounding.parties import Registry, ground_parties
from tacitus.model import Report, Span

WORDS = st.sampled_from(
    (
        "the a two Hamas rebels of Peru 's THE ARMY and , . ( ) FMLN we they he near Colonel Perez - backed Iran 1,500",
        "members police U.S. strike group Omar said arrested 17-year-old Ω 軍 \n \u0130 ’",
    )
).flatmap(lambda words: st.sampled_from(words.split(" ")))
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), st.text(min_size=1, max_size=120))


@st.composite
def mentions(draw: st.DrawFn) -> tuple[Report, tuple[Span, ...]]:
    text = draw(TEXTS)
    cuts = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)), max_size=5))
    return Report.of(text), tuple(Span.of(text, start, min(start + size, len(text))) for start, size in cuts)


@given(mentions())
def test_every_mention_has_a_party_over_its_words(case: tuple[Report, tuple[Span, ...]]) -> None:
    report, spans = case
    found = ground_parties(report, spans, registry=Registry.load())
    assert len(found) == len(spans)
    for span, parties in zip(spans, found, strict=True):
        assert parties
        for party in parties:
            assert party.span == span
            assert report.text[span.start : span.end] == party.text
            assert party.name
            assert party.rule


@given(mentions())
def test_grounding_is_the_same_each_time(case: tuple[Report, tuple[Span, ...]]) -> None:
    report, spans = case
    registry = Registry.load()
    assert ground_parties(report, spans, registry=registry) == ground_parties(report, spans, registry=registry)


@given(mentions())
def test_the_order_of_mentions_given_changes_nothing(case: tuple[Report, tuple[Span, ...]]) -> None:
    report, spans = case
    distinct = tuple({(span.start, span.end): span for span in spans}.values())
    registry = Registry.load()
    forward = ground_parties(report, distinct, registry=registry)
    backward = ground_parties(report, distinct[::-1], registry=registry)
    assert forward == backward[::-1]
