"""What docs/parties.md shows works as it says."""

import re
from pathlib import Path

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


def test_the_rows_of_each_file_are_told() -> None:
    for name, told in re.findall(r"^\| `(\w+\.csv)` \| ([\d,]+) ", PAGE, re.MULTILINE):
        lines = (DATA / name).read_text(encoding="utf-8").splitlines()
        n_rows = sum(not line.startswith("#") for line in lines) - 1
        counted = round(len(Registry.load().places), -3) if name == "places.csv" else n_rows
        assert f"{counted:,}" == told, name


def test_the_added_row_has_the_header_of_the_file() -> None:
    header = re.findall(r"^name,aliases,.*$", PAGE, re.MULTILINE)[0]
    lines = (DATA / "organisations.csv").read_text(encoding="utf-8").splitlines()
    own = next(line for line in lines if not line.startswith("#"))
    assert own.startswith(header)
