"""The columns of our own tables (CSV, Excel, Parquet, GeoJSON, HXL, frames): name, kind, meaning, tag and value."""

from collections.abc import Callable
from typing import Final

from tacitus.codebook import Codebook
from tacitus.export._column import Column, Found, day, decimal, given, text, texts, whole
from tacitus.export._entry import Amount, Entry
from tacitus.export._layout import Row
from tacitus.export._notes import notes
from tacitus.model import Interval, Party, Place


def _parties(prefix: str, what: str, tag: str, of: Callable[[Entry], tuple[Party, ...]]) -> tuple[Column, ...]:
    """Names, countries and sectors, each list as long as the others."""
    return (
        texts(f"{prefix}s", f"{what}: canonical English names", lambda entry: _names(of(entry)), f"#group+name+{tag}"),
        texts(
            f"{prefix}_countries",
            f"home countries of the {prefix}s in the same order, ISO 3166-1 alpha-3, empty where none is known",
            lambda entry: tuple(party.country or "" for party in of(entry)),
            f"#group+country+{tag}",
        ),
        texts(
            f"{prefix}_sectors",
            f"PLOVER sectors of the {prefix}s in the same order, empty where none is known",
            lambda entry: tuple(party.sector or "" for party in of(entry)),
            f"#group+type+{tag}",
        ),
    )


def _amounts(name: str, what: str, tag: str, of: Callable[[Entry], Amount | None]) -> tuple[Column, ...]:
    return (
        whole(name, f"{what}: the best figure", given(of, lambda found: found.best), tag),
        whole(
            f"{name}_low",
            "the lowest figure of any report; empty beside a best figure: open",
            given(of, lambda found: found.low),
            f"{tag}+min",
        ),
        whole(
            f"{name}_high",
            "the highest figure of any report; empty beside a best figure: open, as in “at least”",
            given(of, lambda found: found.high),
            f"{tag}+max",
        ),
        text(
            f"{name}_words",
            "the words of the best figure",
            given(of, lambda found: found.basis.text),
        ),
    )


def _of_place(value: Callable[[Place], Found | None]) -> Callable[[Entry], Found | None]:
    return given(lambda entry: entry.place, value)


def _of_time(value: Callable[[Interval], Found | None]) -> Callable[[Entry], Found | None]:
    return given(lambda entry: entry.time, value)


def _names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.name for party in parties)


def _distinct(values: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


COLUMNS: Final[tuple[Column, ...]] = (
    text("id", "the incident's id, or report#event", lambda entry: entry.id, "#event+id"),
    text(
        "kind",
        "single, aggregate (a total over many), plan, historic, hypothetical, generic",
        lambda entry: entry.kind.value,
    ),
    text("category", "PLOVER category", lambda entry: entry.category, "#event+category"),
    texts("modes", "PLOVER modes", lambda entry: entry.mode, "#event+mode"),
    text(
        "acled",
        "ACLED sub-event type, as the words of the report suggest it",
        lambda entry: entry.acled,
        "#event+type+sub",
    ),
    text(
        "realis",
        "whether it really happened, as the reports tell it",
        lambda entry: entry.realis.value,
        "#event+status",
    ),
    day("date_from", "the first day on which it happened", _of_time(lambda time: time.from_), "#date+start"),
    day("date_to", "the last day, equal to the first for a day", _of_time(lambda time: time.to), "#date+end"),
    text("time_precision", "the unit in which the time is told", _of_time(lambda time: time.precision.value)),
    text("place", "where it happened, most specific stated", _of_place(lambda place: place.name), "#loc+name"),
    text(
        "place_precision",
        "exact (a named settlement or site), near one, region (the point is the middle of an area), country",
        _of_place(lambda place: place.precision.value),
        "#geo+precision",
    ),
    text("region", "first-level administrative region", _of_place(lambda place: place.region), "#adm1+name"),
    text(
        "country",
        "of the place, ISO 3166-1 alpha-3",
        _of_place(lambda place: place.country),
        "#country+code",
    ),
    decimal("latitude", "WGS84 degrees", _of_place(lambda place: place.lat), "#geo+lat"),
    decimal("longitude", "WGS84 degrees", _of_place(lambda place: place.lon), "#geo+lon"),
    whole(
        "geonames_id",
        "the place's number in GeoNames",
        _of_place(lambda place: place.geonames_id),
        "#loc+code",
    ),
    *_parties("actor", "who did it", "first", lambda entry: entry.actors),
    *_parties("recipient", "whom or what it was done to", "second", lambda entry: entry.recipients),
    texts("weapons", "the words for instruments and munitions", lambda entry: entry.weapons, "#event+weapon"),
    *_amounts("killed", "people killed", "#affected+killed", lambda entry: entry.killed),
    *_amounts("injured", "people injured", "#affected+injured", lambda entry: entry.injured),
    *_amounts("events", "how many events this row stands for", "#indicator+events+num", lambda entry: entry.count),
    texts(
        "attribution",
        "whose word it rests on; empty: the reports' own voice",
        lambda entry: entry.said_by,
        "#meta+attribution",
    ),
    texts("claimed_by", "who claimed responsibility", lambda entry: entry.claimed_by, "#group+claim"),
    texts("in_answer_to", "ids of what it was done in answer to", lambda entry: entry.responds_to, "#event+id+cause"),
    texts(
        "words",
        "the words that name it, one of each report",
        lambda entry: _distinct([one.trigger for one in entry.sources]),
    ),
    whole(
        "n_reports",
        "how many reports tell it",
        lambda entry: len({one.doc_id for one in entry.sources}),
        "#meta+reports+num",
    ),
    texts("reports", "ids of the reports", lambda entry: _distinct([one.doc_id for one in entry.sources]), "#meta+id"),
    texts(
        "sources",
        "who published the reports",
        lambda entry: _distinct([one.name for one in entry.sources]),
        "#meta+source",
    ),
    texts("urls", "where the reports stand", lambda entry: _distinct([one.url for one in entry.sources]), "#meta+url"),
    day(
        "first_published",
        "day of the earliest report",
        lambda entry: next(iter(entry.published), None),
        "#date+published+start",
    ),
    day(
        "last_published",
        "day of the latest report",
        lambda entry: next(reversed(entry.published), None),
        "#date+published+end",
    ),
    texts(
        "contradictions",
        "fields in which the reports cannot all be right, with each value and who gives it",
        lambda entry: tuple(f"{one.field.value}: {' | '.join(one.values)}" for one in entry.contradictions),
        "#meta+contradictions",
    ),
    texts("review", "states of its events with those who check them", lambda entry: entry.review, "#meta+review"),
    decimal(
        "confidence",
        "the model's confidence, 0 to 1; empty where a person coded it",
        lambda entry: entry.confidence,
        "#meta+confidence",
    ),
    text("notes", "the whole account in words", notes, "#description"),
)


def row_of(entry: Entry, _: Codebook | None = None) -> tuple[Row]:
    """The entry as one row of our own columns."""
    return ({column.name: column.value(entry) for column in COLUMNS},)
