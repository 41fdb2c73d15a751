"""The same coding over a cluster: a table of reports in, a table of records out.

    from pyspark.sql import SparkSession
    from tacitus import spark

    frame = SparkSession.builder.getOrCreate().read.parquet("s3a://archive/reports/")
    spark.save(spark.code(frame), "s3a://archive/coded/")

A row is read by the rules of `tacitus.intake.from_row` and coded by `tacitus.flow.attempt`, so that its record is byte
for byte the one that `tacitus code` writes. Each Python worker loads the model once. What differs from one machine:
rows have no order, and a row says nothing of others, so two reports of one id are both coded. docs/how-to/spark.md
tells how to pack and size a cluster.
"""

from tacitus.spark._code import CODED, SCHEMA, code, save
from tacitus.spark._link import LINKS, link
from tacitus.spark._session import read, session

__all__ = ["CODED", "LINKS", "SCHEMA", "code", "link", "read", "save", "session"]
