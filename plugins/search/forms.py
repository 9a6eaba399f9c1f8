"""Every form of a segment twice, in order of its beginning and of its end: for typing errors.

One mistake in a word leaves its first or its last letters as they are, so what was meant is
among the forms that begin alike or end alike. The lexicon has them too, but with everything
else; here are a few hundred to a file.

    starts-...  forms in order; ends-... in order of their letters turned round: "vorval"
    forms       the lead of each of these files

A record is a capital letter for how many letters it shares with the one before (A is none), the
rest of the form, and a digit d where 2^d to 2^(d+1) - 1 documents hold it. No form has either:
those with other signs than letters are left out, and so are very short and very long ones. None
has a letter outside the basic plane, so Python and JavaScript count and sort letters alike.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from string import ascii_uppercase

from . import chunks
from .chunks import name, shared_start
from .folding import MARKS
from .lexicon import Record

LEAST, MOST = 3, 24
LAST_LETTER = "\uffff"
LETTERS = re.compile(rf"(?:[^\W\d_]|[{MARKS}])+")
CODED = re.compile(r"([A-Z])([^0-9]*)([0-9])")
# The largest digit: of 512 documents or more.
LARGEST = 9
# From 64 on a form is what somebody may have meant who typed a rare one.
FREQUENT = 6

# A form as its table sorts it, and how many documents hold it, as a digit.
Listed = tuple[str, int]


def as_is(form: str) -> str:
    return form


def turned(form: str) -> str:
    """From its last letter."""
    return form[::-1]


TABLES: dict[str, Callable[[str], str]] = {"starts": as_is, "ends": turned}


def is_listed(key: str) -> bool:
    """Whether a form is a word that somebody may have meant."""
    if not LEAST <= len(key) <= MOST:
        return False
    letters = key.isalpha() or LETTERS.fullmatch(key) is not None
    return letters and (key.isascii() or max(key) <= LAST_LETTER)


def digit(key: str, record: Record) -> int | None:
    """How many documents hold a form; None for a record that is no form, or not listed."""
    return min(record.met.bit_length() - 1, LARGEST) if record.met and is_listed(key) else None


def listed(records: Iterable[tuple[str, Record]]) -> Iterator[Listed]:
    """The forms among the records of a lexicon."""
    for key, record in records:
        found = digit(key, record)
        if found is not None:
            yield key, found


def runs(kind: str, forms: Iterable[Listed]) -> Iterator[tuple[str, list[Listed]]]:
    """The runs of a table, a file each with its lead, out of forms in any order."""
    turn = TABLES[kind]
    ordered = sorted((turn(form), digit) for form, digit in forms)
    return chunks.runs(ordered, itemgetter(0), size)


def size(one: Listed) -> int:
    """Half of what it would take as it is: so files are twice as long as others, and half as many
    lead to them."""
    return len(one[0]) // 2 + 1


def file(kind: str, lead: str) -> str:
    """The file with this lead."""
    return f"{kind}-{name(lead)}"


def text(run: Iterable[Listed]) -> str:
    """What a file says; the store keeps the same."""
    written = []
    before = ""
    for form, digit in run:
        shared = len(shared_start(before, form))
        written.append(f"{ascii_uppercase[shared]}{form[shared:]}{digit}")
        before = form
    return "".join(written)


def frequent(forms: Mapping[str, int]) -> tuple[str, str]:
    """The file of all that many documents hold."""
    return "frequent", text(sorted(forms.items()))


def routes(leads: Mapping[str, Sequence[str]]) -> tuple[str, object]:
    """The file that says where each file of a table begins."""
    return "forms", {kind: list(leads[kind]) for kind in TABLES}


def read(written: str) -> list[Listed]:
    """What `text` was given."""
    found = []
    form = ""
    for capital, rest, digit in CODED.findall(written):
        form = form[: ascii_uppercase.index(capital)] + rest
        found.append((form, int(digit)))
    return found
