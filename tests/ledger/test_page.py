"""What docs/ledger.md shows is run."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from tacitus.errors import LedgerError
from tacitus.ledger import EventFilter, Ledger, ReviewState
from tacitus.ledger import _tables as t
from tacitus.model import Place
from tests.ledger.written import DAY, add, bombing, coded, none, raid, report
from tests.written import at

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_question_in_sql_is_answered(ledger: Ledger) -> None:
    soldiers = {"recipients": raid().actors}
    add(ledger, coded(bombing(actors=raid().actors, **soldiers), raid()))
    ledger.link()
    incident = ledger.event(ledger.report("a").events[0].key).incident_id
    month, claimed, against, earlier = _blocks("sql")
    with ledger._database.reading() as connection:
        source, first_day, *rest = connection.execute(text(month)).one()
        assert (source, str(first_day), rest) == ("The Wire", str(DAY), ["Baidoa", 4, None])
        (claim,) = connection.execute(text(claimed), {"incident": incident}).all()
        assert (claim.source, claim.low, claim.high) == ("The Wire", 4, None)
        assert [tuple(row) for row in connection.execute(text(against))] == [
            ("Somali Armed Forces", "Somali Armed Forces", 1)
        ]
        assert len(connection.execute(text(earlier)).all()) == 2


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    syria = bombing(place=Place(name="Idlib", country="SYR", **at(report().text, "Baidoa")))
    with Ledger.open("war.db") as ledger:
        add(ledger, coded(syria, raid()), none(report("b", "Nothing.")))
    (example,) = _blocks("python")
    exec(compile(example, "docs/ledger.md", "exec"), {})  # noqa: S102  our own page
    with Ledger.open("war.db") as ledger:
        assert [row.event.id for row in ledger.events(EventFilter(states=(ReviewState.CONFIRMED,)))] == ["e1"]


@pytest.mark.parametrize("table", [table.name for table in t.metadata.sorted_tables])
def test_every_table_is_named(table: str) -> None:
    rest = {
        "incident_events",
        "incident_parties",
        "incident_relations",
        "sample_coders",
        "sample_reports",
        "sample_done",
    }
    assert table in PAGE if table in rest else f"`{table}`" in PAGE


@pytest.mark.parametrize("error", LedgerError.__subclasses__())
def test_every_error_is_told(error: type[LedgerError]) -> None:
    assert f"| {error.code} |" in PAGE
