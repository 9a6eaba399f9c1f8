"""Records in files of a few kilobytes.

A file of sorted records begins where its first few letters are new (or it would be too long), and
is called by them, its lead: so what leads to the files is short, a change moves few borders, and
the files around it keep their names and their bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TypeVar
from zlib import crc32

Record = TypeVar("Record")

TARGET = 8_000
# A query's word needs one record, and all of its file: smaller files cost fewer bytes, and more
# for the table that leads to them.
LEAST, MOST = 1_300, 2_800
# A record longer than a file stands alone, but for this much of what begins as it does: a term with
# many documents has its forms beside it.
KIN = 600
# Letters that inflection may put in another's place.
ENDING = 3
# Once a file is long enough, the next begins at one in so many leads of few letters; once it is
# longer, at one of a letter more, or where all have many, as records have, at any.
SHORT = 3
ONE_IN_SHORT, ONE_IN_LONGER, ONE_IN = 2, 4, 8
# The first letter outside the basic plane.
BEYOND = "\U00010000"
# Before a form: the form itself, not its term. No form begins so. Such keys have files of their
# own, which few searches need.
EXACTLY = "="
# In the key of a record, before its kind. No word has this sign, and no other that an id may have
# comes before it.
FILED = "#"


@dataclass(slots=True)
class Border:
    """Where files begin; it knows nothing of what came before the file in hand. `lead`: what the
    file that began last is called by; `scale`: how many times as long files are."""

    lead: str = ""
    scale: int = 1
    last: str = ""
    filled: int = 0
    kin: str = ""
    room: int = 0

    def before(self, key: str, size: int) -> bool:
        """Whether the record that comes next begins another file."""
        if not self.filled:
            self.begin(key, size)
            return False
        # Asked of each record of the index: what most are is seen first.
        if self.has_room(key, size):
            self.last = key
            self.filled += size
            return False
        belongs = self.belongs(key)
        is_full = self.is_full(key, size, belongs=belongs)
        if is_full or (self.filled >= LEAST * self.scale and not self.kin and not belongs):
            lead = lead_of(key, self.last)
            if is_full or self.is_ripe(lead):
                self.lead = lead
                self.begin(key, size)
                return True
        self.last = key
        self.filled += size
        return False

    def has_room(self, key: str, size: int) -> bool:
        """Whether the file is too short to end here: it isn't full, and it must not be ripe."""
        return (
            self.filled < LEAST * self.scale
            and self.filled + size <= self.room
            and key.startswith(self.kin)
            and not self.is_other_table(key)
        )

    def begin(self, key: str, size: int) -> None:
        self.last, self.filled = key, size
        is_large = size > MOST * self.scale
        # Inflection may take the last letter: polici, policy.
        self.kin = key[:-1] if is_large and len(key) > SHORT else key if is_large else ""
        self.room = size + KIN if is_large else MOST * self.scale

    def is_full(self, key: str, size: int, *, belongs: bool) -> bool:
        if self.is_other_table(key) or not key.startswith(self.kin):
            return True
        over = self.filled + size - self.room
        return over > 0 and over > self.slack(key, belongs=belongs)

    def is_other_table(self, key: str) -> bool:
        return key[:1] != self.last[:1] and EXACTLY in (key[:1], self.last[:1])

    def slack(self, key: str, *, belongs: bool) -> int:
        """A word's forms, and above all the record that is called so, rather stand together: who
        asks for one asks for the other."""
        if key.startswith(self.last + FILED) and self.filled <= MOST * 3 // 2:
            return MOST
        return MOST // 2 if belongs and not self.kin else 0

    def belongs(self, key: str) -> bool:
        """Does a key go on from the one before, but for its ending?"""
        return key.startswith(self.last[: max(len(self.last) - ENDING, SHORT + 1)])

    def is_ripe(self, lead: str) -> bool:
        """Is it long enough to end before this lead?"""
        if len(lead) <= SHORT:
            return lot(lead) % ONE_IN_SHORT == 0
        one_in = ONE_IN_LONGER if len(lead) == SHORT + 1 else ONE_IN
        return self.filled >= (LEAST + MOST) * self.scale // 2 and lot(lead) % one_in == 0


def lot(lead: str) -> int:
    """A number that looks like chance. The last bits of a checksum alone go with the letters, and
    leads are like each other."""
    return crc32(lead.encode()) * 0x9E3779B1 >> 16 & 0xFFFF


def lead_of(key: str, last: str) -> str:
    """The shortest beginning of a key that comes after the one before it."""
    return key[: len(shared_start(last, key)) + 1]


def first_lead(key: str) -> str:
    """That of a table's first file: all that comes before the second one belongs in it."""
    return EXACTLY if key.startswith(EXACTLY) else ""


def shared_start(one: str, other: str) -> str:
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return one[:length]


def runs(
    records: Iterable[Record],
    key_of: Callable[[Record], str],
    size_of: Callable[[Record], int],
    scale: int = 1,
) -> Iterator[tuple[str, list[Record]]]:
    """Sorted records, a file at a time, with its lead."""
    border = Border(scale=scale)
    run: list[Record] = []
    for record in records:
        key, lead = key_of(record), border.lead
        if border.before(key, size_of(record)):
            yield lead, run
            run = []
        elif not run:
            border.lead = first_lead(key)
        run.append(record)
    if run:
        yield border.lead, run


def table(leads: Iterable[str]) -> str:
    """What leads to files, in order: for each a capital letter for how many UTF-16 units it shares
    with the one before (A is none), and the rest; no lead has one."""
    written, before = [], ""
    for lead in leads:
        shared = shared_start(before, lead)[: len(ascii_uppercase) // 2]
        written.append(ascii_uppercase[units(shared)] + lead[len(shared) :])
        before = lead
    return "".join(written)


def cut(
    records: Iterable[Record], sizes: Iterable[int], target: int = TARGET
) -> Iterator[list[Record]]:
    """Runs of records whose sizes add up to about `target`; a large one stands alone."""
    run: list[Record] = []
    filled = 0
    for record, size in zip(records, sizes, strict=True):
        if run and filled + size > target:
            yield run
            run, filled = [], 0
        run.append(record)
        filled += size
    if run:
        yield run


def starts(chunks: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first record of each chunk."""
    found, count = [], 0
    for chunk in chunks:
        found.append(count)
        count += len(chunk)
    return found


def utf16(key: str) -> bytes:
    """Sorts as JavaScript compares strings."""
    return key.encode("utf-16-be")


def units(text: str) -> int:
    """How long JavaScript takes a string to be: a letter outside the basic plane counts as two."""
    return len(text) if text.isascii() else len(utf16(text)) // 2


def in_order(records: Iterable[Record], key_of: Callable[[Record], str]) -> list[Record]:
    """Sorted by key as `utf16` sorts. Python does the same unless a key has a letter outside the
    basic plane."""
    found = sorted(records, key=key_of)
    if all(key.isascii() or max(key) < BEYOND for key in map(key_of, found)):
        return found
    return sorted(found, key=lambda record: utf16(key_of(record)))


def name(key: str) -> str:
    """What the file of a key is called, 16 hexadecimal digits: FNV-1a, and FNV-1 with another
    start, over UTF-16 units; easily done in any browser."""
    one, two = 0x811C9DC5, 0x9747B28C
    units = utf16(key)
    for high, low in zip(units[::2], units[1::2], strict=True):
        unit = high << 8 | low
        one = (one ^ unit) * 0x01000193 & 0xFFFFFFFF
        two = (two * 0x01000193 & 0xFFFFFFFF) ^ unit
    return f"{one:08x}{two:08x}"
