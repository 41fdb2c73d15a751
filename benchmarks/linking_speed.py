"""How long linking takes: `python -m benchmarks.linking_speed [N_EVENTS]`, 100,000 unless told otherwise.

Events are made up: a tenth of them retell an incident told before, in another report, a day or so later and with other
figures; the rest are new. They lie over a year and ten countries, some 250 a day in all, which is the density of a
news archive rather than of one war. Making them is not timed.
"""

import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tacitus.linking import link
from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Report, Span, Versions

N_EVENTS = 100_000
EVENTS_A_REPORT = 5
COUNTRIES = ("AFG", "COL", "ETH", "IRQ", "MLI", "NGA", "SDN", "SOM", "SYR", "YEM")
PLACES_A_COUNTRY = 60
ACTS = (
    ("ASSAULT", ("explosives",)),
    ("ASSAULT", ("firearms",)),
    ("ASSAULT", ("aerial",)),
    ("PROTEST", ("demo",)),
    ("COERCE", ("arrest",)),
    ("CONSULT", ()),
    ("ACCUSE", ("disapprove",)),
    ("THREATEN", ("violence",)),
)
WORDS = """
convoy market bridge checkpoint village barracks crowd camp highway mosque station farm river school border
hospital patrol airport depot council fighters soldiers villagers officers students drivers traders elders
""".split()  # noqa: SIM905  a list of thirty literals is worse to read
_VERSIONS = Versions(code="1", model="1", codebook="1", gazetteer="1")


def reports(n_events: int, seed: int = 1) -> Iterator[CodedReport]:
    """Coded reports with `n_events` events in all."""
    random, told = Random(seed), list[Event]()  # noqa: S311  no secret
    for number in range(n_events // EVENTS_A_REPORT):
        published = date(2027, 1, 1) + timedelta(days=number * 365 * EVENTS_A_REPORT // n_events)
        sentences, events = "", []
        for index in range(EVENTS_A_REPORT):
            words = random.sample(WORDS, 7)
            start = len(sentences) + len(words[0]) + 1
            sentences += f"{words[0]} attacked {' '.join(words[1:])}. "
            trigger = Span.of(sentences, start, start + len("attacked"))
            before = random.choice(told[-1000:]) if told and random.random() < 0.1 else None
            events.append(_event(f"e{index}", trigger, published, random, before))
        told.extend(events)
        yield CodedReport(
            report=Report(doc_id=f"r{number}", text=sentences, published=published),
            events=tuple(events),
            versions=_VERSIONS,
        )


def _event(name: str, trigger: Span, published: date, random: Random, before: Event | None) -> Event:
    if before:
        category, mode, place, time, actors = before.category, before.mode, before.place, before.time, before.actors
    else:
        category, mode = random.choice(ACTS)
        country, site = random.choice(COUNTRIES), random.randrange(PLACES_A_COUNTRY)
        lat = COUNTRIES.index(country) * 4 + site % 8 * 0.4
        place = Place(name=f"{country} {site}", country=country, lat=lat, lon=site // 8 * 0.4)
        day = published - timedelta(days=random.randrange(3))
        time = Interval(from_=day, to=day)
        actors = (Party(name=f"Group {random.randrange(20)}", country=country, sector=random.choice(("REB", "MIL"))),)
    killed = random.randrange(30)
    return Event(
        id=name,
        category=category,
        mode=mode,
        trigger=trigger,
        place=place,
        time=time,
        actors=actors,
        killed=Quantity(low=killed, high=killed) if category == "ASSAULT" else None,
    )


def main() -> None:
    """Make the events, link them, and print how long that took."""
    n_events = int(sys.argv[1]) if len(sys.argv) > 1 else N_EVENTS
    made = list(reports(n_events))
    wall, processor = time.perf_counter(), time.process_time()
    linked = link(made)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(
        f"{n_events:,} events, {len(linked.links):,} links, {len(linked.incidents):,} incidents: "
        f"{wall:.1f} s, of the processors {processor:.1f} s"
    )


if __name__ == "__main__":
    main()
