"""docs/export.md names every format and every column."""

import re
from pathlib import Path

import pytest

from tacitus.export import Format
from tests.export.samples import columns

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("to", list(Format))
def test_every_format_is_explained(to: Format) -> None:
    assert f"`{to.value}`" in PAGE


@pytest.mark.parametrize("name", [*columns("acled"), *columns("ged")])
def test_every_column_is_explained(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_every_column_of_gdelt_that_is_filled_is_explained() -> None:
    named = set(re.findall(r"`(\w+)`", PAGE))
    filled = {name for name in columns("gdelt") if not name.startswith(("Actor", "ActionGeo"))}
    assert filled - named == {"IsRootEvent", "AvgTone"}
