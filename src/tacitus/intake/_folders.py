"""The files that a path stands for: itself, a folder's, a pattern's."""

import os
from collections import Counter
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from tacitus.intake._kinds import PACKED, SUFFIXES, of_name
from tacitus.intake._refused import Code, Refused


def files(path: str) -> Iterator[tuple[Path, str]]:
    """Each file with the beginning of its reports' ids, in an order that is the same on every machine."""
    here = Path(path)
    if here.is_dir():
        yield from _inside(here)
    elif has_magic(path) and not here.exists():
        paths = map(Path, sorted(glob(path, recursive=True)))  # noqa: PTH207  a pattern may begin at the root
        found = [file for file in paths if not file.is_dir()]
        if not found:
            raise Refused(Code.MISSING_FILE, "is a pattern that fits no file; put it in quotes, `**` for folders below")
        yield from ((file, stem(file)) for file in found)
    else:
        yield here, stem(here)


def stem(path: Path) -> str:
    """The name of a file less its suffixes."""
    return _readable(Path(path.stem).stem if path.suffix.lower() == PACKED else path.stem)


def _readable(name: str) -> str:
    """A name with a sign in place of bytes that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder and of the folders below that may hold reports, then how many others there are.

    Hidden ones are nobody's business. A folder that cannot be listed is given like a file, to be refused when opened.
    """
    empty, others, unlisted = True, Counter[str](), list[OSError]()
    for place, below, names in os.walk(folder, onerror=unlisted.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place) / name
            if of_name(name)[1]:
                empty = False
                yield path, _readable((path.relative_to(folder).parent / stem(path)).as_posix())
            else:
                others[path.suffix.lower() or "no ending"] += 1
    yield from ((Path(error.filename), folder.name) for error in unlisted)
    if empty and not unlisted:
        suffixes = ", ".join(sorted(SUFFIXES))
        raise Refused(Code.NO_REPORTS, f"is a folder without reports; put {suffixes} files in it, or those with .gz")
    if others:
        told = ", ".join(f"{ending}: {n}" for ending, n in sorted(others.items()))
        raise Refused(Code.OTHER_FILES, f"holds other files, which are left alone ({told}); name one to have it read")
