"""The front of the sub-package: every mention of a report, in the order of its text."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from tacitus.grounding.parties._chart import Item, Lexicon, chart
from tacitus.grounding.parties._country import home_of
from tacitus.grounding.parties._lexicon import lexicon_of
from tacitus.grounding.parties._named import entry_sense
from tacitus.grounding.parties._people import accused_in, people_of
from tacitus.grounding.parties._registry import Registry
from tacitus.grounding.parties._scenes import located_in
from tacitus.grounding.parties._sense import senses_of
from tacitus.grounding.parties._setting import Sense, Setting, tally_of
from tacitus.grounding.parties._words import words_of
from tacitus.model import Party, ReadSector, Report, Span

# Rules that guess the sector, and how sure the reader must be to be believed in their place. Chosen on the held-out
# tenth of the annotated reports: those of which no more than 0.56 are right, and where the reader's word is better.
GUESSES = {
    "words: unknown": 0.0,
    "person: no title": 0.0,
    "place: name": 0.0,
    "reference: pronoun": 0.0,
    "role: part": 0.5,
    "state: its people": 0.5,
    "person: described": 0.5,
    "person: title in": 0.5,
}
# States that are no more, and whose code stands for them: the country of a party is a state of today.
SUCCESSORS = {"SUN": "RUS", "DDR": "DEU", "YUG": "SRB"}


def ground_parties(
    report: Report, spans: Sequence[Span], *, registry: Registry, read: Sequence[ReadSector | None] = ()
) -> tuple[tuple[Party, ...], ...]:
    """The parties that each mention names, aligned with `spans`.

    Reads the mention, the names and titles in the whole report, and the mentions before it; the publication year
    decides between office holders. A mention in words that nothing is known of still gives a party with those words.
    `read` is what the reader takes each mention for, aligned with `spans`: it decides where the rules only guess.
    """
    lexicon = lexicon_of(report.text, registry)
    items = chart(words_of(report.text), lexicon)
    setting = _setting(report, items, lexicon)
    told: list[tuple[int, Sense]] = _named_in(items, setting)
    found: dict[int, tuple[Sense, ...]] = {}
    for index in sorted(range(len(spans)), key=lambda index: (spans[index].start, spans[index].end)):
        span = spans[index]
        before = [sense for offset, sense in told if offset < span.start]
        phrase = chart(words_of(span.text, start=span.start), lexicon)
        found[index] = senses_of(phrase, replace(setting, offset=span.start), before) if phrase else (_bare(span),)
        for sense in found[index]:
            insort(told, (span.start, sense), key=itemgetter(0))
    return tuple(
        tuple(_party(span, _by_context(sense, sector)) for sense in found[index])
        for index, (span, sector) in enumerate(zip(spans, read or (None,) * len(spans), strict=True))
    )


def _setting(report: Report, items: tuple[Item, ...], lexicon: Lexicon) -> Setting:
    year = report.published.year if report.published else None
    setting = Setting(
        lexicon=lexicon,
        home=home_of(items),
        people={},
        accused=accused_in(items),
        located=located_in(items),
        groups=(),
        tally=tally_of(items),
        offset=0,
        year=year,
    )
    groups = tuple((offset, sense) for offset, sense in _named_in(items, setting) if sense.sector == "REB")
    return replace(setting, people=people_of(items, setting), groups=groups)


def _named_in(items: tuple[Item, ...], setting: Setting) -> list[tuple[int, Sense]]:
    """The registry names in a report's text, for what refers back to them."""
    return [
        (item.words[0].start, entry_sense(setting.choose(item.entries), setting, "registry: name"))
        for item in items
        if item.entries
    ]


def _bare(span: Span) -> Sense:
    """A mention without a word in it ("31", "***")."""
    return Sense(name=span.text.strip() or span.text, country=None, sector=None, rule="words: unknown")


def _by_context(sense: Sense, read: ReadSector | None) -> Sense:
    """The sector as the report speaks of the party, where its words do not tell it."""
    least = next((least for rule, least in GUESSES.items() if sense.rule.startswith(rule)), None)
    if read is None or least is None or read.p < least:
        return sense
    return replace(sense, sector=read.code, rule=f"{sense.rule}, sector by context")


def _party(span: Span, sense: Sense) -> Party:
    country = SUCCESSORS.get(sense.country or "", sense.country)
    return Party(text=span.text, start=span.start, end=span.end, rule=sense.rule,
                 name=sense.name, country=country, sector=sense.sector)  # fmt: skip
