import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tacitus.intake import count, read

LINE = json.dumps({"text": "Rebels shelled the town of Harim on Monday."}) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine reports in files of which a look tells how many they hold, and a file that cannot be read."""
    (tmp_path / "a.txt").write_text("Rebels shelled the town of Harim.")
    (tmp_path / "b.jsonl").write_text(LINE * 3)
    (tmp_path / "c.json").write_text(LINE)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.ndjson").write_text((LINE * 2).rstrip("\n"))
    parquet.write_table(pa.table({"text": ["Police arrested nine protesters."] * 2}), tmp_path / "e.parquet")
    (tmp_path / "f.parquet").write_bytes(b"PAR1 and no more")
    return tmp_path


def test_the_count_is_what_reading_gives(folder: Path) -> None:
    paths = [folder, folder / "none.txt"]
    assert count(paths) == len(list(read(paths))) == 11


@pytest.mark.parametrize("path", ["-", "https://example.org/feed.xml", "list.json", "packed.jsonl.gz", "table.csv"])
def test_what_takes_reading_is_not_counted(tmp_path: Path, folder: Path, path: str) -> None:
    (tmp_path / "list.json").write_text(f"[{LINE}]")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    (tmp_path / "table.csv").write_text('text\n"a\nb"\n')
    assert count([folder / "a.txt", path if ":" in path or path == "-" else tmp_path / path]) is None
