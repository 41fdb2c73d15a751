import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from tacitus.errors import GroundingError
from tacitus.grounding.places import (
    Feature,
    Gazetteer,
    PlaceFileEmptyError,
    PlaceFileInvalidError,
    PlaceFileMissingError,
    PlaceIndexError,
    add_country_dump,
    add_csv,
)
from tacitus.grounding.places._build import build

# Two lines as a GeoNames country dump has them, of invented places, and one of a sort that is left out.
DUMP = "".join(
    f"{number}\t{name}\t{name}\t{names}\t35.1\t40.2\t{sort}\tSY\t\t07\t\t\t\t120\t\t210\tAsia/Damascus\t2024-01-01\n"
    for number, name, names, sort in (
        (7000001, "Tell Zubayda", "Tall Zubaydah,Tel Zubeida", "P\tPPL"),
        (7000002, "Qalat Base", "", "S\tINSM"),
        (7000003, "A School", "", "S\tSCH"),
    )
)


@pytest.fixture
def own_home(tmp_path: Path, home: Path, gazetteer: Gazetteer) -> Path:
    shutil.copytree(home / f"index-{gazetteer.version}", tmp_path / f"index-{gazetteer.version}")
    return tmp_path


def test_a_second_opening_builds_nothing(home: Path, gazetteer: Gazetteer) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    assert Gazetteer.load(home).version == gazetteer.version
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_names_are_looked_up_in_any_spelling(gazetteer: Gazetteer) -> None:
    for name in ("al-bab", "AL BAB", "Al Bāb", "the city of al-Bab".removeprefix("the city of ")):
        assert [entry.country for entry in gazetteer.lookup(name)] == ["SYR"]


def test_the_layers_are_there(gazetteer: Gazetteer) -> None:
    assert {entry.feature for entry in gazetteer.lookup("Texas")} == {Feature.REGION}
    assert gazetteer.lookup("Nagorno-Karabakh")[0].feature == Feature.AREA
    assert gazetteer.lookup("Strait of Hormuz")[0].feature == Feature.SEA
    assert gazetteer.lookup("Incirlik Air Base")[0].country == "TUR"
    syria = gazetteer.country("SYR")
    assert syria is not None
    assert syria.name == "Syria"


def test_an_abbreviation_is_no_name_of_its_own(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("tx") == ()
    assert gazetteer.find_holder("tx") != ()


@pytest.mark.parametrize("as_zip", [False, True], ids=["txt", "zip"])
def test_a_country_dump_is_added(own_home: Path, tmp_path: Path, gazetteer: Gazetteer, as_zip: bool) -> None:
    source = tmp_path / "SY.txt"
    source.write_text(DUMP, encoding="utf-8")
    if as_zip:
        with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
            archive.writestr("readme.txt", "about")
            archive.write(source, "SY.txt")
        source = tmp_path / "SY.zip"
    assert add_country_dump(source, own_home) == 2
    richer = Gazetteer.load(own_home)
    assert richer.version != gazetteer.version
    (entry,) = richer.lookup("Tel Zubeida")
    assert (entry.country, entry.geonames_id, entry.feature) == ("SYR", 7000001, Feature.CITY)
    assert richer.lookup("Qalat Base")[0].feature == Feature.SITE


def test_the_same_again_changes_nothing(own_home: Path, tmp_path: Path) -> None:
    source = tmp_path / "mine.csv"
    source.write_text("name,lat,lon,country\nFort Alder,10.5,20.5,TCD\n", encoding="utf-8")
    assert add_csv(source, own_home) == 1
    first = sorted((own_home / "layers").iterdir())
    assert add_csv(source, own_home) == 1
    assert sorted((own_home / "layers").iterdir()) == first


def test_a_changed_file_replaces_its_older_layer(own_home: Path, tmp_path: Path) -> None:
    source = tmp_path / "mine [of May].csv"
    for name in ("Fort Alder", "Fort Birch"):
        source.write_text(f"# ours\nname,lat,lon,country,kind\n{name},10.5,20.5,TCD,site\n", encoding="utf-8")
        add_csv(source, own_home)
    gazetteer = Gazetteer.load(own_home)
    assert gazetteer.lookup("Fort Alder") == ()
    assert gazetteer.lookup("Fort Birch")[0].feature == Feature.SITE


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name,lat,lon\nA,1,2\n", "no column 'country'"),
        ("name,lat,lon,country\n# c\nA,1,2,\nB,91,2,\n", ":4: 91.0, 2.0 is not on Earth"),
        ("name,lat,lon,country\nA,one,2,\n", "not a point: 'one', '2'"),
        ("name,lat,lon,country\nA,1,2,Syria\n", "alpha-3"),
        ("name,lat,lon,country,kind\nA,1,2,SYR,moon\n", "kind 'moon'"),
        ("name,lat,lon,country\n,1,2,SYR\n", "without a name"),
        ('name,lat,lon,country,population\nA,1,2,SYR,"1,200"\n', "population '1,200' is no whole number"),
        ("name,lat,lon,country,geonames_id\nA,1,2,SYR,-1\n", "geonames_id '-1' is no whole number"),
    ],
)
def test_a_faulty_csv_is_named_by_line(tmp_path: Path, content: str, told: str) -> None:
    source = tmp_path / "mine.csv"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(PlaceFileInvalidError, match=r"G-12: mine\.csv:\d") as caught:
        add_csv(source, tmp_path)
    assert told in str(caught.value)


