"""An edit in a segment: only the files that say something else are made.

The documents keep their numbers, so the records of the words that an edit brings or takes
change, and no others. What comes out is what `segment.build` would have made.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import words
from .chunks import Border, utf16
from .extracts import Extract
from .lexicon import Change, Changes, Record
from .memory import Memory, Results, Run, get_run, put_run
from .segment import Named
from .words import Keyed


@dataclass(frozen=True, slots=True)
class Edit:
    """A document that says something else under the same number."""

    number: int
    before: Extract
    after: Extract


@dataclass(slots=True)
class Revision:
    """Files to write and the names of those that are gone."""

    files: list[Named] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def revise(memory: Memory, edits: Iterable[Edit], results: Results) -> Revision:
    """The files that edits change, but for cards and texts; `memory` is brought up to date.
    LookupError if something is not remembered any more."""
    changes, kinds = Changes(), set[str]()
    for edit in edits:
        changes.replace(edit.number, edit.before.analysis, edit.after.analysis)
        kinds |= {kind for kind, _, _ in set(edit.before.labels) ^ set(edit.after.labels)}
        memory.frame.put(edit.number, edit.after)
    revision = Revision()
    revise_lexicon(memory, changes, results, revision)
    for kind in sorted(kinds):
        before = len(memory.frame.starts[kind])
        revision.files += memory.frame.facet(kind)
        after = len(memory.frame.starts[kind])
        revision.gone += [f"{kind}-{number}" for number in range(after, before)]
    revision.files += memory.frame.rest(memory.first_keys)
    return revision


def revise_lexicon(memory: Memory, changes: Changes, results: Results, revision: Revision) -> None:
    editing = Editing(memory.runs, changes, results)
    before, memory.runs = memory.first_keys, []
    for part in editing.parts():
        if isinstance(part, list):
            revision.files.append((words.file(part[0][0]), words.text(part)))
            memory.runs.append(put_run(results, part))
        else:
            memory.runs.append(part)
    revision.files += editing.lists
    gone = set(before) - set(memory.first_keys)
    revision.gone += sorted([*map(words.file, gone), *map(words.list_file, editing.short)])


class Editing:
    """Walks the runs of a lexicon, changes records, and cuts on until borders are where they
    were. `lists`: long lists that changed; `short`: keys that have no long list any more."""

    def __init__(
        self, runs: Sequence[Run], changes: Mapping[str, Change], results: Results
    ) -> None:
        self.runs = runs
        self.changes = changes
        self.results = results
        self.lists: list[Named] = []
        self.short: list[str] = []
        firsts = [utf16(key) for key, _ in runs]
        self.keys: dict[int, list[str]] = defaultdict(list)
        for key in changes:
            self.keys[max(bisect_right(firsts, utf16(key)) - 1, 0)].append(key)

    def parts(self) -> list[Run | list[Keyed]]:
        """Runs as they were, and new ones as their records."""
        found: list[Run | list[Keyed]] = []
        place = 0
        while place < len(self.runs) or (self.changes and not self.runs and not found):
            if place not in self.keys:
                found.append(self.runs[place])
                place += 1
                continue
            # Where the first key changes, so may the border before it.
            if found and self.runs[place][0] in self.changes:
                found.pop()
                place -= 1
            stretch, place = self.stretch(place)
            found += stretch
        return found

    def stretch(self, place: int) -> tuple[list[list[Keyed]], int]:
        """New runs from here to the next border that stays, and where that is."""
        border, new = Border(), [list[Keyed]()]
        while True:
            for number, (key, record) in enumerate(self.records(place)):
                if border.before(key, words.size(key, record)):
                    if number == 0 and place not in self.keys:
                        return new, place
                    new.append([])
                new[-1].append((key, record))
            place += 1
            if place >= len(self.runs):
                return [run for run in new if run], place

    def records(self, place: int) -> list[Keyed]:
        """The records of a run as they are now."""
        before = get_run(self.results, self.runs[place][1]) if self.runs else []
        found = dict(before)
        keys = self.keys.get(place, ())
        for key in sorted(keys):
            old = found.get(key, Record())
            new = self.changes[key].apply(old)
            found[key] = new
            if new.is_long and self.changes[key].documents:
                self.lists.append((words.list_file(key), new.written))
            elif old.is_long and not new.is_long:
                self.short.append(key)
        kept = [(key, record) for key, record in found.items() if record]
        return sorted(kept, key=lambda pair: utf16(pair[0])) if keys else before
