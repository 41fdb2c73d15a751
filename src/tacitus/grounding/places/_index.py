"""The built index, opened: memory-mapped tries and arrays, of which only the pages in use are ever read."""

import json
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt

INDEX_FORMAT = 5
_ARRAYS = (
    "lat",
    "lon",
    "population",
    "feature",
    "geonames_id",
    "country",
    "region",
    "name_starts",
    "name_bytes",
    "exact_starts",
    "exact_postings",
    "frame_starts",
    "frame_postings",
)


class Index:
    """Entries in columns, and the postings of their names.

    A posting is twice a row number, plus one for a chief name.
    """

    def __init__(self, folder: Path) -> None:
        # As plain arrays over the same mapped memory: a memmap object is five times slower to index.
        column = {name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _ARRAYS}
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self.lat, self.lon = column["lat"], column["lon"]
        self.population, self.feature, self.geonames_id = column["population"], column["feature"], column["geonames_id"]
        self.country, self.region = column["country"], column["region"]
        self.countries: tuple[str, ...] = tuple(meta["countries"])
        self.regions: tuple[str, ...] = tuple(meta["regions"])
        self.capitals: frozenset[int] = frozenset(meta["capitals"])
        self.clues: dict[str, tuple[str, str]] = {name: (country, sort) for name, country, sort in meta["clues"]}
        self._names = (column["name_starts"], column["name_bytes"])
        self._exact = (_mapped(folder / "exact.marisa"), column["exact_starts"], column["exact_postings"])
        self._frame = (_mapped(folder / "frame.marisa"), column["frame_starts"], column["frame_postings"])
        self._near = _mapped(folder / "near.marisa")

    def name(self, row: int) -> str:
        """The chief name of an entry."""
        starts, text = self._names
        return bytes(text[starts[row] : starts[row + 1]]).decode()

    def exact(self, name_key: str) -> npt.NDArray[np.uint32]:
        """The postings of a name key."""
        return _postings(self._exact, name_key)

    def known(self, name_key: str) -> bool:
        """Whether any entry has this name key."""
        return name_key in self._exact[0]

    def begins(self, prefix: str) -> npt.NDArray[np.uint32]:
        """The postings of all name keys that begin with `prefix`."""
        keys, starts, postings = self._exact
        found = [postings[starts[number] : starts[number + 1]] for _, number in keys.items(prefix)]
        return np.concatenate(found) if found else postings[:0]

    def frame(self, country: str, frame: str) -> npt.NDArray[np.uint32]:
        """The postings of a consonant frame within a country."""
        return _postings(self._frame, f"{country}|{frame}")

    def near(self, country: str, prefix: str) -> list[str]:
        """The name keys of a country that begin with `prefix`."""
        return [text[len(country) + 1 :] for text in self._near.keys(f"{country}|{prefix}")]

    def slice_of(self, country: str) -> slice:
        """The rows of a country: one slice, because rows are ordered by country."""
        number = self.countries.index(country)
        return slice(*(int(edge) for edge in np.searchsorted(self.country, [number, number + 1])))


def _mapped(path: Path) -> marisa_trie.Trie:
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    return trie


def _postings(
    trie: tuple[marisa_trie.Trie, npt.NDArray[np.uint32], npt.NDArray[np.uint32]], text: str
) -> npt.NDArray[np.uint32]:
    keys, starts, postings = trie
    number = keys.get(text)
    return postings[:0] if number is None else postings[starts[number] : starts[number + 1]]
