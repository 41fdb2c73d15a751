"""The reliability diagram: how often events of each confidence were right, as an SVG that needs nothing else."""

from collections.abc import Iterable

SIDE, EDGE = 260, 44
FULL = SIDE - 2 * EDGE


def diagram(rows: Iterable[tuple[float, float, int]], caption: str) -> str:
    """`rows` are mean confidence, share right and number of events; points grow with the number."""
    rows = list(rows)
    most = max(n for _, _, n in rows)
    points = "".join(
        f'<circle cx="{_x(told):.1f}" cy="{_y(held):.1f}" r="{2 + 6 * (n / most) ** 0.5:.1f}"/>'
        for told, held, n in rows
    )
    line = " ".join(f"{_x(told):.1f},{_y(held):.1f}" for told, held, _ in rows)
    ticks = "".join(
        f'<text x="{_x(at)}" y="{_y(0) + 14}" text-anchor="middle">{at}</text>'
        f'<text x="{_x(0) - 6}" y="{_y(at) + 3}" text-anchor="end">{at}</text>'
        for at in (0, 0.5, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" role="img" font-family="sans-serif" '
        f'font-size="10" fill="#222"><title>{caption}</title><rect width="{SIDE}" height="{SIDE}" fill="#fff"/>'
        f'<path d="M{_x(0)},{_y(0)}H{_x(1)}M{_x(0)},{_y(0)}V{_y(1)}M{_x(0)},{_y(0)}L{_x(1)},{_y(1)}" stroke="#999" '
        f'fill="none"/><polyline points="{line}" fill="none" stroke="#0b5394"/><g fill="#0b5394">{points}</g>{ticks}'
        f'<text x="{SIDE / 2}" y="{SIDE - 12}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{SIDE / 2}" text-anchor="middle" transform="rotate(-90 12 {SIDE / 2})">'
        "share right</text></svg>\n"
    )


def _x(value: float) -> float:
    return EDGE + value * FULL


def _y(value: float) -> float:
    return SIDE - EDGE - value * FULL
