"""A chain of incidents, each under what it answers: as a tree for the terminal, as a drawing for a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from tacitus.model import Chain, Incident
from tacitus.views import _phrases
from tacitus.views._incident import headline, toll
from tacitus.views._visible import visible

_BOX, _GAP, _MARGIN = (280, 64), (70, 18), 12  # width and height, in CSS pixels
_LINE = 17
_MOST = 32  # characters that a line of a box holds, also where it is bold and begins in capitals
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:CanvasText}.act{font-weight:600}"
    "rect{fill:Canvas;stroke:GrayText}path{fill:none;stroke:GrayText;stroke-width:1.5}"
)


def chain_as_terminal(chain: Chain) -> RenderableType:
    """The chain as a tree; what answers several incidents stands under the first and is named under the others."""
    answers, roots = _answers(chain), _roots(chain)
    by_id = {incident.id: incident for incident in chain.incidents}
    tree = Tree(Text(f"{len(chain.incidents)} incidents", style="bold"), guide_style="dim")
    seen: set[str] = set()
    pending = [(tree, root) for root in reversed(roots)]
    while pending:  # no recursion: a chain may be longer than Python's stack
        branch, identifier = pending.pop()
        again = identifier in seen
        node = branch.add(_node(by_id[identifier], again=again, is_answered=bool(answers[identifier])))
        if not again:
            seen.add(identifier)
            pending.extend((node, answer) for answer in reversed(answers[identifier]))
    return tree


def chain_as_svg(chain: Chain) -> str:
    """The chain as a drawing, time running to the right: a box for each incident, a line to each answer."""
    at = _positions(chain)
    width = max(x for x, _ in at.values()) + _BOX[0] + _MARGIN
    height = max(y for _, y in at.values()) + _BOX[1] + _MARGIN
    lines = "".join(_curve(at[cause], at[answer]) for cause, answer in chain.answers)
    boxes = "".join(_box(incident, at[incident.id]) for incident in chain.incidents)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><style>{_STYLE}</style>{lines}{boxes}</svg>'
    )


def chains_as_html(chains: Iterable[Chain]) -> str:
    """A page of its own with a drawing and a list for each chain."""
    parts = "".join(f"<section>{chain_as_svg(chain)}{_list(chain)}</section>" for chain in chains)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
        "<title>Chains of incidents</title><style>body{font:15px/1.5 system-ui,sans-serif;margin:2em}"
        f"svg{{max-width:100%;height:auto}}</style></head><body><h1>Chains of incidents</h1>{parts}</body></html>\n"
    )


def _answers(chain: Chain) -> Mapping[str, list[str]]:
    answers: dict[str, list[str]] = defaultdict(list)
    for cause, answer in chain.answers:
        answers[cause].append(answer)
    return answers


def _roots(chain: Chain) -> list[str]:
    answering = {answer for _, answer in chain.answers}
    return [incident.id for incident in chain.incidents if incident.id not in answering]


def _node(incident: Incident, *, again: bool, is_answered: bool) -> Text:
    where = (" (its answers stand above)" if is_answered else " (stands above too)") if again else ""
    return Text.assemble((f"{incident.id}  ", "dim"), headline(incident), (where, "dim"))


def _positions(chain: Chain) -> dict[str, tuple[int, int]]:
    """Left upper corners: a column for each step from the chain's beginnings, rows in the order of time."""
    column = {incident.id: 0 for incident in chain.incidents}
    changed = True
    while changed:  # at most once for each incident, since answers form no circle
        changed = False
        for cause, answer in chain.answers:
            if column[answer] <= column[cause]:
                column[answer], changed = column[cause] + 1, True
    filled: dict[int, int] = defaultdict(int)
    at = {}
    for incident in chain.incidents:
        step = column[incident.id]
        at[incident.id] = (_MARGIN + step * (_BOX[0] + _GAP[0]), _MARGIN + filled[step] * (_BOX[1] + _GAP[1]))
        filled[step] += 1
    return at


def _curve(cause: tuple[int, int], answer: tuple[int, int]) -> str:
    x1, y1 = cause[0] + _BOX[0], cause[1] + _BOX[1] // 2
    x2, y2 = answer[0], answer[1] + _BOX[1] // 2
    bend = (x1 + x2) // 2
    return f'<path d="M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"/>'


def _box(incident: Incident, at: tuple[int, int]) -> str:
    x, y = at
    lines = "".join(
        f'<text x="{x + 10}" y="{y + 20 + row * _LINE}"{css}>{escape(_short(line))}</text>'
        for row, (line, css) in enumerate(_box_lines(incident))
    )
    title = f"<title>{escape(headline(incident))}</title>"
    return f'<g>{title}<rect x="{x}" y="{y}" width="{_BOX[0]}" height="{_BOX[1]}" rx="4"/>{lines}</g>'


def _box_lines(incident: Incident) -> Iterator[tuple[str, str]]:
    yield _phrases.days(incident.time) if incident.time else "undated", ""
    yield " ".join((incident.category, *incident.mode)), ' class="act"'
    killed = f"killed {toll(incident.killed)}" if incident.killed else None
    yield " · ".join(filter(None, (incident.place.name if incident.place else None, killed))), ""


def _short(line: str) -> str:
    line = visible(line)
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def _list(chain: Chain) -> str:
    answered = defaultdict(list)
    number = {incident.id: index for index, incident in enumerate(chain.incidents, 1)}
    for cause, answer in chain.answers:
        answered[answer].append(str(number[cause]))
    items = "".join(
        f"<li>{escape(headline(incident))}{_in_answer_to(answered[incident.id])}</li>" for incident in chain.incidents
    )
    return f"<ol>{items}</ol>"


def _in_answer_to(numbers: list[str]) -> str:
    return f", in answer to {', '.join(numbers)}" if numbers else ""
