"""What docs/parties.md shows works as it says."""

import re
from pathlib import Path

import pytest

from tacitus.grounding.parties import Registry
from tacitus.grounding.parties._registry import DATA

PAGE = (Path(__file__).parents[3] / "docs" / "parties.md").read_text(encoding="utf-8")


def test_the_example_gives_what_stands_below_it() -> None:
    program = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    names: dict[str, object] = {}
    exec(program, names)  # noqa: S102
    shown = re.findall(r"^(\w+\..+)\n# (.+)$", program, re.MULTILINE)
    assert len(shown) == 3
    for expressions, values in shown:
        assert eval(expressions, names) == eval(values, names)  # noqa: S307


@pytest.mark.parametrize(
    ("name", "rounded"), [("states", 0), ("organisations", 2), ("office_holders", 2), ("roles", 2)]
)
def test_the_rows_of_each_file_are_told(name: str, rounded: int) -> None:
    """Rounded where rows come and go, so that a group or two more leave the page as it is."""
    lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    n_rows = sum(not line.startswith("#") for line in lines) - 1
    assert told(name) == round(n_rows, -rounded)


def test_the_cities_and_regions_are_told() -> None:
    assert told("places") == round(len(Registry.load().places), -3)


def told(name: str) -> int:
    (number,) = re.findall(rf"^\| `{name}\.csv` \| (?:about )?([\d,]+) ", PAGE, re.MULTILINE)
    return int(number.replace(",", ""))


def test_the_added_row_has_the_header_of_the_file() -> None:
    header = re.findall(r"^name,aliases,.*$", PAGE, re.MULTILINE)[0]
    lines = (DATA / "organisations.csv").read_text(encoding="utf-8").splitlines()
    own = next(line for line in lines if not line.startswith("#"))
    assert own.startswith(header)
