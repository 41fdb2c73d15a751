"""The cells of one row by the name of their column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from math import inf, isfinite
from typing import Final

from tacitus.export import countries

# As either project has published days: 2016-11-08, with a time behind, 08 November 2016, 08-November-2016, 08/11/2016.
_FORMS: Final = ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%d/%m/%Y")
# States that are no more share names and numbers with those that followed them, which are meant here.
_WITHDRAWN: Final = frozenset({"SUN", "YUG", "DDR", "CSK", "SCG", "ANT"})
_PAST_NAMES: Final = re.compile(r"\s*\(.*\)$")  # "Russia (Soviet Union)"


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row says; a column that the layout lacks is empty."""

    values: Mapping[str, str]

    def text(self, *names: str) -> str:
        """The first of these columns that says something."""
        return next((cell for name in names if (cell := (self.values.get(name) or "").strip())), "")

    def number(self, *names: str) -> int | None:
        """A whole number; None where none is given."""
        degrees = self.decimal(*names)
        return None if degrees is None else round(degrees)

    def decimal(self, *names: str) -> float | None:
        """A number; None where none is given."""
        said = self.text(*names)
        try:
            value = float(said) if said and said.upper() not in {"NA", "NULL", "NAN"} else None
        except ValueError:
            value = inf
        if value is not None and not isfinite(value):
            raise ValueError(f"{names[0]} is no number: {said!r:.40}")
        return value

    def day(self, *names: str) -> date:
        """A day, in any of the forms in use."""
        said = self.text(*names)
        plain = re.split(r"[T ]\d{2}:", said)[0]
        for form in _FORMS:
            try:
                return datetime.strptime(plain, form).date()
            except ValueError:
                continue
        raise ValueError(f"{names[0]} is no day: {said!r:.40}; write it as YYYY-MM-DD")

    def country(self) -> str | None:
        """ISO 3166-1 alpha-3, from a number or a name."""
        if alpha := self.text("iso3"):
            return alpha.upper()
        by_number, by_gw, by_name = _known()
        said = self.text("country")
        return (
            by_number.get(self.number("iso"))
            or by_name.get(said.lower())
            or by_gw.get(self.number("country_id", "gwno"))
            or by_name.get(_PAST_NAMES.sub("", said).lower())
        )


@cache
def _known() -> tuple[Mapping[int | None, str], Mapping[int | None, str], Mapping[str, str]]:
    every = [one for one in countries() if one.iso3 not in _WITHDRAWN]
    by_name = {name.lower(): one.iso3 for one in every for name in (one.name, one.ged_name)}
    by_number: dict[int | None, str] = {one.numeric: one.iso3 for one in every if one.numeric is not None}
    by_gw: dict[int | None, str] = {one.gw: one.iso3 for one in every if one.gw is not None}
    return by_number, by_gw, by_name
