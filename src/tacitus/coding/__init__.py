"""From what a report tells and what its words mean to coded events."""

from tacitus.coding._assemble import assemble

__all__ = ["assemble"]
