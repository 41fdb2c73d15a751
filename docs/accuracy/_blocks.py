"""Pages with blocks that a program fills."""

import re
from collections.abc import Mapping
from typing import Final

_BLOCK: Final = re.compile(r"(<!-- figures: (?P<name>[\w ]+) -->).*?(<!-- end -->)", re.DOTALL)


def filled(page: str, contents: Mapping[str, str]) -> str:
    """The page with each block's content; one of several lines stands between blank lines.

    Raises:
        KeyError: a block has a name that has no content.
    """

    def fill(block: re.Match[str]) -> str:
        content = contents[block["name"]]
        inside = f"\n\n{content}\n\n" if "\n" in content else content
        return f"{block[1]}{inside}{block[3]}"

    return _BLOCK.sub(fill, page)
