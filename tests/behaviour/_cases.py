"""The written cases, one file a phenomenon: short texts, each with a few things that must come out of it.

Every case states only what it is about. Where a text says more, nothing is expected of the rest.

    [[case]]
    text = "Rebels shelled the town of Harim on Monday, killing at least four people."
    published = 2016-11-08
    event = [
        { trigger = "shelled", category = "ASSAULT", actor = "Rebels", killed = "4+", time = "2016-11-07" },
    ]

What a case may state besides, each one expectation: `none = true` (no event at all), `at_most = 1` (no more events than
that), `no_category = [...]` (no event of these categories), `no_event_at = [...]` (no event told in these words).
What an event may state is listed in `_checks.py`. `words#2` means the second occurrence of the words in the text, and
`words|others` that either will do. A file is checked when it is read: words that are not in the text, unknown keys and
unknown codes are errors.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """An event that must come out, told in the words of `trigger`; `stated` is what must hold of it, by field."""

    trigger: str
    stated: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A written text and what must come out of it."""

    text: str
    published: date | None = None
    event: tuple[Expected, ...] = ()
    none: bool = False
    at_most: int | None = None
    no_category: tuple[str, ...] = ()
    no_event_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phenomenon:
    """The cases of one file; `about` says in a sentence what they try."""

    name: str
    about: str
    cases: tuple[Case, ...] = field(repr=False)


def phenomena(folder: Path = CASES) -> tuple[Phenomenon, ...]:
    """All files, in the order of their names."""
    return tuple(_phenomenon(path) for path in sorted(folder.glob("*.toml")))


def _phenomenon(path: Path) -> Phenomenon:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    return Phenomenon(name=path.stem, about=written["about"], cases=tuple(map(_case, written["case"])))


def _case(written: Mapping[str, Any]) -> Case:
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}
    case = Case(**plain | {"event": tuple(_expected(event) for event in written.get("event", ()))})
    for words in (*case.no_event_at, *(event.trigger for event in case.event)):
        places(words, case.text)
    return case


def _expected(written: Mapping[str, str | list[str]]) -> Expected:
    stated = ((key, value) for key, value in written.items() if key != "trigger")
    return Expected(
        trigger=str(written["trigger"]),
        stated=tuple((key, one) for key, value in stated for one in (value if isinstance(value, list) else [value])),
    )


def places(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, as half-open offsets, one for each alternative. Raises ValueError."""
    return tuple(_place(alternative, text) for alternative in words.split("|"))


def _place(words: str, text: str) -> tuple[int, int]:
    plain, _, nth = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    if len(found) < int(nth or 1):
        raise ValueError(f"{words!r} is not in {text!r}")
    return found[int(nth or 1) - 1].span()


def all_cases(found: Iterable[Phenomenon]) -> tuple[Case, ...]:
    """The cases of all phenomena."""
    return tuple(case for phenomenon in found for case in phenomenon.cases)
