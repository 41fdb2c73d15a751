"""Resolves the place mentions of a report: which place each names, and how closely."""

from collections.abc import Sequence

from tacitus.earth import kilometres
from tacitus.grounding.places._answer import Found, Setting, place_of
from tacitus.grounding.places._back import Answer, point_back
from tacitus.grounding.places._choose import REACH, choose
from tacitus.grounding.places._clues import read_clues
from tacitus.grounding.places._gather import Names, Taken, gather
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._local import Neighbourhood, filed_from
from tacitus.grounding.places._names import key
from tacitus.grounding.places._rows import Entry, Feature
from tacitus.grounding.places._scan import find_places
from tacitus.model import Place, Report, Span

# How many times the reach of a region a town must be off to count as outside it.
OUTSIDE = 1.5
_HOLDING = (Feature.REGION, Feature.DISTRICT, Feature.AREA)
_TOWNS = (Feature.CITY, Feature.AIRPORT, Feature.SITE)


def ground_places(report: Report, spans: Sequence[Span], *, gazetteer: Gazetteer) -> tuple[Place | None, ...]:
    """What each place mention means, in the order of `spans`.

    None is a mention without a name that has nothing to point back to.

    Names are resolved together: the other names of the mentions and of the whole text, and the countries that the
    text tells, decide between places that share a name. A place that is not found stays named; it is put no closer
    than into a region, where the words or the report's other places agree on one.
    """
    around = [
        span
        for span in find_places(report.text, gazetteer=gazetteer, embedded=True)
        if not any(span.overlaps(told) for told in spans)
    ]
    clues = read_clues(report.text, gazetteer)
    # Twice: where the names of the first pass lie tells better than nationality words which countries the report is
    # about.
    names, _, _ = gather(report.text, spans, around, clues, gazetteer)
    clues = clues.joined_by(_countries(_found(names)))
    names, mentions, surrounding = gather(report.text, spans, around, clues, gazetteer)
    found = _found(names)
    clues = clues.joined_by(_countries(found))
    told = [*zip(spans, mentions, strict=True), *surrounding]
    setting = Setting(clues=clues, local=_neighbourhood(told, found, report.text), gazetteer=gazetteer)
    answers: list[Answer] = []
    for span, (phrase, numbers) in told:
        inside = tuple(found[number] for number in numbers)
        outer = names.pieces[numbers[0]].name.holders if numbers else ()
        beside = [found[number] for number in outer if number not in numbers]
        place = place_of(span, phrase, inside, setting, beside=beside)
        answers.append(Answer(span=span, phrase=phrase, found=inside, place=place, mentioned=len(answers) < len(spans)))
    return tuple(point_back(answer, answers, clues, gazetteer) for answer in answers[: len(spans)])


def _neighbourhood(told: Sequence[tuple[Span, Taken]], found: Sequence[Found], text: str) -> Neighbourhood:
    """Where the report's places lie, but for the one that it was filed from."""
    filed = filed_from(text)
    return Neighbourhood(
        (span, entry)
        for span, (_, numbers) in told
        if numbers and (entry := found[numbers[0]].entry) and not (filed and span.overlaps(filed))
    )


def _countries(found: Sequence[Found]) -> list[tuple[str, str]]:
    """The countries of the places, other than countries, that names were found to be, with the name."""
    return [
        (piece.entry.country, key(piece.variant.name if piece.variant else piece.stretch))
        for piece in found
        if piece.entry and piece.entry.country and piece.entry.feature != Feature.COUNTRY and piece.rule == "gazetteer"
    ]


def _found(names: Names) -> list[Found]:
    chosen = choose([piece.name for piece in names.pieces], names.clues, names.gazetteer)
    entries = [names.gazetteer.entry(choice[0]) if choice else None for choice in chosen]
    return [
        Found(stretch=stretch, entry=None, variant=None, rule="known only elsewhere")
        if entry and _outside(entry, [entries[holder] for holder in piece.name.holders[: piece.name.firm]])
        else Found(stretch=stretch, entry=entry, variant=piece.variant, rule=piece.rule)
        for stretch, piece, entry in zip(names.stretches, names.pieces, entries, strict=True)
    ]


def _outside(entry: Entry, holders: Sequence[Entry | None]) -> bool:
    """Whether a town lies far outside a region that the words say holds it: then another town of that name is meant."""
    return entry.feature in _TOWNS and any(
        holder.feature in _HOLDING
        and kilometres(entry.point, holder.point) > OUTSIDE * REACH[holder.feature]
        and not (holder.feature == Feature.REGION and entry.region == holder.region)
        for holder in holders
        if holder
    )
