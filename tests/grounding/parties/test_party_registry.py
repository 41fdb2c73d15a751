"""The registry: what it holds, how fast it loads, and how users add to it."""

from pathlib import Path

import pytest

from tacitus.codebook import load_codebook
from tacitus.errors import GroundingError
from tacitus.grounding.parties import Registry, ground_parties
from tacitus.grounding.parties._registry import DATA
from tacitus.grounding.parties._words import key_of, words_of
from tacitus.model import Report, Span

REGISTRY = Registry.load()
ENTRIES = {entry for entries in REGISTRY.names.values() for entry in entries}


def test_it_holds_armed_groups_and_international_organisations() -> None:
    assert len([entry for entry in ENTRIES if entry.sector in {"REB", "PRM", "UAF", "IGO"}]) >= 700


def test_every_sector_is_one_of_the_codebook() -> None:
    sectors = {entry.sector for entry in ENTRIES} | {role.sector for role in REGISTRY.roles.values()}
    assert sectors - {None} <= {sector.code for sector in load_codebook().sectors}


def test_every_country_is_a_state_of_the_registry() -> None:
    assert {entry.country for entry in ENTRIES} - {None} <= set(REGISTRY.states)


def test_years_run_forward() -> None:
    assert [entry for entry in ENTRIES if entry.since and entry.until and entry.since > entry.until] == []


def test_the_version_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text(
        "name,aliases,country,sector,from,to\nHarbour Watch,HW,NZL,NGO,2020,\n", encoding="utf-8"
    )
    assert Registry.load(tmp_path).version != REGISTRY.version
    assert Registry.load().version == REGISTRY.version


def test_a_users_rows_come_first(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text(
        "# ours\nname,aliases,country,sector,from,to\nHamas (our coding),Hamas,PSE,PAR,,\n", encoding="utf-8"
    )
    (tmp_path / "roles.csv").write_text("phrase,sector,kind\nbeekeepers,AGR,people\n", encoding="utf-8")
    text = "Hamas met beekeepers."
    spans = [Span.of(text, 0, 5), Span.of(text, 10, 20)]
    (hamas,), (keepers,) = ground_parties(Report.of(text), spans, registry=Registry.load(tmp_path))
    assert (hamas.name, hamas.sector) == ("Hamas (our coding)", "PAR")
    assert keepers.sector == "AGR"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,aliases,country\nX,,NZL\n", "no column 'sector'"),
        ("name,aliases,country,sector,from,to\nX,,NZL\n", "row 'X': 3 fields"),
        ("name,aliases,country,sector,from,to\nX,,NZL,NGO,soon,\n", "'soon' is no year"),
    ],
    ids=["missing column", "short row", "no year"],
)
def test_a_broken_file_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "organisations.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GroundingError, match="G-01") as error:
        Registry.load(tmp_path)
    assert says in str(error.value)
    assert str(path) in str(error.value)


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.name)
def test_every_data_file_names_its_source(path: Path) -> None:
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Source" in line or "knowledge" in line for line in head)


@pytest.mark.parametrize(
    "name", ["People's Army", "U.S. troops", "N'Djamena", "Côte d’Ivoire", "CPI (Maoist)", "al-Qa'ida", "1,500 men"]
)
def test_a_name_has_the_key_of_its_words(name: str) -> None:
    assert key_of(name) == " ".join(word.key.replace(",", " ") for word in words_of(name))
