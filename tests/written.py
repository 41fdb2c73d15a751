"""Coded reports written by hand, for tests that need one without a model, and a way to draw any event."""

from datetime import date

from hypothesis import strategies as st

from tacitus.model import (
    CodedReport,
    Event,
    Interval,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Realis,
    Report,
    Span,
    TimePrecision,
    Versions,
)

VERSIONS = Versions(code="0.1.0", model="reader-1", codebook="plover-1", gazetteer="places-1")

TEXT = (
    "Shelling hits Orlava\n\n"
    "Rebels of the Dawn Front shelled the market of Orlava late on Tuesday, killing at least four people, "
    "the governor said. <b>Police</b> & soldiers answered the shelling with raids."
)


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def at(text: str, words: str, nth: int = 0) -> dict[str, object]:
    """The evidence fields of a value."""
    found = span(text, words, nth)
    return {"text": found.text, "start": found.start, "end": found.end}


SHELLING = Event(
    id="e1",
    category="ASSAULT",
    mode=("heavy-weapons",),
    acled="Shelling/artillery/missile attack",
    trigger=span(TEXT, "shelled"),
    mentions=(span(TEXT, "Shelling"), span(TEXT, "shelling")),
    actors=(Party(name="Dawn Front", sector="REB", rule="as told", **at(TEXT, "Rebels of the Dawn Front")),),
    recipients=(Party(name="market of Orlava", **at(TEXT, "the market of Orlava")),),
    place=Place(name="Orlava", country="XXX", lat=1.5, lon=-2.25, **at(TEXT, "Orlava", 1)),
    time=Interval(from_=date(2021, 3, 2), to=date(2021, 3, 2), timex="2021-03-02", **at(TEXT, "late on Tuesday")),
    killed=Quantity(low=4, **at(TEXT, "at least four")),
    attribution=(span(TEXT, "the governor"),),
    confidence=0.875,
)

RAIDS = Event(
    id="e2",
    category="COERCE",
    mode=("seize", "arrest"),
    trigger=span(TEXT, "raids"),
    actors=(Party(name="police", sector="COP", **at(TEXT, "<b>Police</b>")),),
    place=Place(name="Orlava region", precision=PlacePrecision.REGION),
    time=Interval(from_=date(2021, 3, 1), to=date(2021, 3, 3), precision=TimePrecision.WEEK),
    count=Quantity(low=2),
    realis=Realis.ALLEGED,
    responds_to=("e1",),
    note="the place is deduced",
)


def coded(*events: Event, text: str = TEXT, published: date | None = date(2021, 3, 3), **extra: object) -> CodedReport:
    report = Report(doc_id="orlava-1", text=text, published=published, title=text.partition("\n")[0], source="made up")
    return CodedReport(report=report, events=events, versions=VERSIONS, **extra)


_TEXTS = st.text(min_size=1, max_size=40)
_NAMES = st.text(max_size=12)
_DAYS = st.dates()


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    words, start = draw(_TEXTS), draw(st.integers(0, 10_000))
    return Span(text=words, start=start, end=start + len(words))


@st.composite
def _evidence(draw: st.DrawFn) -> dict[str, object]:
    words = draw(st.none() | _spans())
    rule = draw(st.none() | _NAMES)
    return (
        {"rule": rule} if words is None else {"text": words.text, "start": words.start, "end": words.end, "rule": rule}
    )


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    bounds = sorted(draw(st.lists(st.integers(0, 10**7), min_size=2, max_size=2)))
    low, high = (draw(st.sampled_from((bound, None))) for bound in bounds)
    return Quantity(low=low, high=high, **draw(_evidence()))


@st.composite
def _intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted((draw(_DAYS), draw(_DAYS)))
    precision = draw(st.sampled_from(TimePrecision))
    return Interval(from_=start, to=end, precision=precision, timex=draw(st.none() | _NAMES), **draw(_evidence()))


@st.composite
def _places(draw: st.DrawFn) -> Place:
    point = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    return Place(
        name=draw(_NAMES),
        country=draw(st.none() | _NAMES),
        lat=point and point[0],
        lon=point and point[1],
        precision=draw(st.sampled_from(PlacePrecision)),
        region=draw(st.none() | _NAMES),
        geonames_id=draw(st.none() | st.integers(1)),
        **draw(_evidence()),
    )


@st.composite
def _parties(draw: st.DrawFn) -> Party:
    country, sector = draw(st.none() | _NAMES), draw(st.none() | _NAMES)
    return Party(name=draw(_NAMES), country=country, sector=sector, **draw(_evidence()))


def _some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


EVENTS = st.builds(
    Event,
    id=_NAMES,
    category=_NAMES,
    mode=_some(_NAMES),
    acled=st.none() | _NAMES,
    trigger=_spans(),
    mentions=_some(_spans()),
    actors=_some(_parties()),
    recipients=_some(_parties()),
    place=st.none() | _places(),
    time=st.none() | _intervals(),
    weapons=_some(_spans()),
    killed=st.none() | _quantities(),
    injured=st.none() | _quantities(),
    count=_quantities(),
    realis=st.sampled_from(Realis),
    attribution=_some(_spans()),
    claimed_by=_some(_spans()),
    responds_to=_some(_NAMES),
    confidence=st.none() | st.floats(0, 1),
    note=st.none() | _NAMES,
)
CODED = st.builds(
    lambda events, text, published, remarks: coded(*events, text=text, published=published, remarks=remarks),
    _some(EVENTS),
    st.text(max_size=80),
    st.none() | _DAYS,
    _some(_NAMES),
)
