"""The files of the names, all of them.

    names-...  by key, who-... by entity; `meta` says where each begins
    starts-..., ends-..., sounds-...  for words that are no name as they were typed: all words of
               names from both ends, as a segment has its forms, and by what they sound like;
               `forms` says where each begins, and what sounds like what

The counts of the words of names (`census`) are remembered in the same manner and not published.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..archive.names.sounds import LETTERS, RULES, UNWRITTEN, sound
from . import beginnings, chunks, forms, rows
from .census import Census, Entry, Word
from .chunks import in_order
from .documents import Name
from .names import called, shown, titled
from .rows import Row
from .segment import Named

CENSUS = "census"
PUBLISHED = ("names", "who", "sounds")
# All words that begin a name, in one run.
BEGINNINGS = "beginnings"
TABLES = (CENSUS, *PUBLISHED, *forms.TABLES, BEGINNINGS)
ROUTED, ALIKE = ("names", "who"), (*forms.TABLES, "sounds")
SOUND_FROM = 3

Keep = Callable[[str, str, str, bytes], object]


def build(authorities: Sequence[Name], keep: Keep) -> Iterator[Named]:
    """All files as they get ready; `keep` is called with every run: its kind, its lead, its first
    key, and its rows as bytes."""
    leads: dict[str, list[str]] = {kind: [] for kind in TABLES}
    census = Census(map(called, authorities))
    entries = census.entries()
    known = {name.entity: (name, titled(name)) for name in authorities}
    words = census.listed(entries)
    tables: tuple[tuple[str, Iterable[Row]], ...] = (
        ("names", (named(entry, known.__getitem__) for entry in entries)),
        ("who", in_order(map(shown, authorities), rows.key_of)),
        ("sounds", sounding(words)),
        (CENSUS, in_order(counted(census.words), rows.key_of)),
    )
    for kind, table in tables:
        for lead, run in rows.runs(table):
            leads[kind].append(lead)
            keep(kind, lead, rows.key_of(run[0]), rows.pack(run))
            if kind in PUBLISHED:
                yield forms.file(kind, lead), run
    for kind in forms.TABLES:
        for lead, part in forms.runs(kind, [(word, 0) for word in words if forms.is_listed(word)]):
            text = forms.text(part)
            leads[kind].append(lead)
            keep(kind, lead, part[0][0], text.encode())
            yield forms.file(kind, lead), text
    begin = {beginnings.first(entry.key) for entry in entries}
    keep(BEGINNINGS, "", "", beginnings.pack(begin))
    yield meta(leads, begin)
    yield ways(leads)


def meta(leads: Mapping[str, Sequence[str]], begin: Collection[str]) -> Named:
    """Where each file of names and of records begins, and the words that names begin with."""
    tables: dict[str, object] = {kind: chunks.table(leads[kind]) for kind in ROUTED}
    return "meta", tables | {"begin": beginnings.written(begin)}


def ways(leads: Mapping[str, Sequence[str]]) -> Named:
    """Where each file for mistyped words begins."""
    by_form = {kind: list(leads[kind]) for kind in ALIKE}
    return "forms", by_form | {"unwritten": UNWRITTEN, "letters": LETTERS, "rules": RULES}


def named(entry: Entry, record: Callable[[str], tuple[Name, str]]) -> Row:
    """A thing that is typed by its heading is told here, too: `who` need not be asked. `record`
    gives the name of an entity, and the key of its heading."""
    row: Row = [entry.key, list(entry.entities), list(entry.terms), int(entry.whole)]
    if len(entry.entities) != 1:
        return row
    name, heading = record(entry.entities[0])
    return [*row, *shown(name)[1:]] if heading == entry.key else row


def counted(words: Mapping[str, Word]) -> Iterator[Row]:
    """`[word, owners, terms, beside, headings]`, of words that have any."""
    for key, word in words.items():
        if row := counts(key, word):
            yield row


def counts(key: str, word: Word) -> Row | None:
    if not any(word.counts):
        return None
    ordered = (dict(sorted(each.items())) for each in (word.owners, word.terms, word.beside))
    return [key, *ordered, word.headings]


def sounding(words: Iterable[str]) -> list[Row]:
    """`[sound, [word, ...]]`, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if key := sound_of(word):
            found[key].append(word)
    return [[key, found[key]] for key in sorted(found)]


def sound_of(word: str) -> str:
    """Empty for a word too short to tell."""
    return sound(word) if len(word) >= SOUND_FROM else ""
