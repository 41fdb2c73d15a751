"""Named values of a JSON object or a table's row, as a report."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tacitus.intake._dates import checked_day, published_on
from tacitus.intake._decode import checked, mended, whole
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import Settings
from tacitus.model import Report


def found(fields: Any, origin: Origin, doc_id: str, line: int | None = None) -> Found:
    """The report that an object or a row holds."""
    if not isinstance(fields, Mapping):
        raise Refused(Code.NO_TEXT, f"is {_kind(fields)}, not an object; give an object with a `text`")
    row = _Row(fields, origin.settings)
    text = row.text()
    named = row.identity()
    report = Report(
        doc_id=named or doc_id,
        text=text,
        published=row.day(origin.today),
        title=row.string("title"),
        source=row.string("source"),
        url=row.string("url"),
    )
    return Found(
        report=report, source=origin.source, named=named is not None, line=line, language=row.string("language")
    )


class _Row:
    """The values under the names that the settings give them."""

    def __init__(self, values: Mapping[str, Any], settings: Settings) -> None:
        self._values = values
        self._settings = settings

    def text(self) -> str:
        column = self._settings.column("text")
        if self._values.get(column) is None:
            raise Refused(Code.NO_TEXT, f"has no `{column}`{_instead(self._values)}; put the words under `{column}`")
        text = self.string("text") or ""
        return checked(mended(text) if self._settings.repair else text)

    def identity(self) -> str | None:
        value = self._values.get(self._settings.column("doc_id"))
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.string("doc_id")

    def day(self, today: date) -> date | None:
        value = self._values.get(self._settings.column("published"))
        if isinstance(value, date):  # a table's own type, of which a datetime is one
            return checked_day(value.date() if isinstance(value, datetime) else value, today)
        words = self.string("published")
        return published_on(words, today) if words else None

    def string(self, name: str) -> str | None:
        column = self._settings.column(name)
        value = self._values.get(column)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if not isinstance(value, str):
            raise Refused(Code.WRONG_FIELD, f"has {_kind(value)} as `{column}`; give a string or leave it out")
        return value if name == "text" else whole(value, name=column)


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")


def _instead(fields: Mapping[str, Any]) -> str:
    keys = [str(key)[:30] for key in list(fields)[:6]]
    return f" (its keys: {', '.join(map(repr, keys))})" if keys else ""