def test_a_line_of_a_dump_ends_where_the_line_ends(own_home: Path, tmp_path: Path) -> None:
    source = tmp_path / "SY.txt"
    source.write_text(DUMP.replace("Tel Zubeida", "Tel\u2028Zubeida\x0b"), encoding="utf-8")
    assert add_country_dump(source, own_home) == 2


@pytest.mark.parametrize("address", ["http://localhost:1/a b.zip", "http://[::1/SY.zip", "http://localhost:x/SY.zip"])
def test_an_address_that_is_none_is_told(tmp_path: Path, address: str) -> None:
    with pytest.raises(PlaceFileMissingError, match="G-11"):
        add_country_dump(address, tmp_path)


@pytest.mark.parametrize("name", ["lat.npy", "exact.marisa", "meta.json"])
def test_a_damaged_index_is_told(own_home: Path, gazetteer: Gazetteer, name: str) -> None:
    (own_home / f"index-{gazetteer.version}" / name).write_bytes(b"")
    with pytest.raises(PlaceIndexError, match="G-10"):
        Gazetteer.load(own_home)


def test_errors_have_codes_and_one_root(tmp_path: Path) -> None:
    empty, odd = tmp_path / "empty.csv", tmp_path / "odd.txt"
    empty.write_text("name,lat,lon,country\n", encoding="utf-8")
    odd.write_text("one\ttwo\n", encoding="utf-8")
    with pytest.raises(PlaceFileMissingError, match="G-11"):
        add_csv(tmp_path / "nowhere.csv", tmp_path)
    with pytest.raises(PlaceFileEmptyError, match="G-13"):
        add_csv(empty, tmp_path)
    with pytest.raises(PlaceFileInvalidError, match="2 columns"):
        add_country_dump(odd, tmp_path)
    assert issubclass(PlaceIndexError, GroundingError)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path, small_sources: None) -> None:  # noqa: ARG001
    (tmp_path / "file").write_text("")
    with pytest.raises(PlaceIndexError, match="TACITUS_CACHE"):
        Gazetteer.load(tmp_path / "file" / "places")


def test_two_builders_at_once_leave_one_whole_index(tmp_path: Path, small_sources: None) -> None:  # noqa: ARG001
    target = tmp_path / "index-x"
    builders = [threading.Thread(target=build, args=(target, ())) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [path.name for path in tmp_path.iterdir()] == ["index-x"]
    assert (target / "meta.json").exists()


@pytest.mark.parametrize(
    ("written", "country", "found"),
    [
        ("Spring", None, ["Springfield", "Springfield"]),
        ("deir", None, ["Deir ez-Zor"]),
        ("Paris", None, ["Paris", "Paris"]),
        ("Paris", "USA", ["Paris"]),
        ("pa", None, []),
        ("", None, []),
        ("Xanadu", None, []),
    ],
    ids=["beginning", "case", "whole", "country", "too-short", "nothing", "unknown"],
)
def test_a_search_finds_towns_by_the_beginning_of_a_name(
    gazetteer: Gazetteer, written: str, country: str | None, found: list[str]
) -> None:
    entries = gazetteer.search(written, country=country)
    assert [entry.name for entry in entries if entry.feature is Feature.CITY] == found


def test_a_search_gives_the_whole_name_first_and_then_the_most_populous(gazetteer: Gazetteer) -> None:
    first, second, *_ = gazetteer.search("Paris", limit=2)
    assert (first.country, second.country) == ("FRA", "USA")
    assert gazetteer.search("Springfield")[0].population == 154341
