"""The example notebooks run, and are the ones that their scripts make."""

from pathlib import Path

import nbformat
import pytest

from docs import notebooks


@pytest.mark.parametrize("source", notebooks.sources(), ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the notebook machinery's own
def test_a_notebook_runs(source: Path) -> None:
    made = notebooks.run(notebooks.notebook(source))
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    assert [output.text for cell in code for output in cell.outputs if output.get("name") == "stderr"] == []


@pytest.mark.parametrize("source", notebooks.sources(), ids=lambda path: path.stem)
def test_the_notebook_in_the_repository_is_the_one_of_the_script(source: Path) -> None:
    """Run `make docs` where this fails."""
    kept = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    made = notebooks.notebook(source)
    assert [cell.source for cell in kept.cells] == [cell.source for cell in made.cells]
    assert any(cell.get("outputs") for cell in kept.cells)
