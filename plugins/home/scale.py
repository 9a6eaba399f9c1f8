"""From years and counts to places on the chart of the front page.

x is in per cent of the width, which the browser decides; y in pixels from the top.
"""

from dataclasses import dataclass

STEP = 10  # a mark and the gap above it
GAP = 2
MOST_MARKS = 24  # with a higher column than that, all become bars
WIDEST = 3.0  # per cent of the width, so that few years are no blocks


@dataclass(frozen=True, slots=True)
class Scale:
    """From years and counts to places."""

    first: int
    last: int
    highest: int

    @property
    def slot(self) -> float:
        return 100 / (self.last - self.first + 1)

    @property
    def width(self) -> float:
        return min(0.76 * self.slot, WIDEST)

    @property
    def merged(self) -> bool:
        return self.highest > MOST_MARKS

    @property
    def unit(self) -> float:
        """Pixels a cutting."""
        return STEP * MOST_MARKS / self.highest if self.merged else STEP

    @property
    def base(self) -> int:
        """y of the axis, room for a number above the highest bar included."""
        return int(self.unit * self.highest) + (20 if self.merged else 6)

    def centre(self, year: int) -> float:
        return (year - self.first + 0.5) * self.slot

    def top(self, count: int) -> float:
        return self.base - self.unit * count


def per_cent(number: float) -> str:
    return f"{number:.2f}%"
