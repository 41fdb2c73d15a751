"""The package as it is published: what `make package` built in dist/, installed where there is no checkout, works."""

import json
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
SDIST = ROOT / "dist" / f"tacitus-{VERSION}.tar.gz"
WHEEL = ROOT / "dist" / f"tacitus-{VERSION}-py3-none-any.whl"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
STATIC = "tacitus/web/static/"
REPORT = "date 2016-11-08\n\nRebels shelled the town of Harim on Monday, killing at least four people.\n"

pytestmark = pytest.mark.skipif(not WHEEL.exists(), reason="`make package` builds what is tried here, and tries it")


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(words, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what it asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, symlinks=True)
    programs = folder / "bin"
    pins = ROOT / "constraints.txt"
    run(*PIP, "--python", programs / "python", "install", "--no-compile", "-c", pins, WHEEL, cwd=folder)
    return programs


def packaged(path: Path) -> set[str]:
    """The names in a wheel or an sdist, those of an sdist without its folder."""
    if path.suffix == ".whl":
        with ZipFile(path) as archive:
            return set(archive.namelist())
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_the_wheel_holds_every_file_of_the_package_and_the_app_and_nothing_else() -> None:
    sources = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "src/tacitus", cwd=ROOT).splitlines()
    inside = {name for name in packaged(WHEEL) if ".dist-info/" not in name}
    assert {name for name in inside if not name.startswith(STATIC)} == {name.removeprefix("src/") for name in sources}
    assert f"{STATIC}index.html" in inside
    assert {Path(name).suffix for name in inside if name.startswith(f"{STATIC}assets/")} == {".css", ".js"}


@pytest.mark.parametrize(
    "name",
    [
        "codebook/plover.toml",
        "grounding/parties/data/organisations.csv",
        "grounding/places/data/sites.csv",
        "ledger/migrations/versions/_0001_tables.py",
        "py.typed",
        "reading/weights/MODEL_CARD.md",
        "reading/weights/reader.onnx",
        "relevance/weights.npz",
    ],
)
def test_what_the_package_cannot_do_without_is_in_the_wheel(name: str) -> None:
    assert f"tacitus/{name}" in packaged(WHEEL)


def test_the_sdist_holds_what_builds_the_wheel_and_no_tests_annotations_or_training() -> None:
    assert {name.partition("/")[0] for name in packaged(SDIST)} == {
        *(".gitignore", "CHANGELOG.md", "LICENSE", "NOTICE", "PKG-INFO", "README.md"),
        *("app", "constraints.txt", "hatch_build.py", "pyproject.toml", "src"),
    }


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "tacitus", "--version", cwd=tmp_path).split() == ["tacitus", VERSION]


def test_it_codes_a_report_with_its_own_weights_and_data(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    coded = json.loads(run(installed / "tacitus", "code", "report.txt", cwd=tmp_path))
    event, *_ = coded["events"]
    assert (event["category"], event["place"]["country"], event["killed"]["low"]) == ("ASSAULT", "SYR", 4)
    where = run(installed / "python", "-c", "import tacitus; print(tacitus.__file__)", cwd=tmp_path)
    assert Path(where).is_relative_to(installed.parent)


def test_it_prints_the_form_of_the_records(installed: Path, tmp_path: Path) -> None:
    kept = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    assert json.loads(run(installed / "tacitus", "schema", cwd=tmp_path)) == kept
