"""Entries written by hand: what the tests of all formats export."""

from datetime import date
from pathlib import Path

from tacitus.export import Amount, Contradiction, Entry, Said, Source
from tacitus.model import ClaimField, IncidentKind, Interval, Party, Place, PlacePrecision, Realis, TimePrecision

DAY = date(2016, 11, 8)


def columns(name: str) -> list[str]:
    """The names of a scheme's columns, in its order."""
    return (Path(__file__).parent / "columns" / f"{name}.txt").read_text(encoding="utf-8").split()


def said(low: int | None, high: int | None = None, text: str | None = None, published: date | None = DAY) -> Said:
    return Said(low=low, high=high, text=text, published=published)


def amount(*all_said: Said, basis: int = 0) -> Amount:
    chosen = all_said[basis]
    lows = [one.low for one in all_said]
    highs = [one.high for one in all_said]
    return Amount(
        best=chosen.stated,
        low=None if None in lows else min(lows),
        high=None if None in highs else max(highs),
        basis=chosen,
        said=all_said,
    )


def on(first: date, last: date | None = None, precision: TimePrecision = TimePrecision.DAY, **more: str) -> Interval:
    return Interval(from_=first, to=last or first, precision=precision, **more)


def source(doc_id: str = "harim-1", **more: object) -> Source:
    values = {"event_id": "e1", "published": DAY, "title": "Rebels shell Harim", "name": "Levant Wire", **more}
    return Source(doc_id=doc_id, trigger="shelled", said_by=("the governor",), **values)


REBELS = Party(name="Dawn Front", country="SYR", sector="REB")
ARMY = Party(name="Syrian Arab Army", country="SYR", sector="MIL")
RESIDENTS = Party(name="residents", sector="CVL")
GUNMEN = Party(name="unidentified gunmen", sector="UAF")
RUSSIANS = Party(name="Russian Aerospace Forces", country="RUS", sector="MIL")
HARIM = Place(name="Harim", country="SYR", lat=36.20752, lon=36.51917, region="Idlib", geonames_id=169394)


def entry(**changes: object) -> Entry:
    """The shelling of a town, changed where a test wants it."""
    values: dict[str, object] = {
        "id": "harim-1#e1",
        "kind": IncidentKind.SINGLE,
        "category": "ASSAULT",
        "mode": ("heavy-weapons",),
        "acled": "Shelling/artillery/missile attack",
        "time": on(DAY),
        "place": HARIM,
        "actors": (REBELS,),
        "recipients": (RESIDENTS,),
        "weapons": ("mortar shells",),
        "killed": amount(said(4, None, "at least four")),
        "injured": amount(said(11, 11, "eleven")),
        "count": amount(said(1, 1)),
        "sources": (source(),),
        "confidence": 0.875,
    }
    return Entry(**{**values, **changes})  # type: ignore[arg-type]


SHELLING = entry()
DISPUTED = entry(
    id="0123456789abcdef",
    acled=None,
    mode=("aerial",),
    actors=(RUSSIANS,),
    killed=amount(said(2, 2, "two"), said(6, 6, "six", date(2016, 11, 9)), basis=1),
    claimed_by=("The Dawn Front",),
    responds_to=("fedcba9876543210",),
    sources=(
        source(),
        source("harim-2", published=date(2016, 11, 9), name="Orontes Daily", url="https://example.org/2"),
    ),
    contradictions=(
        Contradiction(
            field=ClaimField.KILLED,
            values=("2 (the governor in Levant Wire)", "6 (the governor in Orontes Daily)"),
        ),
    ),
    review=("confirmed", "open"),
)
CLASH = entry(
    id="kivu#e2",
    mode=(),
    acled="Armed clash",
    time=on(date(2016, 11, 5), DAY),
    actors=(ARMY, REBELS),
    recipients=(),
    killed=amount(said(10, 10, "ten")),
    injured=None,
)
COUNTRYWIDE = entry(
    id="wide#e1",
    category="PROTEST",
    mode=("demo",),
    acled="Peaceful protest",
    place=Place(name="Syria", country="SYR", lat=35.0, lon=38.0, precision=PlacePrecision.COUNTRY),
    actors=(RESIDENTS,),
    recipients=(Party(name="Government of Syria", country="SYR", sector="GOV"),),
    killed=None,
    injured=None,
)
TOTAL = entry(
    id="total#e1",
    kind=IncidentKind.AGGREGATE,
    time=on(date(2016, 10, 17), DAY),
    count=amount(said(19, None, "at least 19")),
    killed=amount(said(24, None, "dozens")),
)
PLAN = entry(id="plan#e1", kind=IncidentKind.PLAN, realis=Realis.PLANNED)
HOSTILE = entry(
    id='=HYPERLINK("https://example.org")',
    actors=(Party(name="+cmd|' /C calc'!A0", sector="UAF"), Party(name="-2+3", sector="UAF")),
    place=Place(name="@SUM(A1)", country="SYR", lat=-1.5, lon=-2.25),
    weapons=("=1+1", "a\ttab", "two\nlines", "nul\x00", "lone \udc80"),
    note='=cmd|"/C calc"!A0',
)
ALL = (SHELLING, DISPUTED, CLASH, COUNTRYWIDE, TOTAL, PLAN)
