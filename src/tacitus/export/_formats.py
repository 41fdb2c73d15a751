"""The formats by name."""

from enum import StrEnum
from typing import BinaryIO, Final

from tacitus.export._acled import AcledSheet, acled_rows
from tacitus.export._cameo import gdelt_rows, gdelt_sheet
from tacitus.export._columns import COLUMNS, row_of
from tacitus.export._excel import ExcelSheet
from tacitus.export._ged import ged_rows, ged_sheet
from tacitus.export._geojson import GeoJsonSheet, feature
from tacitus.export._hxl import hxl_sheet
from tacitus.export._layout import Layout
from tacitus.export._parquet import ParquetSheet
from tacitus.export._plover import PloverSheet, plover_record
from tacitus.export._separated import SeparatedSheet


class Format(StrEnum):
    """What an export can be."""

    ACLED = "acled"
    CAMEO = "cameo"
    CSV = "csv"
    GED = "ged"
    GEOJSON = "geojson"
    HXL = "hxl"
    PARQUET = "parquet"
    PLOVER = "plover"
    XLSX = "xlsx"


def _csv_sheet(stream: BinaryIO) -> SeparatedSheet:
    names = tuple(column.name for column in COLUMNS)
    return SeparatedSheet(stream, names, heads=(names,))


LAYOUTS: Final = {
    Format.ACLED: Layout(suffix=".csv", rows=acled_rows, sheet=AcledSheet, holds_totals=False, refuses=True),
    Format.CAMEO: Layout(
        suffix=".tsv", rows=gdelt_rows, sheet=gdelt_sheet, holds_totals=False, holds_notes=False, refuses=True
    ),
    Format.CSV: Layout(suffix=".csv", rows=row_of, sheet=_csv_sheet),
    Format.GED: Layout(suffix=".csv", rows=ged_rows, sheet=ged_sheet, refuses=True),
    Format.GEOJSON: Layout(suffix=".geojson", rows=feature, sheet=GeoJsonSheet),
    Format.HXL: Layout(suffix=".csv", rows=row_of, sheet=hxl_sheet),
    Format.PARQUET: Layout(suffix=".parquet", rows=row_of, sheet=ParquetSheet),
    Format.PLOVER: Layout(suffix=".jsonl", rows=plover_record, sheet=PloverSheet, refuses=True),
    Format.XLSX: Layout(suffix=".xlsx", rows=row_of, sheet=ExcelSheet),
}
