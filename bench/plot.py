"""Cost against size as an SVG drawing: both axes logarithmic, a line for each system.

Solid lines are builds of everything, dashed ones builds after one article was added.
"""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from .report import SYSTEMS, TITLES
from .results import Results

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 48, 50
COLOURS = {"ours": "#b3261e", "hugo": "#1f6f8b", "hugo+pagefind": "#6a4c93", "pelican": "#7a6a00"}
KINDS = (("cold", "all", ""), ("added", "one added", "5 4"))
STYLE = (
    "text{font:13px sans-serif;fill:#222}.grid{stroke:#bbb;stroke-width:.5}"
    ".line{fill:none;stroke-width:2}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#555}}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Points (articles, seconds) of one system and job."""

    label: str
    colour: str
    dashes: str
    points: tuple[tuple[int, float], ...]


def svg(results: Results, place: str = "disk") -> str:
    """The drawing; without numbers a frame without lines."""
    lines = tuple(collect(results, place))
    xs = [x for line in lines for x, _ in line.points] or [1_000, 100_000]
    ys = [y for line in lines for _, y in line.points] or [0.1, 100]
    scale = Scale(decades(xs), decades(ys))
    parts = [*grid(scale), *(part for line in lines for part in drawn(line, scale))]
    parts += labels(lines, scale)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="t"><title id="t">Seconds of a build against the number of articles'
        f"</title><style>{STYLE}</style>"
    )
    return "\n".join((head, *parts, "</svg>\n"))


def collect(results: Results, place: str) -> list[Line]:
    found = []
    for system in SYSTEMS:
        for job, label, dashes in KINDS:
            seconds = {
                size: results.typical((place, size, job), system, "wall")
                for size in results.sizes()
            }
            points = tuple((size, value) for size, value in seconds.items() if value)
            if points:
                label_text = f"{TITLES[system]}, {label}"
                found.append(Line(label_text, COLOURS[system], dashes, points))
    return found


def decades(values: list[float] | list[int]) -> tuple[int, int]:
    """The powers of ten around the values; at least one apart."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places in the drawing."""

    x_decades: tuple[int, int]
    y_decades: tuple[int, int]

    def x(self, value: float) -> float:
        low, high = self.x_decades
        return LEFT + (log10(value) - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        low, high = self.y_decades
        return HEIGHT - BOTTOM - (log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)


def grid(scale: Scale) -> list[str]:
    parts = [
        f'<text x="{LEFT - 50}" y="{TOP - 22}">seconds</text>',
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">articles</text>',
    ]
    for power in range(scale.x_decades[0], scale.x_decades[1] + 1):
        x = scale.x(10.0**power)
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        text = f"{10**power:,}"
        parts.append(
            f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{text}</text>'
        )
    for power in range(scale.y_decades[0], scale.y_decades[1] + 1):
        y = scale.y(10.0**power)
        parts.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
        text = f"{10.0**power:g}"
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    return parts


def drawn(line: Line, scale: Scale) -> list[str]:
    places = [(scale.x(x), scale.y(y)) for x, y in line.points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{line.colour}"/>' for x, y in places]
    return [f'<path class="line" stroke="{line.colour}"{dashes} d="M{path}"/>', *dots]


def labels(lines: tuple[Line, ...], scale: Scale) -> list[str]:
    """Each line's name at its end, moved apart where two would meet, joined to it by a thread."""
    parts, y_free = [], float(TOP - 20)
    for line in sorted(lines, key=lambda one: (scale.y(one.points[-1][1]), one.label)):
        x, y = scale.x(line.points[-1][0]), scale.y(line.points[-1][1])
        y_free = max(y, y_free + 16)
        end = WIDTH - RIGHT + 12
        parts.append(
            f'<path class="grid" d="M{x + 4:.1f} {y:.1f}L{end - 3} {y_free:.1f}"/>'
            f'<text x="{end}" y="{y_free + 4:.1f}">{escape(line.label)}</text>'
        )
    return parts
