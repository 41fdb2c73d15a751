"""tacitus."""
