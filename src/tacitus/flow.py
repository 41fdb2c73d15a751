"""The one place that knows the order of the stages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from traceback import extract_tb
from typing import Final, Self

from tacitus.codebook import Codebook, load_codebook
from tacitus.coding import assemble
from tacitus.grounding import find, ground
from tacitus.grounding.parties import Registry
from tacitus.grounding.places import Gazetteer
from tacitus.model import CodedReport, Rejection, Report, Versions
from tacitus.reading import Reader, load_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """All that coding needs beside the report. Loaded once, shared by any number of reports."""

    reader: Reader
    codebook: Codebook
    gazetteer: Gazetteer
    registry: Registry
    versions: Versions

    @classmethod
    def load(cls, *, codebook: Path | None = None) -> Self:
        """The packaged model, gazetteer, registry and codebook, the last with a folder of one's own laid over it."""
        reader, book, gazetteer = load_reader(), load_codebook(codebook), Gazetteer.load()
        return cls(
            reader=reader,
            codebook=book,
            gazetteer=gazetteer,
            registry=Registry.load(),
            versions=Versions(
                code=version("tacitus"), model=reader.version, codebook=book.version, gazetteer=gazetteer.version
            ),
        )


def one(report: Report, coder: Coder) -> CodedReport:
    """Code one report: a pure function of its two arguments."""
    reading = coder.reader.read(report, known=find(report, gazetteer=coder.gazetteer))
    grounding = ground(report, reading, gazetteer=coder.gazetteer, registry=coder.registry)
    return CodedReport(
        report=report,
        events=assemble(reading, grounding, codebook=coder.codebook),
        remarks=grounding.remarks,
        share_read=reading.share_read,
        versions=coder.versions,
    )


FAULT: Final = "F-01"
"""The code of a report that a fault in the program kept from being coded."""


def attempt(report: Report, coder: Coder) -> CodedReport | Rejection:
    """Code one report; a fault in the program comes out as a rejection that says what and where."""
    try:
        return one(report, coder)
    except Exception as fault:  # noqa: BLE001  whatever it is, a hundred thousand other reports are waiting
        return _failure(report, fault)


def _failure(report: Report, fault: Exception) -> Rejection:
    """Without the fault's own text, which may quote the report."""
    place = extract_tb(fault.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    reason = f"could not be coded: {type(fault).__name__} in {where}, a fault of tacitus; please report this line"
    return Rejection(source=report.doc_id, code=FAULT, reason=reason, doc_id=report.doc_id)


def many(reports: Iterable[Report | Rejection], coder: Coder) -> Iterator[CodedReport | Rejection]:
    """Code reports in their order; what could not be read or coded comes out as a rejection in its place."""
    for report in reports:
        yield report if isinstance(report, Rejection) else attempt(report, coder)
