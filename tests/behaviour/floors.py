"""The pinned floors of the behaviour suite, and the ceiling of the neutrality suite: all in this one place.

Each figure is what `python -m benchmarks.behaviour` printed on the day and with the reader named below; the tests allow
`NOISE` beside it. Pin them anew with every new reader. A figure that gets worse belongs into the changelog, with its
reason.
"""

from collections.abc import Mapping

# Measured on 2026-11-28 with reader 19f3a8cebadf: 578 cases, 2,597 expectations; 236 reports, 3,399 slots.

# A file of cases holds 33 to 140 expectations. int8 kernels differ between processors and may turn two or three.
NOISE = 0.03
# Over all expectations, and over all slots, such turns are rare and cancel out.
OVERALL_NOISE = 0.01

OVERALL = 0.772

# The share of slots that differ when the parties exchange their names. The aim is 0.02.
DIFFERING = 0.039

PHENOMENA: Mapping[str, float] = {
    "active_and_passive": 0.848,
    "answers": 0.761,
    "attribution": 0.840,
    "capitals": 0.884,
    "casualties": 0.764,
    "drills": 0.674,
    "headlines": 0.687,
    "hearsay_and_doubt": 0.829,
    "machine_translated": 0.785,
    "material_conflict": 0.712,
    "material_cooperation": 0.766,
    "metaphors": 0.568,
    "might_and_usually": 0.600,
    "missing_punctuation": 0.846,
    "misspelt": 0.788,
    "modes": 0.630,
    "negation_and_denial": 0.714,
    "old_attacks": 0.843,
    "places": 0.940,
    "plans": 0.687,
    "responsibility": 0.865,
    "sport_accidents_crime": 0.606,
    "threats": 0.679,
    "times": 0.776,
    "told_again": 0.859,
    "totals": 0.776,
    "two_alike": 0.562,
    "verbal_conflict": 0.832,
    "verbal_cooperation": 0.779,
    "who_to_whom": 0.899,
}
