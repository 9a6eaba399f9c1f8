"""The chart of the front page: years along, one mark a cutting.

x is in per cent of the width, which the browser decides; y in pixels from the top.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .captions import Box, Caption, place
from .scale import GAP, MOST_MARKS, STEP, Scale, per_cent

BELOW = 22  # for the numbers under the axis
MOST_TICKS = 8
ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    x: str
    y: float
    width: str
    height: float
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The number over a column that is one bar; `wide` where only a wide page has room."""

    x: str
    y: float
    text: str
    wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: str
    text: str
    text_x: str
    anchor: str
    wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    height: int
    axis: float
    words: str
    marks: list[Mark]
    counts: list[Count]
    ticks: list[Tick]
    captions: list[Caption]


def columns(counts: Mapping[int, int], captions: Iterable[tuple[int, str]]) -> Chart:
    """`counts` by year, of two years at least; captions are pairs (year, words)."""
    scale = Scale(min(counts), max(counts), max(counts.values()))
    wanted = [(year, text) for year, text in captions if counts.get(year)]
    boxes = [box(scale, year, count) for year, count in sorted(counts.items())]
    placed, raised = place(wanted, dict(counts), scale, boxes)
    return Chart(
        height=scale.base + raised + BELOW,
        axis=scale.base + raised + 0.5,
        words=sentence(counts),
        marks=[mark for year in sorted(counts) for mark in marks(scale, year, counts, raised)],
        counts=numbers(scale, counts, raised),
        ticks=ticks(scale),
        captions=placed,
    )


def box(scale: Scale, year: int, count: int) -> Box:
    """What a column covers, the number over it included."""
    centre, half = scale.centre(year), scale.width / 2
    above = 18 if scale.merged and count > MOST_MARKS else 2
    return Box(centre - half, centre + half, scale.top(count) - above, scale.base)


def marks(scale: Scale, year: int, counts: Mapping[int, int], raised: int) -> Iterable[Mark]:
    x = per_cent(scale.centre(year) - scale.width / 2)
    width = per_cent(scale.width)
    count, newest = counts[year], year == scale.last
    if not scale.merged:
        for n in range(1, count + 1):
            y = int(scale.top(n)) + raised + 1
            yield Mark(x=x, y=y, width=width, height=STEP - GAP, now=newest and n == count)
        return
    top = round(scale.top(count) + raised, 1)
    height = round(scale.base + raised - top, 1)
    yield Mark(x=x, y=top, width=width, height=height)
    if newest:
        yield Mark(x=x, y=top, width=width, height=min(height, 3), now=True)


def numbers(scale: Scale, counts: Mapping[int, int], raised: int) -> list[Count]:
    """Over bars of more than can be counted; on a phone over the highest alone."""
    if not scale.merged:
        return []
    room = scale.slot >= 2
    highest = min(year for year, count in counts.items() if count == scale.highest)
    return [
        Count(
            x=per_cent(scale.centre(year)),
            y=round(scale.top(count) + raised - 5, 1),
            text=str(count),
            wide=year != highest,
        )
        for year, count in sorted(counts.items())
        if count > MOST_MARKS and (room or year == highest)
    ]


def ticks(scale: Scale) -> list[Tick]:
    """The first and the last year, and round ones between that keep clear of them."""
    years = scale.last - scale.first
    step = next((n for n in ROUND if years / n <= MOST_TICKS), ROUND[-1])
    between = range(scale.first - scale.first % step + step, scale.last, step)
    found = [tick(scale, year, "middle") for year in between if clear(scale, year, 6)]
    inset = clear(scale, scale.first, 4)
    ends = ("middle", "middle") if inset else ("start", "end")
    return [*found, tick(scale, scale.first, ends[0]), tick(scale, scale.last, ends[1])]


def tick(scale: Scale, year: int, anchor: str) -> Tick:
    x = per_cent(scale.centre(year))
    return Tick(
        x=x,
        text=str(year),
        text_x={"start": "0", "end": "100%"}.get(anchor, x),
        anchor=anchor,
        wide=year not in (scale.first, scale.last) and not clear(scale, year, 16),
    )


def clear(scale: Scale, year: int, distance: float) -> bool:
    """Whether a year stands at least `distance` per cent from both ends."""
    return distance <= scale.centre(year) <= 100 - distance


def sentence(counts: Mapping[int, int]) -> str:
    """For those who do not see the marks; the list of years has every number."""
    most = sorted(counts, key=lambda year: (-counts[year], year))[:3]
    shares = [f"{counts[year]} in {year}" for year in most]
    listed = f"{', '.join(shares[:-1])} and {shares[-1]}"
    return (
        f"Cuttings by year of the event, {min(counts)} to {max(counts)}: {sum(counts.values())} "
        f"in {len(counts)} years, most of them {listed}. The list of years has every number."
    )
