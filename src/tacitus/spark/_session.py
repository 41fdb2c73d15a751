"""The Spark session, and reports from files."""

import atexit
from collections.abc import Iterable
from functools import cache
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from tacitus.errors import SparkInputError, SparkMissingError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

_WAREHOUSE: Final = "spark.sql.warehouse.dir"

PLACE: Final = "_tacitus_place"
ROW: Final = "_tacitus_row"
"""Columns that tell the file and the row of a report, from which it is called if it brings no id."""


def session(master: str | None = None) -> "SparkSession":
    """A Spark session, the running one if there is one.

    Args:
        master: where to run ("local[4]", "spark://host:7077", "yarn"); by default what Spark itself was told.

    Raises:
        SparkMissingError: PySpark is not installed, or there is no Java for it.
    """
    try:
        from pyspark import SparkConf  # noqa: PLC0415  an extra of the package
        from pyspark.errors import PySparkRuntimeError  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as fault:
        raise SparkMissingError(
            f"{SparkMissingError.code}: PySpark is not installed; pip install 'tacitus[spark]'"
        ) from fault
    builder = SparkSession.builder.appName("tacitus")
    if SparkSession.getActiveSession() is None and not SparkConf().contains(_WAREHOUSE):
        builder = builder.config(_WAREHOUSE, _empty_folder())
    try:
        return (builder.master(master) if master else builder).getOrCreate()
    except PySparkRuntimeError as fault:
        raise SparkMissingError(
            f"{SparkMissingError.code}: Spark cannot be started; it needs Java 17 or later, found by JAVA_HOME or PATH"
        ) from fault


@cache
def _empty_folder() -> str:
    """A folder for Spark's own tables, of which we make none: by default it leaves one wherever it is started."""
    folder = mkdtemp(prefix="tacitus-spark-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def in_spark(schema: pa.Schema) -> "StructType":
    """The columns of a table as Spark calls their types."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  an extra of the package

    return from_arrow_schema(schema)


def read(spark: "SparkSession", paths: Iterable[str]) -> "DataFrame":
    """The rows of Parquet files, with what their reports are called that bring no id: as on one machine, FILE:ROW.

    Raises:
        SparkInputError: there is nothing at a path, or it is not Parquet.
    """
    from pyspark.errors import AnalysisException  # noqa: PLC0415  an extra of the package

    given = list(paths)
    try:
        frame = spark.read.parquet(*given)
    except AnalysisException as fault:
        raise SparkInputError(
            f"{SparkInputError.code}: {', '.join(given)} cannot be read as Parquet ({fault.getCondition()}); "
            "Spark reads nothing else, so convert other files or code them on one machine"
        ) from fault
    return frame.withColumns({PLACE: frame["_metadata.file_path"], ROW: frame["_metadata.row_index"]})
