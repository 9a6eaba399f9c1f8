"""A curator's words beside the chart, put where they cover nothing.

Each caption has places it could stand, the best one first; it takes the first that is free.
Widths are estimates for the narrowest page that shows captions, so they err on the wide side.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .scale import Scale

LETTER = 0.69  # per cent of the width, a letter
LINE = 16  # pixels
HIGH = 34  # pixels; a higher column has its words beside it, not above
ASIDE = 5  # pixels between a high column and its words
LEVELS = 8
ON_A_PHONE = 2.4  # per cent of the width, a letter


@dataclass(frozen=True, slots=True)
class Box:
    """Left and right in per cent, top and bottom in pixels."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """`y` is the baseline, `dx` pixels aside of x; `lead` the ends of the line down to the
    column, if it has one."""

    x: str
    y: float
    text: str
    anchor: str
    dx: int
    lead: tuple[float, float] | None
    wide: bool


def place(
    captions: Sequence[tuple[int, str]],
    counts: Mapping[int, int],
    scale: Scale,
    columns: Sequence[Box],
) -> tuple[list[Caption], int]:
    """The captions, and by how many pixels the whole chart has to move down for them."""
    taken = list(columns)
    found = []
    low = max((counts[year] for year, _ in captions if not is_high(counts[year], scale)), default=1)
    for year, text in captions:
        choices = list(places(year, text, counts[year], low, scale))
        caption, box = next(
            ((c, b) for c, b in choices if not any(b.meets(other) for other in taken)),
            choices[-1],
        )
        taken.append(box)
        found.append((caption, box.top))
    raised = max(0, -int(min((top for _, top in found), default=0)))
    return [moved(caption, raised) for caption, _ in found], raised


def moved(caption: Caption, down: int) -> Caption:
    lead = caption.lead and (caption.lead[0] + down, caption.lead[1] + down)
    return replace(caption, y=caption.y + down, lead=lead)


def places(
    year: int, text: str, count: int, low: int, scale: Scale
) -> Iterator[tuple[Caption, Box]]:
    x, width, top = scale.centre(year), LETTER * len(text), scale.top(count)
    if is_high(count, scale):
        beside = scale.width / 2
        yield written(x - beside, top + 10, text, "end", width, None)
        yield written(x + beside, top + 10, text, "start", width, None)
    bottom = min(top, scale.top(low)) - 4
    for level in range(LEVELS):
        y = bottom - 17 - level * LINE
        lead = (top - 4, y + 4)
        anchors = ("start",) if x < 2 else ("middle", "start", "end")
        for anchor in anchors:
            yield written(x, y, text, anchor, width, lead)


def is_high(count: int, scale: Scale) -> bool:
    return scale.base - scale.top(count) > HIGH


def written(
    x: float, y: float, text: str, anchor: str, width: float, lead: tuple[float, float] | None
) -> tuple[Caption, Box]:
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    box = Box(left, left + width, y - LINE + 3, y + 3)
    if left < 0 or left + width > 100:
        # Outside: as good as taken, by making it meet whatever there is.
        box = Box(-1000, 1000, -1000, 1000)
    fits_a_phone = lead is None and anchor == "end" and len(text) * ON_A_PHONE < x
    aside = 0 if lead else {"end": -ASIDE, "start": ASIDE}[anchor]
    caption = Caption(
        x=f"{x:.2f}%", y=y, text=text, anchor=anchor, dx=aside, lead=lead, wide=not fits_a_phone
    )
    return caption, box
