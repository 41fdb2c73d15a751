"""Foreign text made safe to print: what a terminal would obey is shown instead."""

import unicodedata

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"

# Marks that turn the direction of what follows can make a line read as something that it does not say.
_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """The text with each control, direction mark and lone surrogate replaced by one visible character.

    Character by character, so that offsets still hold. Line ends and tabs become blanks.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    if char.isspace() and char not in "\x1c\x1d\x1e\x1f":
        return " "
    if ord(char) < 0x20:
        return chr(_CONTROL_PICTURES + ord(char))
    if ord(char) == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return _UNPRINTABLE if char in _TURNS or unicodedata.category(char) in {"Cc", "Cs"} else char
