"""`import tacitus` is cheap: what is heavy loads when it is used."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import tacitus


def _loaded_by(program: str) -> set[str]:
    program += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return set(found.stdout.split())


def test_import_loads_no_heavy_library() -> None:
    heavy = {"numpy", "onnxruntime", "tokenizers", "pydantic", "rich", "typer", "torch", "scipy", "marisa_trie"}
    assert not (heavy | {"sqlalchemy", "splink", "duckdb", "email"}) & _loaded_by("import tacitus")


def test_the_runtime_of_the_model_keeps_no_account_of_its_use(tmp_path: Path) -> None:
    """Without our word it makes a device id and a queue of events to send, in the folder for caches."""
    program = "import tacitus; import onnxruntime; onnxruntime.get_available_providers()"
    homes = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    subprocess.run([sys.executable, "-c", program], env=kept | homes, check=True)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_version_is_told() -> None:
    assert tacitus.__version__ == version("tacitus")


def test_the_command_line_loads_no_model_library_before_it_is_needed() -> None:
    assert not {"numpy", "onnxruntime", "tokenizers", "torch"} & _loaded_by("import tacitus.cli")


def test_what_is_public_is_there_and_sorted() -> None:
    assert list(tacitus.__all__) == sorted(tacitus.__all__)
    assert all(hasattr(tacitus, name) for name in tacitus.__all__)


def test_the_ledger_is_at_the_front_and_loads_when_it_is_asked_for() -> None:
    loaded = _loaded_by("import tacitus; tacitus.Ledger")
    assert "sqlalchemy" in loaded
    assert not {"pandas", "polars", "onnxruntime"} & loaded
    with pytest.raises(AttributeError, match="no attribute 'Leger'"):
        _ = tacitus.Leger  # type: ignore[attr-defined]
