"""JSON and JSON Lines: reports as objects with `text`, `published` and what else is known of them."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from tacitus.intake._decode import decode, take
from tacitus.intake._fields import found
from tacitus.intake._lines import lines
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_JSON_BYTES, MAX_LINE_BYTES, Code, Refused
from tacitus.model import Rejection


def read_json(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The report of one object, or the reports of a list, in order."""
    raw = take(stream, MAX_JSON_BYTES, f"{MAX_JSON_BYTES // 10**6} MB; write one report a line, as JSONL")
    content = _parsed(decode(raw), "; if it holds one report a line, name it .jsonl")
    if not isinstance(content, list):
        yield found(content, origin, origin.stem)
        return
    if not content:
        raise Refused(Code.EMPTY, "is an empty list; give at least one report")
    for number, fields in enumerate(content, 1):
        try:
            yield found(fields, origin, f"{origin.stem}:{number}")
        except Refused as refused:
            yield origin.rejection(Refused(refused.code, f"report {number} of the list {refused.reason}"))


def read_jsonl(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The reports of a file with one object a line. A line that cannot be read costs that line only."""
    n_lines = 0
    for number, raw in enumerate(lines(stream), 1):
        if not raw.strip():
            continue
        n_lines += 1
        try:
            yield _of_line(raw, number, origin)
        except Refused as refused:
            yield origin.rejection(refused, number)
    if not n_lines:
        raise Refused(Code.EMPTY, "is empty; give one report a line")


def _of_line(raw: bytes, number: int, origin: Origin) -> Found:
    if len(raw) > MAX_LINE_BYTES:
        raise Refused(Code.TOO_LONG, f"is a line of over {MAX_LINE_BYTES // 10**6} MB; split it into reports")
    return found(_parsed(decode(raw)), origin, f"{origin.stem}:{number}", number)


def _parsed(text: str, hint: str = "") -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise Refused(Code.BROKEN_JSON, f"is broken JSON at {where} ({error.msg}); mend it{hint}") from None
    except (ValueError, RecursionError):
        # Python's own limits on digits and on nesting.
        raise Refused(Code.BROKEN_JSON, "is JSON with a number too long or nesting too deep; mend it") from None
