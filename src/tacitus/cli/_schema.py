"""`tacitus schema`."""

import json

from tacitus import records


def schema() -> None:
    """Example: `tacitus schema > record.schema.json`.

    Prints the JSON schema (draft 2020-12) of the records that `tacitus code` writes.
    """
    print(json.dumps(records.schema(), indent=2))
