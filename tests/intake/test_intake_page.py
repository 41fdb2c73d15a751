"""The docs page names every code and limit; no code changes its meaning."""

import re
from pathlib import Path

from tacitus.intake import MAX_CHARACTERS, Code

PAGE = (Path(__file__).parents[2] / "docs" / "intake.md").read_text(encoding="utf-8")


def test_every_code_has_its_row_and_no_row_is_without_a_code() -> None:
    assert re.findall(r"^\| `([IS]-\d\d)` \|", PAGE, re.MULTILINE) == [code.value for code in Code]


def test_the_limit_is_documented() -> None:
    assert f"{MAX_CHARACTERS:,} characters" in PAGE
