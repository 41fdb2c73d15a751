"""What a format has no column for, in words: the notes that every entry carries."""

from collections.abc import Iterable, Iterator

from tacitus.export._entry import Amount, Entry
from tacitus.export._words import day_or_days, figure, plain
from tacitus.model import IncidentKind, Party


def notes(entry: Entry, *extra: str) -> str:
    """The whole account of an entry on one line, "label: value." after another.

    Args:
        entry: the entry.
        extra: what the format itself has to add, at the end.
    """
    return " ".join(f"{plain(part).rstrip('.')}." for part in (*_parts(entry), *extra))


def _parts(entry: Entry) -> Iterator[str]:
    yield f"{entry.category}{' ' + ', '.join(entry.mode) if entry.mode else ''}"
    yield from _told(entry)
    yield f"realis: {entry.realis.value}"
    if entry.kind is not IncidentKind.SINGLE:
        yield f"kind: {entry.kind.value}"
    if entry.time:
        yield f"when: {day_or_days(entry.time.from_, entry.time.to)}"
    yield from _listed("actors", [_party(party) for party in entry.actors])
    yield from _listed("recipients", [_party(party) for party in entry.recipients])
    yield from _listed("weapons", entry.weapons)
    for label, amount in (("killed", entry.killed), ("injured", entry.injured), ("how many", _many(entry))):
        if amount:
            yield f"{label}: {_in_words(amount)}"
    yield f"on the word of: {', '.join(entry.said_by) or 'the report itself'}"
    yield from _listed("claimed by", entry.claimed_by)
    for found in entry.contradictions:
        yield f"reports differ on {found.field.value}: {'; '.join(found.values)}"
    yield from _listed("in answer to", entry.responds_to)
    yield from _listed("review", entry.review)
    if entry.confidence is not None:
        yield f"confidence: {entry.confidence:.2f}"
    yield from _listed("note", [entry.note] if entry.note else [])
    yield f"reports: {', '.join(dict.fromkeys(source.doc_id for source in entry.sources))}"


def _told(entry: Entry) -> Iterator[str]:
    yield from _listed("words", dict.fromkeys(f"“{source.trigger}”" for source in entry.sources if source.trigger))


def _listed(label: str, values: Iterable[str]) -> Iterator[str]:
    found = list(values)
    if found:
        yield f"{label}: {', '.join(found)}"


def _party(party: Party) -> str:
    about = " ".join(filter(None, (party.country, party.sector)))
    return f"{party.name} ({about})" if about else party.name


def _many(entry: Entry) -> Amount | None:
    return None if entry.count is None or (entry.count.low, entry.count.high) == (1, 1) else entry.count


def _in_words(amount: Amount) -> str:
    """The best figure in its words, and the bounds over all reports where they are wider."""
    basis = amount.basis
    stated = figure(basis.low, basis.high)
    quoted = f"{stated} (“{basis.text}”)" if basis.text else stated
    bounds = figure(amount.low, amount.high)
    return quoted if bounds == stated else f"{quoted}, {bounds} over all reports"
