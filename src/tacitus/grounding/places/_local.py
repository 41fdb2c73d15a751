"""Where a place lies that the gazetteer lacks: beside the report's other places, if most of those lie together."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from tacitus.earth import RADIUS_KM
from tacitus.grounding.places._rows import Entry, Feature
from tacitus.model import Span

# Kilometres within which two towns are of one neighbourhood, and the share of what is told, by nearness in the text,
# that has to be of one before an unknown place is put there. Of 0.6, 0.5, 0.4 and 0.3 on half of LGL, GeoWebNews and
# the annotated reports: of the places that 0.4 puts somewhere and 0.6 does not, three in five lie within 100 km.
NEIGHBOURS_KM = 100.0
SHARE = 0.4
# How many times as much as for what lies elsewhere. Set by hand: between two towns told alike nothing decides.
LEAD = 1.2
# Characters over which a telling's weight falls to a third, and what is left of it at any distance.
FADE, REST = 400.0, 0.1
# How much a telling of its own decides among entries with the same around them.
TELLING = 0.001
_LOCAL = frozenset({Feature.CITY, Feature.REGION, Feature.DISTRICT, Feature.SITE, Feature.AIRPORT})


_FILED = re.compile(
    r"\A(?:\W*)([A-Z][A-Z .'’-]{2,30}(?:,[A-Za-z .'’]{2,25}){0,2}?)(?:,? ?\(?[A-Z][\w .,]{0,25}\)?)?\s*(?:--|—|–|- )"
)


class Neighbourhood:
    """The towns, districts and regions that a report tells, and which of them lie together."""

    def __init__(self, told: Iterable[tuple[Span, Entry]]) -> None:
        local = [(span, entry) for span, entry in told if entry.feature in _LOCAL]
        self._entries = tuple({entry.row: entry for _, entry in local}.values())
        numbers = {entry.row: number for number, entry in enumerate(self._entries)}
        self._of = np.array([numbers[entry.row] for _, entry in local], dtype=np.int64)
        self._start = np.array([span.start for span, _ in local], dtype=float)
        self._near = _near(self._entries)
        regions = np.array([f"{entry.country} {entry.region or entry.row}" for entry in self._entries])
        self._one_region = (regions[:, None] == regions[None, :]).astype(float)

    def beside(self, span: Span, country: str | None) -> Entry | None:
        """The entry in the midst of what is told around a mention, in the country.

        None unless much of what is told lies around it, or in its region, and much more than anywhere else.
        """
        if not self._entries:
            return None
        weight = REST + np.exp(-np.abs(self._start - span.start) / FADE)
        told = np.bincount(self._of, weights=weight, minlength=len(self._entries))
        for joined in (self._near, self._one_region):
            around = joined @ told
            best = int(np.argmax(around + TELLING * told))
            entry = self._entries[best]
            elsewhere = around[joined[best] == 0].max(initial=0.0)
            if around[best] >= max(SHARE * told.sum(), LEAD * elsewhere):
                return entry if country in (None, entry.country) else None
        return None


def _near(entries: Sequence[Entry]) -> npt.NDArray[np.float64]:
    """Whether each entry is a neighbour of each other one."""
    lat, lon = (np.radians([getattr(entry, side) for entry in entries]) for side in ("lat", "lon"))
    point = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    return np.asarray(RADIUS_KM * np.arccos(np.clip(point @ point.T, -1.0, 1.0)) <= NEIGHBOURS_KM, dtype=float)


def filed_from(text: str) -> Span | None:
    """The place name at the head of a report, before its dash: where it was filed, not where anything happened."""
    found = _FILED.match(text)
    return Span.of(text, found.start(1), found.start(1) + len(found[1].rstrip())) if found else None
