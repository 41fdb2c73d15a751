from pathlib import Path

import pytest

from docs import reference
from tacitus.cli import app

ROOT = Path(reference.__file__).parent


@pytest.mark.parametrize("page", reference.pages())
def test_the_generated_pages_are_current(page: str) -> None:
    """Run `make docs` where this fails."""
    assert (ROOT / page).read_text(encoding="utf-8") == reference.pages()[page]


def test_every_command_and_what_is_in_a_group_has_its_page() -> None:
    names = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    names |= {group.name for group in app.registered_groups}
    assert names == {words[0] for words in reference.commands() if words}
    assert ("users", "passwd") in reference.commands()
