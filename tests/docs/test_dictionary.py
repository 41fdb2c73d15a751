"""The data dictionary explains every field of the records, and nothing that is not there."""

import pytest

from docs import dictionary


@pytest.mark.parametrize(("name", "schema"), dictionary.described().items(), ids=dictionary.described())
def test_every_field_has_its_meaning(name: str, schema: dict[str, object]) -> None:
    fields = list(dictionary.fields_of(name, schema))
    assert fields
    assert all(told.endswith(".") for _, _, told in fields)


def test_no_meaning_is_left_over() -> None:
    schemas = dictionary.described()
    known = {name: {field for field, _, _ in dictionary.fields_of(name, schema)} for name, schema in schemas.items()}
    known["Evidenced"] = set(dictionary.MEANINGS["Evidenced"])
    assert {name: set(told) - known.get(name, set()) for name, told in dictionary.MEANINGS.items()} == {
        name: set() for name in dictionary.MEANINGS
    }


def test_types_are_told_in_words() -> None:
    assert dictionary.type_of({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}) == "date or null"
    assert dictionary.type_of({"type": "array", "items": {"$ref": "#/$defs/Party"}}) == "list of [Party](#party)"
