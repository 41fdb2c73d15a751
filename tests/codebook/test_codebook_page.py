"""What docs/codebook.md shows works as it says."""

import re
from pathlib import Path

import pytest

from tacitus.codebook import load_codebook
from tacitus.errors import CodebookError

PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_lookups_give_what_stands_beside_them() -> None:
    [program] = blocks("python")
    shown = re.findall(r"^(codebook\.\S.*?) +# (.+)$", program, re.MULTILINE)
    assert len(shown) == 5
    for expression, comment in shown:
        value = str(eval(expression, {"codebook": load_codebook()}))  # noqa: S307
        assert all(word in value for word in re.findall(r"^\d|[A-Z][\w/]+|aerial|drone|clash", comment)), expression


def test_the_codebook_of_ones_own_loads(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_text("".join(blocks("toml")), encoding="utf-8")
    crosswalk = next(block for block in blocks("text") if "crosswalk.csv" in block)
    (tmp_path / "crosswalk.csv").write_text(crosswalk, encoding="utf-8")
    own = load_codebook(tmp_path)
    assert own.mode("COERCE", "blockade")
    assert own.acled_for("DISPLACE") == "Other"


def test_the_fault_reads_as_shown(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_text("# mine\n[category.DISPLACE]\nquad = 7\nscore = -6\n", encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(tmp_path)
    assert str(caught.value).replace(str(tmp_path), "mine") in PAGE


def test_the_numbers_of_the_table() -> None:
    codebook = load_codebook()
    for number in (
        f"{len(codebook.categories)} categories",
        f"{len(codebook.event_types)} event types, {len(codebook.sub_event_types)} sub-event types",
        f"{len(codebook.ged_types)} types of violence",
        f"{len(codebook.cameo_codes)} CAMEO codes",
    ):
        assert number in PAGE
