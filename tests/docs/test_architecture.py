"""The page on the architecture: what it names is there, and what is there stands in the import contract."""

import ast
import re

import pytest

from docs import architecture

PAGE = (architecture.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PLACES = sorted({found for found in re.findall(r"`([\w./-]+)`", PAGE) if "/" in found or found == "training"})


def test_every_module_has_its_layer() -> None:
    inside = architecture.SOURCE.iterdir()
    there = {path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {name for layer in architecture.layers() for name in layer} == there - {"__init__", "__main__"}


@pytest.mark.parametrize("module", [name for layer in architecture.layers() for name in layer])
def test_every_module_says_in_a_line_what_it_is(module: str) -> None:
    assert 20 <= len(architecture.told(module)) <= 115  # as long as the drawing has room for


def test_the_stages_are_drawn_in_the_order_in_which_the_flow_calls_them() -> None:
    tree = ast.parse((architecture.SOURCE / "flow.py").read_text(encoding="utf-8"))
    (one,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "one")
    called = [ast.unparse(node.func) for node in ast.walk(one) if isinstance(node, ast.Call)]
    source = ast.unparse(one)
    stages = {"reading": "coder.reader.read", "grounding": "ground", "coding": "assemble"}
    assert set(stages.values()) <= set(called)
    at = [source.index(f"{stages[stage]}(") for stage in architecture.STAGES if stage in stages]
    assert at == sorted(at)


@pytest.mark.parametrize("place", PLACES)
def test_every_file_that_the_page_names_is_there(place: str) -> None:
    assert (architecture.ROOT / place).exists() or (architecture.SOURCE / place).exists()


def test_the_page_names_what_each_stage_hands_on() -> None:
    for stage in architecture.STAGES:
        assert re.search(rf"\| `{stage}` \|[^|]*\|[^|]*`{architecture.handed_on(stage)}", PAGE)


def test_the_page_stays_on_two_pages() -> None:
    assert len(PAGE.split()) <= 1200
