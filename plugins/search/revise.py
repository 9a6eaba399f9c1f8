"""An edit in a segment: only the files that say something else are made.

The documents keep their numbers, so the records of the words that an edit brings or takes
change, and no others. What comes out is what `segment.build` would have made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from . import forms, words
from .chunks import name, utf16
from .extracts import Extract
from .forms import Listed
from .lexicon import Change, Changes, Record
from .memory import Memory, Results, Runs, get_run
from .segment import Frame, Named
from .stretches import Run, Stretches, Value
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
    documents = memory.frame.documents() if kinds else {}
    for kind in sorted(kinds):
        before = memory.frame.files_of(kind)
        revision.files += memory.frame.facet(kind, documents[kind])
        revision.gone += sorted(before - memory.frame.files_of(kind))
    revision.files += memory.frame.rest(memory.runs.leads["words"])
    return revision


def revise_lexicon(memory: Memory, changes: Changes, results: Results, revision: Revision) -> None:
    """Files of words; then those of forms that more or fewer documents hold."""
    editing = Words(memory.runs["words"], changes, results)
    for lead, run in renewed("words", editing, memory.runs, revision):
        memory.runs.keep("words", lead, run[0][0], words.pack(run), results)
        revision.files.append((words.file(lead), words.text(run)))
    if editing.digits:
        revise_forms(memory.runs, editing.digits, results, revision)
        revision.files.append(forms.routes(memory.runs.leads))
        revise_frequent(memory.frame, editing.digits, revision)


def revise_frequent(frame: Frame, digits: Mapping[str, int | None], revision: Revision) -> None:
    before = dict(frame.frequent)
    for form, digit in digits.items():
        frame.frequent.pop(form, None)
        if digit is not None and digit >= forms.FREQUENT:
            frame.frequent[form] = digit
    if frame.frequent != before:
        revision.files.append(forms.frequent(frame.frequent))


def revise_forms(
    known: Runs, digits: Mapping[str, int | None], results: Results, revision: Revision
) -> None:
    for kind in forms.TABLES:
        editing = Forms(kind, known[kind], digits, results)
        for lead, run in renewed(kind, editing, known, revision):
            text = forms.text(run)
            known.keep(kind, lead, run[0][0], text.encode(), results)
            revision.files.append((forms.file(kind, lead), text))


def renewed(
    kind: str, editing: Stretches[Value], known: Runs, revision: Revision
) -> Iterator[tuple[str, list[tuple[str, Value]]]]:
    """The new runs of a kind with their leads, to be remembered; those that stay are, and files
    that go noted."""
    before, known[kind] = [run.lead for run in known[kind]], []
    for part in editing.parts():
        if isinstance(part, Run):
            known[kind].append(part)
        else:
            yield part
    gone = set(before) - {run.lead for run in known[kind]}
    revision.gone += sorted(f"{kind}-{name(lead)}" for lead in gone)


class Words(Stretches[Record]):
    """The runs of a lexicon. `digits`: forms whose number of documents is another, as a digit or
    None."""

    def __init__(
        self, runs: Sequence[Run], changes: Mapping[str, Change], results: Results
    ) -> None:
        super().__init__(runs, changes)
        self.changes = changes
        self.results = results
        self.digits: dict[str, int | None] = {}

    def size(self, key: str, value: Record) -> int:
        return words.size(key, value)

    def records(self, place: int) -> list[Keyed]:
        before = words.unpack(get_run(self.results, self.runs[place].digest)) if self.runs else []
        found = dict(before)
        keys = self.keys.get(place, ())
        for key in sorted(keys):
            old = found.get(key, Record())
            found[key] = new = self.changes[key].apply(old)
            self.note(key, old, new)
        kept = [(key, record) for key, record in found.items() if record]
        return sorted(kept, key=lambda pair: utf16(pair[0])) if keys else before

    def note(self, key: str, old: Record, new: Record) -> None:
        """What a change of a record changes elsewhere."""
        before, after = forms.digit(key, old), forms.digit(key, new)
        if before != after:
            self.digits[key] = after


class Forms(Stretches[int]):
    """The runs of a table of forms. `digits`: for each form its new digit, or None."""

    def __init__(
        self, kind: str, runs: Sequence[Run], digits: Mapping[str, int | None], results: Results
    ) -> None:
        turn = forms.TABLES[kind]
        self.digits = {turn(form): digit for form, digit in digits.items()}
        super().__init__(runs, self.digits)
        self.results = results

    def size(self, key: str, value: int) -> int:
        return forms.size((key, value))

    def before(self, place: int) -> list[Listed]:
        return forms.read(get_run(self.results, self.runs[place].digest).decode())

    def records(self, place: int) -> list[Listed]:
        before = self.before(place) if self.runs else []
        keys = self.keys.get(place, ())
        if not keys:
            return before
        found: dict[str, int | None] = dict(before)
        found |= {key: self.digits[key] for key in keys}
        return sorted((form, digit) for form, digit in found.items() if digit is not None)
