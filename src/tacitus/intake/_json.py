"""JSON and JSON Lines: reports as objects with `text`, `published` and what else is known of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tacitus.intake._dates import published_on
from tacitus.intake._decode import checked, decode, take
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_JSON_BYTES, MAX_LINE_BYTES, Code, Refused
from tacitus.model import Rejection, Report

_CHUNK = 1 << 20


def read_json(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The report of one object, or the reports of a list, in order."""
    raw = take(stream, MAX_JSON_BYTES, f"{MAX_JSON_BYTES // 10**6} MB; write one report a line, as JSONL")
    content = _parsed(decode(raw), "; if it holds one report a line, name it .jsonl")
    if not isinstance(content, list):
        yield _found(content, origin, origin.stem)
        return
    if not content:
        raise Refused(Code.EMPTY, "is an empty list; give at least one report")
    for number, fields in enumerate(content, 1):
        try:
            yield _found(fields, origin, f"{origin.stem}:{number}")
        except Refused as refused:
            yield origin.rejection(Refused(refused.code, f"report {number} of the list {refused.reason}"))


def read_jsonl(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The reports of a file with one object a line. A line that cannot be read costs that line only."""
    n_lines = 0
    for number, raw in enumerate(_lines(stream), 1):
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
    found = _found(_parsed(decode(raw)), origin, f"{origin.stem}:{number}")
    return replace(found, line=number)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long only as much as shows it."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while not rest.endswith(b"\n") and len(line) > MAX_LINE_BYTES and (rest := stream.readline(_CHUNK)):
            pass
        yield line


def _parsed(text: str, hint: str = "") -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise Refused(Code.BROKEN_JSON, f"is broken JSON at {where} ({error.msg}); mend it{hint}") from None
    except (ValueError, RecursionError):
        # Python's own limits on digits and on nesting.
        raise Refused(Code.BROKEN_JSON, "is JSON with a number too long or nesting too deep; mend it") from None


def _found(fields: Any, origin: Origin, doc_id: str) -> Found:
    if not isinstance(fields, dict):
        raise Refused(Code.NO_TEXT, f"is {_kind(fields)}, not an object; give an object with a `text`")
    if fields.get("text") is None:
        raise Refused(Code.NO_TEXT, f"has no `text`{_instead(fields)}; put the words under `text`")
    own_id = fields.get("doc_id")
    if isinstance(own_id, int) and not isinstance(own_id, bool):
        fields = {**fields, "doc_id": str(own_id)}
    named = _string(fields, "doc_id")
    published = _string(fields, "published")
    report = Report(
        doc_id=named or doc_id,
        text=checked(_string(fields, "text") or ""),
        published=published_on(published, origin.today) if published else None,
        title=_string(fields, "title"),
        source=_string(fields, "source"),
        url=_string(fields, "url"),
    )
    return Found(report=report, source=origin.source, named=named is not None)


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise Refused(Code.WRONG_FIELD, f"has {_kind(value)} as `{key}`; give a string or leave it out")
    return value


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _instead(fields: dict[str, Any]) -> str:
    keys = [key[:30] for key in list(fields)[:6]]
    return f" (its keys: {', '.join(map(repr, keys))})" if keys else ""
