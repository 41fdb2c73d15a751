"""Annotations stored beside the texts they describe: document ids, digests, offsets and labels, never a report's words.

The texts belong to their publishers and stay where they are; `training/annotations/README.md` tells the format.
Joined with the reports, an annotation is a report and its events, in the records of `tacitus.model`.
"""

from training.standoff._notes import read_notes
from training.standoff._read import read_annotations, scan_annotations
from training.standoff._record import Annotation, AnnotationError, load_reports
from training.standoff._write import format_annotation, write_annotations

__all__ = [
    "Annotation",
    "AnnotationError",
    "format_annotation",
    "load_reports",
    "read_annotations",
    "read_notes",
    "scan_annotations",
    "write_annotations",
]
