"""The pinned floors of the behaviour suite, and the ceiling of the neutrality suite: all in this one place.

Each figure is what `python -m benchmarks.behaviour` printed on the day and with the reader named below; the tests allow
`NOISE` beside it. Pin them anew with every new reader. A figure that gets worse belongs into the changelog, with its
reason.
"""

from collections.abc import Mapping

# Measured on 2026-11-28 with reader 2c150bead9e9: 578 cases, 2,597 expectations; 236 reports, 3,140 slots.

# A file of cases holds 33 to 140 expectations. int8 kernels differ between processors and may turn two or three.
NOISE = 0.03
# Over all expectations, and over all slots, such turns are rare and cancel out.
OVERALL_NOISE = 0.01

OVERALL = 0.802

# The share of slots that differ when the parties exchange their names. The aim is 0.02.
DIFFERING = 0.022

PHENOMENA: Mapping[str, float] = {
    "active_and_passive": 0.859,
    "answers": 0.796,
    "attribution": 0.938,
    "capitals": 0.953,
    "casualties": 0.831,
    "drills": 0.674,
    "headlines": 0.627,
    "hearsay_and_doubt": 0.915,
    "machine_translated": 0.769,
    "material_conflict": 0.795,
    "material_cooperation": 0.755,
    "metaphors": 0.73,
    "might_and_usually": 0.571,
    "missing_punctuation": 0.833,
    "misspelt": 0.8,
    "modes": 0.704,
    "negation_and_denial": 0.779,
    "old_attacks": 0.902,
    "places": 0.917,
    "plans": 0.663,
    "responsibility": 0.851,
    "sport_accidents_crime": 0.727,
    "threats": 0.726,
    "times": 0.75,
    "told_again": 0.899,
    "totals": 0.918,
    "two_alike": 0.618,
    "verbal_conflict": 0.796,
    "verbal_cooperation": 0.771,
    "who_to_whom": 0.963,
}
