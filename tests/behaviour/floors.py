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

OVERALL = 0.76

# The share of slots that differ when the parties exchange their names. The aim is 0.02.
DIFFERING = 0.032

PHENOMENA: Mapping[str, float] = {
    "active_and_passive": 0.793,
    "answers": 0.735,
    "attribution": 0.914,
    "capitals": 0.907,
    "casualties": 0.843,
    "drills": 0.609,
    "headlines": 0.602,
    "hearsay_and_doubt": 0.878,
    "machine_translated": 0.708,
    "material_conflict": 0.712,
    "material_cooperation": 0.691,
    "metaphors": 0.703,
    "might_and_usually": 0.429,
    "missing_punctuation": 0.833,
    "misspelt": 0.788,
    "modes": 0.667,
    "negation_and_denial": 0.623,
    "old_attacks": 0.902,
    "places": 0.929,
    "plans": 0.482,
    "responsibility": 0.892,
    "sport_accidents_crime": 0.667,
    "threats": 0.738,
    "times": 0.684,
    "told_again": 0.869,
    "totals": 0.878,
    "two_alike": 0.528,
    "verbal_conflict": 0.796,
    "verbal_cooperation": 0.764,
    "who_to_whom": 0.945,
}
