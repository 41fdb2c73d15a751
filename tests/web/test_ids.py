import re

from hypothesis import given
from hypothesis import strategies as st

from tacitus.model import EventKey
from tacitus.web._ids import from_event_id, from_id, to_event_id, to_id

SAFE = re.compile(r"[A-Za-z0-9_.~:-]+")


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_id_survives_an_address(doc_id: str, event_id: str) -> None:
    key = EventKey(doc_id=doc_id, event_id=event_id)
    written = to_event_id(key)
    assert SAFE.fullmatch(written)
    assert from_event_id(written) == key


def test_plain_ids_are_kept_and_others_are_not_paths() -> None:
    assert to_id("reuters-2016.11_08") == "reuters-2016.11_08"
    for strange in ("..", ".", "a/b", "~a", "", "ä"):
        assert to_id(strange).startswith("~")
        assert from_id(to_id(strange)) == strange
