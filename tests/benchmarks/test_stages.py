"""Where the time goes: every part of coding a report is timed."""

from benchmarks.stages import measured


def test_each_part_takes_time() -> None:
    seconds = measured(1)
    assert {"encoder", "span network", "parties", "places", "record"} <= set(seconds)
    assert all(seconds[part] > 0 for part in seconds)
