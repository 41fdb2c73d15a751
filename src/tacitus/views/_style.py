"""How roles look in a notebook.

The hues are those of Okabe and Ito (2008), told apart with every common form of colour blindness; the lines under
the words differ as well, so that nothing is told by colour alone. Text and background are the notebook's own and
the tints are translucent, which suits light and dark themes without asking which one is on.
"""

from typing import NamedTuple

from tacitus.model import Role

_BLUE, _VERMILION, _GREEN, _PURPLE = "0 114 178", "213 94 0", "0 158 115", "204 121 167"
_SKY, _ORANGE, _GREY = "86 180 233", "230 159 0", "128 128 128"


class _Look(NamedTuple):
    hue: str
    line: str


# A word in several roles takes the look that stands last here; its title names them all.
_LOOKS = {
    Role.ATTRIBUTION: _Look(_GREY, "dotted"),
    Role.CLAIMED_BY: _Look(_GREY, "dashed"),
    Role.TIME: _Look(_PURPLE, "dotted"),
    Role.PLACE: _Look(_GREEN, "dashed"),
    Role.WEAPON: _Look(_SKY, "solid"),
    Role.KILLED: _Look(_ORANGE, "double"),
    Role.INJURED: _Look(_ORANGE, "dashed"),
    Role.COUNT: _Look(_ORANGE, "dotted"),
    Role.RECIPIENT: _Look(_VERMILION, "double"),
    Role.ACTOR: _Look(_BLUE, "solid"),
}
_LAYOUT = """
.tacitus{font-size:.95em;line-height:1.5;color:inherit}
.tacitus header,.tacitus footer{margin:.4em 0}
.tacitus .both{display:flex;flex-wrap:wrap;gap:1.5em;align-items:flex-start}
.tacitus .text{flex:3 1 24em;white-space:pre-wrap;overflow-wrap:anywhere;max-height:42em;overflow:auto}
.tacitus .events{flex:2 1 20em;max-height:42em;overflow:auto}
.tacitus section{border-left:3px solid rgb(128 128 128/.5);padding:0 0 0 .8em;margin:0 0 1em}
.tacitus h4,.tacitus section p{margin:0}
.tacitus dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .8em;margin:0}
.tacitus dt{grid-column:1;opacity:.7;font-weight:normal}
.tacitus dd{grid-column:2;margin:0;unicode-bidi:isolate}
.tacitus mark,.tacitus q{color:inherit;background:none;border-bottom:2px solid transparent}
.tacitus sup{font-size:.7em;user-select:none;opacity:.8}
.tacitus .trigger{font-weight:bold;box-shadow:0 0 0 1px currentColor;border-radius:2px}
"""
CSS = _LAYOUT + "\n".join(
    f".tacitus .{role.value}{{background:rgb({look.hue}/.2);border-bottom:2px {look.line} rgb({look.hue})}}"
    for role, look in _LOOKS.items()
)


def name_of(role: Role | None) -> str:
    """The class and legend name of a role; no role is the trigger."""
    return "trigger" if role is None else role.value
