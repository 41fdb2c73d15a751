"""HXL: read and validated by libhxl against its own schema."""

import io

import hxl

from tacitus.export import COLUMNS, Entry, write
from tests.export.samples import ALL, HOSTILE, SHELLING


def read(*entries: Entry) -> hxl.model.Dataset:
    stream = io.BytesIO()
    write(entries, stream, to="hxl")
    return hxl.data(io.BytesIO(stream.getvalue()))


def test_the_tags_are_read_and_the_values_found_by_them() -> None:
    data = read(SHELLING)
    (row,) = data
    assert data.display_tags == [column.tag for column in COLUMNS if column.tag]
    assert row.get("#affected+killed-min-max") == "4"
    assert (row.get("#geo+lat"), row.get("#geo+lon")) == ("36.20752", "36.51917")
    assert row.get("#date+start") == "2016-11-08"
    assert row.get("#group+name+first") == "Dawn Front"
    assert "on the word of: the governor" in row.get("#description")


def test_no_two_columns_share_a_tag() -> None:
    tags = [frozenset(column.tag.split("+")) for column in COLUMNS if column.tag]
    assert len(set(tags)) == len(tags)


def test_libhxls_schema_finds_no_error() -> None:
    found: list[str] = []

    def note(error: hxl.validation.HXLValidationException) -> None:
        if error.rule.severity == "error":
            found.append(f"{error.rule.description}: {error.value}")

    hxl.schema(callback=note).validate(read(*ALL, HOSTILE))
    assert found == []
