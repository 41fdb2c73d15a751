"""Ledgers of invented reports: a few told with care, and as many as a test of size needs."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Report, Span, Versions

VERSIONS = Versions(code="0.1.0", model="written", codebook="plover-1", gazetteer="written")
FRONT, ARMY, COUNCIL, POLICE, CIVILIANS = (
    Party(name="Dawn Front", country="XXA", sector="REB"),
    Party(name="Armed Forces of Velmar", country="XXA", sector="MIL"),
    Party(name="Council of Orlava", country="XXA", sector="GOV"),
    Party(name="Police of Velmar", country="XXA", sector="COP"),
    Party(name="civilians", country="XXA", sector="CVL"),
)
TOWNS = {
    "Orlava": (12.4, 22.1),
    "Kesten": (11.2, 24.6),
    "Marun": (9.7, 20.3),
    "Tolvik": (13.8, 19.2),
    "Haret": (8.9, 23.8),
}


class Draft:
    """A report whose events are told by naming its words."""

    def __init__(self, doc_id: str, published: date, source: str, title: str, body: str) -> None:
        self.report = Report(doc_id=doc_id, text=f"{title}\n\n{body}", published=published, title=title, source=source)
        self.events: list[Event] = []

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.report.text.index(words, start + 1)
        return Span.of(self.report.text, start, start + len(words))

    def at(self, words: str, nth: int = 0) -> dict[str, object]:
        found = self.span(words, nth)
        return {"text": found.text, "start": found.start, "end": found.end, "rule": "written"}

    def party(self, party: Party, words: str, nth: int = 0) -> Party:
        return replace(party, **self.at(words, nth))

    def place(self, name: str, nth: int = 0) -> Place:
        lat, lon = TOWNS[name]
        return Place(name=name, country="XXA", lat=lat, lon=lon, **self.at(name, nth))

    def day(self, day: date, words: str) -> Interval:
        return Interval(from_=day, to=day, timex=day.isoformat(), **self.at(words))

    def figure(self, low: int, high: int | None, words: str) -> Quantity:
        return Quantity(low=low, high=high, **self.at(words))

    def tell(self, category: str, trigger: str, *, nth: int = 0, **fields: object) -> None:
        told = {"confidence": 0.8, **fields}
        self.events.append(
            Event(id=f"e{len(self.events) + 1}", category=category, trigger=self.span(trigger, nth), **told)
        )

    def coded(self) -> CodedReport:
        return CodedReport(report=self.report, events=tuple(self.events), versions=VERSIONS)


def market() -> CodedReport:
    """The report that most tests read: a shelling, an answer to it, and a condemnation. Ends in a wide character."""
    told = Draft(
        "market-1",
        date(2021, 3, 3),
        "Velmar Courier",
        "Shelling hits the market of Orlava",
        "Rebels of the Dawn Front shelled the market of Orlava late on Tuesday, killing at least four civilians and "
        "injuring about 20, the governor said.\n\nThe army raided two villages near Kesten on Wednesday in answer to "
        "the attack. <script>alert('x')</script> was painted on a wall 🕊 there. The council of Orlava condemned the "
        "shelling. A curfew is planned in Marun.",
    )
    tuesday = date(2021, 3, 2)
    told.tell(
        "ASSAULT",
        "shelled",
        mode=("heavy-weapons",),
        acled="Shelling/artillery/missile attack",
        mentions=(told.span("Shelling"), told.span("shelling")),
        actors=(told.party(FRONT, "Rebels of the Dawn Front"),),
        recipients=(told.party(CIVILIANS, "civilians"),),
        place=told.place("Orlava", 1),
        time=told.day(tuesday, "late on Tuesday"),
        killed=told.figure(4, None, "at least four"),
        injured=told.figure(20, 20, "about 20"),
        attribution=(told.span("the governor"),),
        confidence=0.91,
    )
    told.tell(
        "COERCE",
        "raided",
        mode=("restrict",),
        actors=(told.party(ARMY, "The army"),),
        place=told.place("Kesten"),
        time=told.day(date(2021, 3, 3), "Wednesday"),
        responds_to=("e1",),
        confidence=0.42,
    )
    told.tell(
        "ACCUSE",
        "condemned",
        mode=("disapprove",),
        actors=(told.party(COUNCIL, "The council of Orlava"),),
        recipients=(replace(FRONT, rule="deduced"),),
        responds_to=("e1",),
        confidence=0.66,
    )
    return told.coded()


def retelling(doc_id: str, published: date, source: str, *, low: int, high: int | None, words: str) -> CodedReport:
    """The same shelling with another figure."""
    told = Draft(
        doc_id,
        published,
        source,
        f"{source}: attack on Orlava market",
        f"Dawn Front fighters shelled the market in Orlava on Tuesday evening. {words} civilians were killed, "
        "according to a hospital.",
    )
    told.tell(
        "ASSAULT",
        "shelled",
        mode=("heavy-weapons",),
        acled="Shelling/artillery/missile attack",
        actors=(told.party(FRONT, "Dawn Front fighters"),),
        recipients=(told.party(CIVILIANS, "civilians"),),
        place=told.place("Orlava", 1),
        time=told.day(date(2021, 3, 2), "Tuesday evening"),
        killed=told.figure(low, high, words),
        attribution=(told.span("a hospital"),),
        confidence=0.84,
    )
    return told.coded()


def told() -> tuple[CodedReport, ...]:
    """One incident in four reports that disagree, and what came of it."""
    return (
        market(),
        retelling("market-2", date(2021, 3, 3), "Radio Kesten", low=2, high=2, words="Two"),
        retelling("market-3", date(2021, 3, 4), "Northern Post", low=6, high=6, words="Six"),
        retelling("market-4", date(2021, 3, 5), "Observers' Bulletin", low=5, high=7, words="Between five and seven"),
    )


_KINDS = (
    ("ASSAULT", "attacked", ("firearms",), "Armed clash"),
    ("ASSAULT", "shelled", ("heavy-weapons",), "Shelling/artillery/missile attack"),
    ("COERCE", "raided", ("restrict",), "Arrests"),
    ("PROTEST", "marched against", ("demo",), "Peaceful protest"),
    ("ACCUSE", "accused", ("disapprove",), None),
    ("CONSULT", "met", ("visit",), None),
    ("AID", "sent relief to", (), None),
)
_WHEN = date(2015, 1, 1)
_SPAN_DAYS = 3000
_SOURCES = ("Velmar Courier", "Radio Kesten", "Northern Post", "Observers' Bulletin")


def many(n_reports: int, seed: int = 1) -> Iterator[CodedReport]:
    """Short reports of two events each, strewn over eight years and a country."""
    chance = random.Random(seed)  # noqa: S311  the same reports each time
    parties = (FRONT, ARMY, COUNCIL, POLICE)
    for number in range(n_reports):
        day = _WHEN + timedelta(days=int(chance.betavariate(4, 2) * _SPAN_DAYS))
        town = chance.choice(tuple(TOWNS))
        doer, target = chance.sample(parties, 2)
        kind, other = chance.choices(_KINDS, weights=(6, 4, 3, 3, 2, 1, 1), k=2)
        low = chance.choice((1, 1, 2, 3, 5, 8, 13))
        told = Draft(
            f"r{number:05}",
            day + timedelta(days=1),
            chance.choice(_SOURCES),
            f"{target.name} {kind[1]} at {town} ({number})",
            f"{doer.name} {kind[1]} {target.name} near {town} on {day.isoformat()}, leaving {low} dead. "
            f"Later {target.name} {other[1]} the others in the valley.",
        )
        lat, lon = TOWNS[town]
        spot = replace(told.place(town, 1), lat=lat + chance.gauss(0, 0.9), lon=lon + chance.gauss(0, 0.9))
        when = told.day(day, day.isoformat())
        told.tell(
            kind[0],
            kind[1],
            nth=1,
            mode=kind[2],
            acled=kind[3],
            actors=(told.party(doer, doer.name),),
            recipients=(told.party(target, target.name, 1),),
            place=spot,
            time=when,
            killed=told.figure(low, low, f"{low} dead") if kind[0] == "ASSAULT" else None,
            confidence=round(chance.uniform(0.3, 0.99), 3),
        )
        told.tell(
            other[0],
            f"{other[1]} the others",
            mode=other[2],
            actors=(told.party(target, target.name, 2),),
            place=None,
            time=when,
            responds_to=("e1",),
            confidence=round(chance.uniform(0.3, 0.99), 3),
        )
        yield told.coded()


def write(place: Path, reports: Iterator[CodedReport] | tuple[CodedReport, ...], *, link: bool = True) -> Path:
    """A ledger with these reports, linked into incidents."""
    run = Run.begun(VERSIONS)
    with Ledger.open(place) as ledger:
        with ledger.writing(run) as take:
            for coded in reports:
                take(coded)
        ledger.finish(run)
        if link:
            ledger.link()
    return place
