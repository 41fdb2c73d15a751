"""What docs/times.md shows works as it says."""

import re
from datetime import date
from pathlib import Path

from tacitus.grounding.times import ground_times
from tacitus.model import Report, Span

PAGE = (Path(__file__).parents[3] / "docs" / "times.md").read_text(encoding="utf-8")
CASES = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()


def test_the_example_gives_what_stands_beside_it() -> None:
    program = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    names: dict[str, object] = {}
    exec(program, names)  # noqa: S102
    shown = re.findall(r"^((?:thursday|earlier)\..+?) +# (.+)$", program, re.MULTILINE)
    assert len(shown) == 2
    for expressions, values in shown:
        assert eval(f"({expressions},)", names) == eval(f"({values},)", names)  # noqa: S307


def test_the_number_of_cases_is_told() -> None:
    assert f"The {sum(not line.startswith('#') for line in CASES)} cases" in PAGE


def test_single_words_of_the_table_mean_their_days() -> None:
    report = Report.of("They met on Monday, last Friday and in recent months.", published=date(2023, 10, 27))
    spans = [
        Span.of(report.text, report.text.index(words), report.text.index(words) + len(words))
        for words in ("Monday", "last Friday", "recent months")
    ]
    days = [(one.from_, one.to) for one in ground_times(report, spans) if one]
    friday = date(2023, 10, 20)
    assert days == [
        (date(2023, 10, 23), date(2023, 10, 23)),
        (friday, friday),
        (date(2023, 7, 27), date(2023, 10, 27)),
    ]
