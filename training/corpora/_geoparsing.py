"""LGL, GeoWebNews and GeoVirus: place names in news and where they are (Gritta et al. 2018 and 2020)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import PlacedText, Terms, Toponym

TERMS = Terms(stated="repository GPL-3; none for the news text; GeoVirus is Wikinews, CC BY", weights="unclear")


def geoparsing(folder: Path, name: str) -> tuple[PlacedText, ...]:
    """The texts of `lgl`, `geowebnews` or `geovirus`, which have no parts."""
    return tuple(
        PlacedText(
            id=row["id"],
            title=row["title"],
            text=row["text"],
            toponyms=tuple(_toponym(toponym) for toponym in row["toponyms"]),
        )
        for row in rows(folder, f"{name}.jsonl")
    )


def _toponym(toponym: Mapping[str, Any]) -> Toponym:
    return Toponym(
        start=toponym["start"],
        end=toponym["end"],
        **{name: toponym.get(name) for name in ("type", "lat", "lon", "geonames_id", "country")},
    )
