"""What holds for every test."""

from hypothesis import settings

# No deadline: a busy machine is not a fault of the code. Derandomised: a run is the same on every machine.
settings.register_profile("tacitus", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("tacitus")
