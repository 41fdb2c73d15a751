from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.grounding.places import Gazetteer, find_places, ground_places
from tacitus.model import Report, Span

WORDS = st.sampled_from(
    (
        *(
            "Aleppo",
            "Syria",
            "Paris",
            "Texas",
            "near",
            "the",
            "of",
            "in",
            "Syrian",
            "eastern",
            "Kirkuk",
            "20",
            "km",
            "south",
        ),
        *(
            ",",
            ".",
            "Mosul's",
            "U.S.",
            "al-Bab",
            "DAMASCUS",
            "area",
            "village",
            "Springfield,",
            "and",
            "Horn",
            "Africa",
        ),
        *("(AP)", "--", "Zzyzx", "مدينة", "\n"),
    )
)
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=120))
QUIET = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(text=TEXTS)
def test_found_spans_are_the_text_and_in_order(gazetteer: Gazetteer, text: str) -> None:
    spans = find_places(text, gazetteer=gazetteer, embedded=True)
    assert all(span.text == text[span.start : span.end] for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@QUIET
@given(text=TEXTS, data=st.data())
def test_any_mention_is_grounded_alike_and_on_earth(gazetteer: Gazetteer, text: str, data: st.DataObject) -> None:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    cuts = data.draw(st.lists(edges, max_size=4)) if text else []
    spans = [Span.of(text, start, end) for start, end in cuts]
    report = Report.of(text)
    places = ground_places(report, spans, gazetteer=gazetteer)
    assert places == ground_places(report, spans, gazetteer=gazetteer)
    for span, place in zip(spans, places, strict=True):
        if place is not None:
            assert (place.text, place.start, place.end) == (span.text, span.start, span.end)
            assert place.lat is None or (-90 <= place.lat <= 90 and place.lon is not None and -180 <= place.lon <= 180)
