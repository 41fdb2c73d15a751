"""Read the codebook's files, check all that they say, and build one immutable codebook."""

import hashlib
from functools import cache
from pathlib import Path

from tacitus.codebook import _tables, _toml
from tacitus.codebook._entries import only_tables
from tacitus.codebook._records import Codebook
from tacitus.codebook._source import Source
from tacitus.errors import CodebookError

_PACKAGED = Path(__file__).parent
_TABLES = {
    "plover.toml": frozenset({"quad", "category", "sector"}),
    "acled.toml": frozenset({"event_type", "sub_event_type", "scale"}),
    "ged.toml": frozenset({"type", "scale"}),
}
_FILES = (*_TABLES, "cameo.csv", "crosswalk.csv")


def load_codebook(directory: Path | None = None) -> Codebook:
    """The packaged codebook, or the packaged one with the files of a folder laid over it.

    A folder holds any of plover.toml, acled.toml, ged.toml, cameo.csv and crosswalk.csv. What its files name is
    added or overrides what is packaged; what they do not name stays. Rows of its crosswalk are tried first.

    Raises:
        CodebookError: a file cannot be used; the one line of text names file and line, and what to do.
    """
    return _packaged() if directory is None else _load((_PACKAGED, Path(directory)))


@cache
def _packaged() -> Codebook:
    return _load((_PACKAGED,))


def _load(directories: tuple[Path, ...]) -> Codebook:
    for directory in directories:
        _check_directory(directory)
    files = {name: [Source.read(d / name) for d in directories if (d / name).exists()] for name in _FILES}
    for name, known in _TABLES.items():
        for source in files[name]:
            only_tables(source, known)
    return _build(files)


def _build(files: dict[str, list[Source]]) -> Codebook:
    plover, acled, ged = files["plover.toml"], files["acled.toml"], files["ged.toml"]
    quads, event_types, ged_types = _toml.quads(plover), _toml.event_types(acled), _toml.ged_types(ged)
    categories = _toml.categories(plover, quads)
    sub_event_types = _toml.sub_event_types(acled, event_types)
    return Codebook(
        categories=categories,
        quads=quads,
        sectors=_toml.sectors(plover),
        event_types=event_types,
        sub_event_types=sub_event_types,
        ged_types=ged_types,
        scales=_toml.scales(acled) + _toml.scales(ged),
        cameo_codes=_tables.cameo_codes(files["cameo.csv"], categories),
        crosswalk=_tables.crosswalk(files["crosswalk.csv"], categories, sub_event_types, ged_types),
        version=_version(files),
    )


def _version(files: dict[str, list[Source]]) -> str:
    digest = hashlib.sha256()
    for name, sources in files.items():
        for source in sources:
            digest.update(f"{name}\0{len(source.raw)}\0".encode() + source.raw)
    return digest.hexdigest()[:12]


def _check_directory(directory: Path) -> None:
    """A folder without any codebook file is a wrong path, not an empty wish."""
    if not any((directory / name).exists() for name in _FILES):
        raise CodebookError(f"C-01: {directory}: holds no codebook file; give a folder with any of {', '.join(_FILES)}")
