"""A change of the names: only the files that say something else are made.

Some records are others, or came into use or went out of it. Their words are counted anew, and
then the rows that hang on them; what `naming.build` would make of all records is the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile

from . import beginnings, forms, rows
from .census import Called, Word, Words, given_terms, groups, several, single
from .documents import Name
from .memory import Results, Runs, get_run
from .names import called, shown, singles, titled
from .naming import (
    ALIKE,
    BEGINNINGS,
    CENSUS,
    PUBLISHED,
    ROUTED,
    counts,
    meta,
    named,
    sound_of,
    ways,
)
from .revise import Revision, renewed, revise_forms
from .rows import Rewritten, Row, Rows

# Rows by key as they are now; None for those that are gone.
Changed = dict[str, Row | None]
Record = Callable[[str], Name]


def revise(
    known: Runs, before: Iterable[Name], after: Sequence[Name], record: Record, results: Results
) -> Revision:
    """The files that are others since the names `before` gave way to those `after`; `known` is
    brought up to date. `record` gives the name of an entity that did not change. LookupError if
    something is not remembered any more."""
    tables = {kind: Rows(known[kind], results) for kind in (CENSUS, *PUBLISHED)}
    change = Change(tables, before, after, record)
    before_leads = known.leads
    begun = beginnings.unpack(get_run(results, known[BEGINNINGS][0].digest))
    revision = Revision()
    for kind, changed in change.rows():
        rewrite(kind, tables[kind], changed, known, revision)
    if digits := change.digits():
        revise_forms(known, digits, results, revision)
    begin = change.beginnings(begun)
    known[BEGINNINGS] = []
    known.keep(BEGINNINGS, "", "", beginnings.pack(begin), results)
    others = {kind for kind, leads in known.leads.items() if leads != before_leads[kind]}
    if begin != begun or not others.isdisjoint(ROUTED):
        revision.files.append(meta(known.leads, begin))
    if not others.isdisjoint(ALIKE):
        revision.files.append(ways(known.leads))
    return revision


def rewrite(kind: str, table: Rows, changed: Changed, known: Runs, revision: Revision) -> None:
    """The files of one table; those that are not published are only remembered."""
    real = {key: row for key, row in changed.items() if row != table.find(key)}
    own = Revision()
    for lead, run in renewed(kind, Rewritten(table, real), known, own):
        found = [row for _, row in run]
        known.keep(kind, lead, run[0][0], rows.pack(found), table.results)
        own.files.append((forms.file(kind, lead), found))
    if kind in PUBLISHED:
        revision.files += own.files
        revision.gone += own.gone


class Remembered(Words):
    """Words with the counts of the last build, until they are counted anew."""

    def __init__(self, table: Rows) -> None:
        super().__init__()
        self.table = table

    def __missing__(self, word: str) -> Word:
        row = self.table.find(word)
        self[word] = found = word_of(row) if row else Word()
        return found


def word_of(row: Row) -> Word:
    """What `naming.counts` was given."""
    _, owners, terms, beside, headings = row
    assert isinstance(owners, dict)
    assert isinstance(terms, dict)
    assert isinstance(beside, dict)
    assert isinstance(headings, int)
    return Word(dict(owners), dict(terms), dict(beside), headings)


class Change:
    """What some records change in each table."""

    def __init__(
        self,
        tables: Mapping[str, Rows],
        before: Iterable[Name],
        after: Sequence[Name],
        record: Record,
    ) -> None:
        self.tables = tables
        self.record = record
        self.after = {name.entity: name for name in after}
        self.gone = list(map(called, before))
        self.come = list(map(called, after))
        self.old, self.now = Remembered(tables[CENSUS]), Remembered(tables[CENSUS])
        for each in self.gone:
            self.now.count(each, -1)
        for each in self.come:
            self.now.count(each, 1)
        self.words = {word for each in (*self.gone, *self.come) for word in words_of(each)}
        self.names = self.single_words() | self.several_words()

    def rows(self) -> Iterator[tuple[str, Changed]]:
        """By table, the rows that may be others."""
        yield "names", self.names
        gone: Changed = {each.entity: None for each in self.gone}
        yield "who", gone | {entity: shown(name) for entity, name in self.after.items()}
        yield "sounds", self.sounds()
        yield CENSUS, {word: self.counted(word) for word in self.words}

    def counted(self, word: str) -> Row | None:
        found = self.now[word]
        if min(found.counts) < 0:
            raise LookupError(word)
        return counts(word, found)

    def single_words(self) -> Changed:
        """Rows of the words of these records, and of given names that were spelled like them: a
        way that is new begins and ends at words of theirs."""
        turned = [word for word in self.words if self.old[word].beside != self.now[word].beside]
        words = self.words.union(*groups(turned, self.old).values())
        alike = groups(words, self.now)
        given = given_terms(alike)
        found = {word: single(word, self.now[word], given[alike[word]]) for word in words}
        return {word: named(entry, self.titled) if entry else None for word, entry in found.items()}

    def several_words(self) -> Changed:
        """Rows of names of several words, of these records and their neighbours."""
        found: Changed = {}
        own: dict[str, Mapping[str, str]] = {}
        for key, entities in self.bearers().items():
            for entity in entities - own.keys():
                own[entity] = singles(self.name(entity))
            entry = several(key, entities, self.now, own) if entities else None
            found[key] = named(entry, self.titled) if entry else None
        return found

    def bearers(self) -> dict[str, set[str]]:
        """Who is called so now, by name."""
        found: dict[str, set[str]] = {}
        for each in chain(self.gone, self.come, self.neighbours()):
            for key in each.keys - found.keys():
                row = self.tables["names"].find(key)
                found[key] = set(entities_of(row)) if row else set()
        for each in self.gone:
            for key in each.keys:
                found[key].discard(each.entity)
        for each in self.come:
            for key in each.keys:
                found[key].add(each.entity)
        return found

    def neighbours(self) -> list[Called]:
        """Other records that share a word with nobody now, or did so before."""
        owners = ((self.old[word].owner, self.now[word].owner) for word in self.words)
        found = {owner for pair in owners if pair[0] != pair[1] for owner in pair if owner}
        changed = {each.entity for each in chain(self.gone, self.come)}
        return [called(self.record(entity)) for entity in found - changed]

    def beginnings(self, before: set[str]) -> set[str]:
        """The words that names begin with now."""
        asked = {beginnings.first(key) for key in self.names}
        held = {beginnings.first(key) for key, row in self.names.items() if row}
        held |= {word for word in asked - held if self.begins_another(word)}
        return before - asked | held

    def begins_another(self, word: str) -> bool:
        """Does it begin a name that stays as it was?"""
        keys = self.tables["names"].keys_from(word)
        own = takewhile(lambda key: beginnings.first(key) == word, keys)
        return any(key not in self.names for key in own)

    def name(self, entity: str) -> Name:
        return self.after.get(entity) or self.record(entity)

    def titled(self, entity: str) -> tuple[Name, str]:
        name = self.name(entity)
        return name, titled(name)

    def digits(self) -> dict[str, int | None]:
        """Words that come into the tables of forms or leave them, as those know it."""
        return {word: 0 if now else None for word, now in self.listed() if forms.is_listed(word)}

    def sounds(self) -> Changed:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for word, now in self.listed():
            if not (key := sound_of(word)):
                continue
            if key not in found and (row := self.tables["sounds"].find(key)):
                found[key].update(entities_of(row))
            if now:
                found[key].add(word)
            else:
                found[key].discard(word)
        return {key: [key, sorted(words)] if words else None for key, words in found.items()}

    def listed(self) -> Iterator[tuple[str, bool]]:
        """Words that names are made of now and were not, or the other way round."""
        for word, row in self.names.items():
            if " " in word:
                continue
            before = bool(self.tables["names"].find(word) or self.old[word].headings)
            now = bool(row or self.now[word].headings)
            if before != now:
                yield word, now


def words_of(called: Called) -> Iterator[str]:
    """Everything that is counted of a record."""
    return chain(called.singles, chain.from_iterable(called.given), called.heading)


def entities_of(row: Row) -> list[str]:
    """The list that stands first behind the key of a row."""
    found = row[1]
    assert isinstance(found, list)
    return found
