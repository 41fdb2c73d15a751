"""A file with what was not coded, and why."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tacitus.cli._kept import writing
from tacitus.model import Rejection


@contextmanager
def listing(path: Path | None) -> Iterator[Callable[[Rejection], None] | None]:
    """A function that writes each rejection into the file as a line of JSON; None where no file is named.

    Keys: `kind` (rejected, set aside, failed), `source`, `line`, `doc_id`, `code`, `reason`. The file is begun anew.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        yield None
        return
    with writing(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    with file:

        def write(rejection: Rejection) -> None:
            with writing(str(path)):
                file.write(json.dumps({"kind": rejection.kind, **asdict(rejection)}) + "\n")
                file.flush()

        yield write
