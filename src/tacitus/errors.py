"""The one tree of errors, with a branch per stage.

Misuse raises one of these. Bad input does not: it becomes a `Rejection`, which is counted and listed.
Every message says what is wrong, the value seen, and what to do; every class carries a permanent code.

    TacitusError
    ├── IntakeError      I-00   a setting of reading cannot be used (its other codes belong to rejections)
    ├── CodebookError    C-..   a codebook file cannot be used
    ├── ReadingError     R-..   the reader model cannot be loaded or run
    ├── GroundingError   G-..   a gazetteer or registry cannot be used
    ├── BatchError       B-..   the processes or the cluster that code cannot be used
    ├── OutputError      O-..   the results cannot be written
    ├── RecordError      J-..   a JSON record does not fit the schema or its text
    ├── ExportError      X-..   what is asked of an export cannot be done
    ├── AnalysisError    A-..   a comparison or a briefing cannot be made
    ├── LedgerError      L-..   the ledger cannot be opened, written or asked
    └── WebError         W-..   the review app cannot be started, or cannot answer a request
"""


class TacitusError(Exception):
    """Anything that tacitus raises on purpose."""

    code = "T-00"


class CodebookError(TacitusError):
    """C-01: a codebook file cannot be used; the text names file and line."""

    code = "C-01"


class ReadingError(TacitusError):
    """R-01: the reader model cannot be loaded or run."""

    code = "R-01"


class GroundingError(TacitusError):
    """G-01: a gazetteer or a registry of parties cannot be used."""

    code = "G-01"


class BatchError(TacitusError):
    """B-01: the processes that code reports cannot be started."""

    code = "B-01"


class SparkMissingError(BatchError):
    """B-02: PySpark is not installed, or finds no Java."""

    code = "B-02"


class SparkInputError(BatchError):
    """B-03: Spark cannot read or write there, or the table has no texts."""

    code = "B-03"


class OutputError(TacitusError):
    """O-01: the results cannot be written; the text names the file and the system's reason."""

    code = "O-01"


class RecordError(TacitusError):
    """J-01: a JSON record does not fit the schema, or was not made from the text given with it."""

    code = "J-01"


class ExportError(TacitusError):
    """X-00: what is asked of an export cannot be done; its subclasses say which."""

    code = "X-00"


class ExportTooLargeError(ExportError):
    """X-01: the format cannot hold so many rows."""

    code = "X-01"


class ExportUseError(ExportError):
    """X-02: an option does not fit what is exported; the text says why."""

    code = "X-02"


class AnalysisError(TacitusError):
    """A-00: a comparison or a briefing cannot be made; its subclasses say which."""

    code = "A-00"


class ComparisonError(AnalysisError):
    """A-01: the file to compare with cannot be read (its unreadable lines are rejections, A-02)."""

    code = "A-01"


class BriefingError(AnalysisError):
    """A-03: there is nothing to brief on, or no page of that kind."""

    code = "A-03"


class LedgerError(TacitusError):
    """L-00: the ledger cannot be opened, written or asked; its subclasses say which."""

    code = "L-00"


class LedgerFormatError(LedgerError):
    """L-01: this is no ledger, or one that this version of tacitus cannot read."""

    code = "L-01"


class LedgerAccessError(LedgerError):
    """L-02: the database cannot be reached or written now (locked, disk full, connection lost).

    What was committed is safe; the same command goes on from there.
    """

    code = "L-02"


class LedgerLookupError(LedgerError):
    """L-03: the ledger has no such report, event, incident, run or decision."""

    code = "L-03"


class LedgerUseError(LedgerError):
    """L-04: what is asked of the ledger makes no sense; the text says why."""

    code = "L-04"


class LedgerConflictError(LedgerError):
    """L-05: someone else decided meanwhile; look at the event again before deciding."""

    code = "L-05"


class WebError(TacitusError):
    """W-00: the review app cannot be started, or cannot answer a request; its subclasses say which."""

    code = "W-00"


class IntakeError(TacitusError):
    """I-00: a setting of reading cannot be used."""

    code = "I-00"
