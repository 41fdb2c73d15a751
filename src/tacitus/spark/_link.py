"""Linking: which events of different reports may be one happening, by Splink over Spark.

The comparisons and the learnt chances are those of `tacitus.linking`, so that a pair has the probability and the
reasons that it has on one machine.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from tacitus import linking, records
from tacitus.errors import SparkInputError
from tacitus.model import Link
from tacitus.spark._code import CODED
from tacitus.spark._session import in_spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

LINKS: Final = pa.schema(
    [
        ("left_doc_id", pa.string()),
        ("left_event_id", pa.string()),
        ("right_doc_id", pa.string()),
        ("right_event_id", pa.string()),
        ("relation", pa.string()),
        ("probability", pa.float64()),
        ("reasons", pa.string()),
    ]
)
"""A row for each pair that may belong together. `reasons` is a JSON list of comparison, level and weight."""


def link(coded: "DataFrame", *, parameters: linking.Parameters | None = None) -> "DataFrame":
    """The links between the events of a table of records, in the form of `LINKS`.

    Args:
        coded: what `code` gave with `keep_text`, or what `save` wrote of it. Ids of reports are unique.
        parameters: the shipped ones, unless others are tried.

    Raises:
        SparkInputError: the texts are missing.
    """
    from splink import Linker, SparkAPI  # noqa: PLC0415  heavy, and needed for linking alone

    if not {"outcome", "record", "text"} <= set(coded.columns):
        raise SparkInputError(
            f"{SparkInputError.code}: linking compares words around events, and the table has no texts; "
            "code with keep_text=True"
        )
    chances = parameters or linking.shipped_parameters()
    reports = coded.where(coded["outcome"] == CODED).select("record", "text")
    rows = in_spark(linking.rows_of(()).schema)
    events = reports.mapInArrow(_events, rows).persist()  # read for blocking, and again for comparing
    # Its functions in Scala compare spellings, which nothing here does. What it makes on the way is kept in the memory
    # and on the disks of the workers; its other ways want a folder that all of them can write.
    api = SparkAPI(  # type: ignore[no-untyped-call]
        spark_session=coded.sparkSession, register_udfs_automatically=False, break_lineage_method="persist"
    )
    linker = Linker(api.register(events, dataset_display_name="events"), linking.settings_for_spark(chances))
    pairs = linker.inference.predict(threshold_match_probability=linking.LEAST_PROBABILITY).as_spark_dataframe()

    def batches(given: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return _links(given, chances)

    links: DataFrame = pairs.mapInArrow(batches, in_spark(LINKS))
    return links


def _events(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The events of a share of the records, one row each."""
    for batch in batches:
        rows = batch.to_pylist()
        coded = [records.from_line(row["record"]).with_text(row["text"]) for row in rows]
        yield from linking.rows_of(coded).to_batches()


def _links(batches: Iterator[pa.RecordBatch], chances: linking.Parameters) -> Iterator[pa.RecordBatch]:
    """The links of a share of the pairs."""
    for batch in batches:
        links = [linking.link_of_row(row, chances) for row in batch.to_pylist()]
        yield pa.RecordBatch.from_pylist([_row(each) for each in links], schema=LINKS)


def _row(link: Link) -> dict[str, Any]:
    reasons = [[reason.comparison, reason.level, reason.weight] for reason in link.reasons]
    return {
        "left_doc_id": link.left.doc_id,
        "left_event_id": link.left.event_id,
        "right_doc_id": link.right.doc_id,
        "right_event_id": link.right.event_id,
        "relation": link.relation.value,
        "probability": link.probability,
        "reasons": json.dumps(reasons),
    }
