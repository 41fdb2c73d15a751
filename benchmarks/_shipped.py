"""The system that the package ships."""

from datetime import date
from functools import cached_property

from tacitus import flow
from tacitus.model import CodedReport, Report
from tacitus.reading import Reader, load_reader


class Shipped:
    """The packaged reader and coder, each loaded when it is first asked for."""

    @cached_property
    def reader(self) -> Reader:
        """The reader model."""
        return load_reader()

    @cached_property
    def _coder(self) -> flow.Coder:
        return flow.Coder.load()

    def code(self, text: str, *, published: date | None = None) -> CodedReport:
        """The whole way from text to coded events."""
        return flow.one(Report.of(text, published=published), self._coder)
