"""Where coded reports go: the terminal, lines of JSON, a folder of files."""

import hashlib
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from tacitus import records
from tacitus.errors import OutputError
from tacitus.model import CodedReport
from tacitus.views import as_terminal

Sink = Callable[[CodedReport], None]

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")  # ASCII alone means the same file on every file system
_MAX_NAME = 100


def to_terminal(*, no_color: bool) -> Sink:
    """Prints accounts to read, coloured where standard output is a terminal."""
    _encode_as(None)
    # None lets rich obey NO_COLOR.
    console = Console(no_color=no_color or None, highlight=False, markup=False, emoji=False)

    def sink(coded: CodedReport) -> None:
        # Captured rather than printed, since rich answers a closed pipe by leaving the program.
        with console.capture() as account:
            console.print(as_terminal(coded))
        _write(account.get())

    return sink


def to_lines() -> Sink:
    """Prints one JSON record a line, in UTF-8 as JSON demands."""
    _encode_as("utf-8")
    return lambda coded: _write(records.as_line(coded) + "\n")


def to_nowhere() -> Sink:
    """Takes reports and does nothing with them; the ledger has them."""
    return lambda _: None


def to_folder(folder: Path) -> Sink:
    """Writes one JSON file for each report, whole or not at all; a file of the same name is replaced."""
    with _writing(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()

    def sink(coded: CodedReport) -> None:
        name = file_name(coded.doc_id, taken)
        taken.add(name.casefold())
        with _writing(str(folder / name)):
            _replace(folder / name, records.as_line(coded) + "\n")

    return sink


def file_name(doc_id: str, taken: set[str]) -> str:
    """The id as a file name. An id that has to be changed, or differs from a taken one in case only, gets a digest."""
    safe = _UNSAFE.sub("_", doc_id).lstrip(".")[:_MAX_NAME]
    plain = f"{safe}.json"
    if safe and safe == doc_id and plain.casefold() not in taken:
        return plain
    digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{safe}-{digest}.json" if safe else f"{digest}.json"


def _encode_as(encoding: str | None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def _write(text: str) -> None:
    with _writing("standard output"):
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _writing(what: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(
            f"{OutputError.code}: cannot write {what} ({fault.strerror}); check the path, the rights and the space"
        ) from fault


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
