"""Accuracy on annotated reports and public corpora, and speed: `python -m benchmarks NAME --data DIR`.

The measures are here as functions, so that training and annotation can use the same.
"""

from benchmarks._catalogue import BENCHMARKS, Benchmark
from benchmarks._events import event_statistics, event_sums
from benchmarks._scored import Scored, scored
from benchmarks._system import MissingHeadError, Reader, System

__all__ = [
    "BENCHMARKS",
    "Benchmark",
    "MissingHeadError",
    "Reader",
    "Scored",
    "System",
    "event_statistics",
    "event_sums",
    "scored",
]
