"""Adds places to the gazetteer: country dumps of GeoNames, and a user's own CSV.

Each becomes a layer beside the index.
"""

import csv
import glob
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tacitus.grounding.places._errors import (
    PlaceFileEmptyError,
    PlaceFileInvalidError,
    PlaceFileMissingError,
    PlaceIndexError,
)
from tacitus.grounding.places._gazetteer import cache_directory
from tacitus.grounding.places._layers import layer
from tacitus.grounding.places._rows import Feature, Row
from tacitus.grounding.places._sources import alpha3, latin

COLUMNS = ("name", "names", "country", "region", "lat", "lon", "population", "kind", "geonames_id")
N_DUMP_COLUMNS = 19
TIMEOUT_S = 60
# What of GeoNames can be where something happens: feature class, and where not the whole class, its codes.
_CLASSES = {"P": Feature.CITY, "L": Feature.AREA, "T": Feature.AREA, "H": Feature.WATER}
_CODES = {
    "ADM2": Feature.DISTRICT,
    "ADM3": Feature.DISTRICT,
    "ADM4": Feature.DISTRICT,
    "AIRB": Feature.SITE,
    "AIRF": Feature.AIRPORT,
    "AIRP": Feature.AIRPORT,
    "INSM": Feature.SITE,
    "FT": Feature.SITE,
    "PRN": Feature.SITE,
    "DAM": Feature.SITE,
    "CMP": Feature.SITE,
    "CMPRF": Feature.SITE,
    "BDG": Feature.SITE,
    "PSTB": Feature.SITE,
    "OILR": Feature.SITE,
    "PS": Feature.SITE,
}


def add_country_dump(source: str | Path, directory: Path | None = None) -> int:
    """Add a full GeoNames country dump and tell the number of places added.

    `source` is `SY.zip` or `SY.txt`, a file or an http(s) address. The index is built anew when it is
    next opened. Adding the same dump again changes nothing.

    Raises:
        PlaceFileMissingError: the file or address cannot be read.
        PlaceFileInvalidError: a line has not the columns of a GeoNames dump.
        PlaceFileEmptyError: no place that could be used is in it.
    """
    codes = alpha3()
    rows = [row for row in _dump_rows(source, codes) if row is not None]
    return _write_layer(rows, Path(str(source)).stem, source, directory)


def add_csv(path: str | Path, directory: Path | None = None) -> int:
    """Add a user's own places; the number added.

    Columns `name`, `lat`, `lon`, `country` (ISO alpha-3, may be empty); if there, `names` (joined by `|`), `kind`
    (city, site, area, district, region, water, …), `region` (GeoNames code), `population`, `geonames_id`. Lines that
    begin with # are comments.

    Raises:
        PlaceFileMissingError, PlaceFileInvalidError, PlaceFileEmptyError: as for a dump; the text names the line.
    """
    return _write_layer(list(layer(Path(path))), Path(path).stem, path, directory)


def _write_layer(rows: list[Row], stem: str, source: str | Path, directory: Path | None) -> int:
    """Write rows as a layer whose file name carries the digest of its content.

    The folder's older layer of that name goes.
    """
    if not rows:
        raise PlaceFileEmptyError(source)
    content = _as_csv(rows)
    folder = (directory or cache_directory()) / "layers"
    target = folder / f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.csv"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".adding-", delete=False) as file:
            file.write(content)
        Path(file.name).replace(target)
    except OSError as cause:
        raise PlaceIndexError(folder, cause) from cause
    for older in folder.glob(f"{glob.escape(stem)}-????????????.csv"):
        if older != target:
            older.unlink(missing_ok=True)
    return len(rows)


def _as_csv(rows: list[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(
            (
                row.name,
                "|".join(row.names),
                row.country,
                row.region,
                row.lat,
                row.lon,
                row.population,
                row.feature.name.lower(),
                row.geonames_id,
            )
        )
    return text.getvalue().encode()


def _dump_rows(source: str | Path, codes: dict[str, str]) -> Iterator[Row | None]:
    for number, line in enumerate(io.StringIO(_dump_text(source)), 1):
        columns = line.split("\t")
        if len(columns) != N_DUMP_COLUMNS:
            fault = f"{len(columns)} columns; a GeoNames dump has {N_DUMP_COLUMNS}, parted by tabs"
            raise PlaceFileInvalidError(source, number, fault)
        yield _dump_row(source, number, columns, codes)


def _dump_row(source: str | Path, number: int, columns: list[str], codes: dict[str, str]) -> Row | None:
    feature = _CODES.get(columns[7], _CLASSES.get(columns[6]))
    if feature is None:
        return None
    try:
        return Row(
            name=columns[1],
            names=latin(columns[3].split(",")),
            country=codes.get(columns[8], ""),
            region=f"{columns[8]}.{columns[10]}",
            lat=float(columns[4]),
            lon=float(columns[5]),
            population=int(columns[14] or 0),
            feature=feature,
            geonames_id=int(columns[0]),
        )
    except ValueError as cause:
        raise PlaceFileInvalidError(source, number, str(cause)) from cause


def _dump_text(source: str | Path) -> str:
    content = _content(source)
    try:
        if zipfile.is_zipfile(io.BytesIO(content)):
            content = _unzipped(content, source)
        return content.decode("utf-8")
    except (UnicodeDecodeError, zipfile.BadZipFile) as cause:
        raise PlaceFileMissingError(source, cause) from cause


def _content(source: str | Path) -> bytes:
    if str(source).startswith(("http://", "https://")):
        return _fetched(str(source))
    try:
        return Path(source).read_bytes()
    except OSError as cause:
        raise PlaceFileMissingError(source, cause) from cause


def _fetched(address: str) -> bytes:
    from http.client import HTTPException  # noqa: PLC0415  loads ssl, which coding does not need
    from urllib import request  # noqa: PLC0415  as above

    try:
        with request.urlopen(address, timeout=TIMEOUT_S) as answer:  # noqa: S310 - the scheme is checked before
            return bytes(answer.read())
    except (OSError, HTTPException, ValueError) as cause:  # no answer, a broken one, no address at all
        raise PlaceFileMissingError(address, cause) from cause


def _unzipped(content: bytes, source: str | Path) -> bytes:
    """The dump inside its archive, which also holds a readme."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inside = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if not inside:
            raise PlaceFileEmptyError(source)
        return archive.read(inside[0])
