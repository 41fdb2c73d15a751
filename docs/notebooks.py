"""Run the example notebooks and keep their output: `python -m docs.notebooks`.

They are written here as cells of text and code, so that a change can be read; the .ipynb files are made.
"""

import re
from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient

HERE: Final = Path(__file__).parent / "notebooks"
TIMEOUT_S: Final = 300
_CELL: Final = re.compile(r"^# %%( \[markdown\])?\n", re.MULTILINE)


def sources() -> list[Path]:
    """The notebooks as scripts, in the order in which they are to be read."""
    return sorted(HERE.glob("*.py"))


def notebook(source: Path) -> Any:
    """The notebook of a script in the percent format, not yet run."""
    parts = _CELL.split(source.read_text(encoding="utf-8"))[1:]
    cells = [_cell(markdown is not None, text.strip()) for markdown, text in zip(parts[::2], parts[1::2], strict=True)]
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for n, cell in enumerate(made.cells):
        cell["id"] = f"cell-{n}"  # random otherwise
    return made


def run(made: Any) -> Any:
    """The notebook with its output.

    Raises:
        CellExecutionError: a cell failed.
    """
    NotebookClient(made, timeout=TIMEOUT_S, resources={"metadata": {"path": str(HERE)}}, record_timing=False).execute()
    made.metadata.pop("language_info", None)  # names the Python it was run with
    return made


def main() -> None:
    """Run and write them all."""
    for source in sources():
        nbformat.write(run(notebook(source)), source.with_suffix(".ipynb"))


def _cell(is_text: bool, text: str) -> Any:
    if not is_text:
        return nbformat.v4.new_code_cell(text)
    return nbformat.v4.new_markdown_cell(re.sub(r"^# ?", "", text, flags=re.MULTILINE))


if __name__ == "__main__":
    main()
