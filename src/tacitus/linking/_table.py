"""Profiles as a table of DuckDB, with the keys under which pairs are looked for."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tacitus.codebook import load_codebook
from tacitus.linking._profile import Profile
from tacitus.model import IncidentKind

if TYPE_CHECKING:
    import pyarrow as pa

# Two reports of one happening are at most this far apart in their dates: a slip over midnight or a time zone, and
# one more for a report that counts back from its own day.
GAP_DAYS = 2
# Days that share a key. Wider ones make fewer keys and more pairs that the rule then drops.
BUCKET_DAYS = 8
# The kinds whose members are too vague for any pair to be told apart.
ALONE = frozenset({IncidentKind.HYPOTHETICAL, IncidentKind.GENERIC})
NOWHERE, UNDATED = "nowhere", "undated"


_TEXT, _TEXTS, _WHOLE, _DECIMAL, _YES_NO = "string", "strings", "int64", "float64", "bool_"
_COLUMNS = {
    "unique_id": _WHOLE,
    "doc_id": _TEXT,
    "is_new": _YES_NO,
    "quad": _WHOLE,
    "blocks": _TEXTS,
    "kind": _TEXT,
    "first_day": _WHOLE,
    "last_day": _WHOLE,
    "dated": _YES_NO,
    "category": _TEXT,
    "modes": _TEXTS,
    "acled": _TEXT,
    "place": _TEXT,
    "region": _TEXT,
    "country": _TEXT,
    "lat": _DECIMAL,
    "lon": _DECIMAL,
    "precision": _TEXT,
    "actors": _TEXTS,
    "actor_groups": _TEXTS,
    "recipients": _TEXTS,
    "recipient_groups": _TEXTS,
    "weapons": _TEXTS,
    "killed_low": _WHOLE,
    "killed_high": _WHOLE,
    "injured_low": _WHOLE,
    "injured_high": _WHOLE,
    "triggers": _TEXTS,
    "words": _TEXTS,
}


def table_of(profiles: Sequence[Profile], new: Collection[str]) -> "pa.Table":
    """One row a profile. `unique_id` is its index; `is_new` tells whether its report is among `new`."""
    import pyarrow as pa  # noqa: PLC0415  heavy, and needed for scoring alone

    quads = {category.code: category.quad for category in load_codebook().categories}
    made: dict[str, list[object]] = {
        "unique_id": list(range(len(profiles))),
        "doc_id": [profile.key.doc_id for profile in profiles],
        "is_new": [profile.key.doc_id in new for profile in profiles],
        "quad": [quads.get(profile.category) for profile in profiles],
        "blocks": [_blocks(profile) for profile in profiles],
        "kind": [profile.kind.value for profile in profiles],
    }
    rows = {name: made.get(name) or [getattr(profile, name) for profile in profiles] for name in _COLUMNS}
    # Types are stated, since a column may hold nothing but nulls.
    types = {kind: pa.list_(pa.string()) if kind == _TEXTS else getattr(pa, kind)() for kind in _COLUMNS.values()}
    return pa.table(rows, schema=pa.schema([(name, types[kind]) for name, kind in _COLUMNS.items()]))


def _blocks(profile: Profile) -> list[str]:
    """The keys of a profile: pairs without a common one are never compared."""
    if profile.kind in ALONE:
        return []
    where = profile.countries or (NOWHERE,)
    if profile.first_day is None or profile.last_day is None:
        return [f"{country} {UNDATED}" for country in where]
    if profile.kind is IncidentKind.AGGREGATE:
        return [f"{country} {profile.first_day} to {profile.last_day}" for country in where]
    first, last = (profile.first_day - GAP_DAYS) // BUCKET_DAYS, (profile.last_day + GAP_DAYS) // BUCKET_DAYS
    return [f"{country} {bucket}" for country in where for bucket in range(first, last + 1)]
