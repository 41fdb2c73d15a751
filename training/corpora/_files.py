"""Finds and reads a corpus' files."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class MissingCorpusError(FileNotFoundError):
    """A part of a corpus is not on disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no corpus file {path} (nor {path.name}.gz): give the folder that holds it")


def text_of(folder: Path, name: str) -> str:
    """The text of a file, or of its gzipped twin."""
    path = folder / name
    if path.exists():
        return path.read_text(encoding="utf-8")
    zipped = folder / f"{name}.gz"
    if zipped.exists():
        return gzip.decompress(zipped.read_bytes()).decode("utf-8")
    raise MissingCorpusError(path)


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a JSONL file, in order."""
    # Split at newlines alone: texts hold other line breaks, such as U+2028.
    for line in text_of(folder, name).split("\n"):
        if line:
            yield json.loads(line)
