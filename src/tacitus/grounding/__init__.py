"""What the mentions of a report mean in the world: parties, places, times, quantities."""

from tacitus.grounding._find import find
from tacitus.grounding._ground import ground

__all__ = ["find", "ground"]
