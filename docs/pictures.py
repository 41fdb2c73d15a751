"""Write the pictures of docs/ from the program's real output: `python -m docs.pictures`."""

import io
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from tacitus import intake
from tacitus.flow import Coder, one
from tacitus.model import Report
from tacitus.views import as_terminal

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "air-strike-2019.txt"
WIDTH = 110
N_EVENTS = 3
# rich would have the picture load fonts from elsewhere; any fixed-width font of the reader's does as well.
_FONTS = re.compile(r"@font-face \{.*?\}|<!-- Generated.*?-->", re.DOTALL)


def main() -> None:
    """The first events of one example, as `tacitus code` prints them."""
    report = next(found for found in intake.read([EXAMPLE]) if isinstance(found, Report))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    coded = one(report, Coder.load())
    console.print(as_terminal(replace(coded, events=coded.events[:N_EVENTS])))
    svg = console.export_svg(title=f"tacitus code examples/{EXAMPLE.name}", theme=MONOKAI, unique_id="account")
    (HERE / "account.svg").write_text(_FONTS.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    main()
