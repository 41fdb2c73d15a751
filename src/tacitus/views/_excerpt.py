"""The words around a trigger, for views that do not show the whole text."""

from tacitus.model import Span

_REACH = 110  # characters to each side: about two lines of a terminal


def around(trigger: Span, text: str) -> tuple[int, int]:
    """Start and end of an excerpt about a trigger: within its paragraph, from a word's start to a word's end."""
    start = text.rfind("\n", 0, trigger.start) + 1
    end = text.find("\n", trigger.end)
    end = len(text) if end < 0 else end
    if trigger.start - start > _REACH:
        cut = text.find(" ", trigger.start - _REACH, trigger.start)
        start = trigger.start - _REACH if cut < 0 else cut + 1
    if end - trigger.end > _REACH:
        cut = text.rfind(" ", trigger.end, trigger.end + _REACH)
        end = trigger.end + _REACH if cut < 0 else cut
    return start, end
