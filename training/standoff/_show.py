"""An annotation with its words, for a person to check; printed, never stored."""

import re

from tacitus.model import Span
from training.standoff._record import Annotation
from training.standoff._write import format_annotation

_OFFSETS = re.compile(r"\b(\d+)-(\d+)\b")


def shown(annotation: Annotation) -> str:
    """The report's text, then the stored lines with each pair of offsets followed by its words."""
    text = annotation.report.text
    head, *lines = format_annotation(annotation).splitlines()
    return "\n".join([head, "", text, "", *(_with_words(line, text) for line in lines), ""])


def _with_words(line: str, text: str) -> str:
    if not line.startswith(" ") or line.split(maxsplit=1)[0] in ("x", "note"):
        return line
    marked, equals, value = line.partition(" = ")
    return _OFFSETS.sub(lambda found: _quoted(found, text), marked) + equals + value


def _quoted(offsets: re.Match[str], text: str) -> str:
    words = Span.of(text, int(offsets[1]), int(offsets[2])).text
    return f"{offsets[0]} “{' '.join(words.split())}”"
