"""What a reviewer may want to add: tags whose names occur, names that no record has.

A person whose name is that of a record in another spelling, as sure as can be, is taken as that
person (`Near.sure`). All else is proposed, with the sentence it stands in and how sure it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from ..archive.authorities import fold, names
from ..archive.model import SINGULAR, Authority
from ..archive.names.letters import plain
from ..archive.names.people import SURE, Named, named
from ..archive.slugs import cut, numbered
from .mentions import KINDS, Form, Mention, Mentions, accept, in_words, settle
from .sentences import sentence
from .spellings import Near, Spellings
from .words import Word

MOST = 40  # that are told
CONSIDERED = 300  # names of a text that are looked for among the records


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that no record has, of some kind; `near` is a record that may be meant all the same.

    `id` is one that a record of it may have; `line` and `sentence` are where it stands first.
    """

    id: str
    named: Named
    line: int
    sentence: str
    near: Near | None

    @property
    def path(self) -> str:
        """Where its record belongs, in the content folder."""
        return f"authorities/{self.named.kind}/{self.id}.yaml"

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked: only of people, and of those with no namesake."""
        return self.named.kind == "people" and self.named.score >= SURE and self.near is None


def tags(passages: list[tuple[Word, ...]], records: Mapping[str, Authority]) -> Iterator[str]:
    """Ids of the tags whose heading or a variant stands in the text."""
    texts = [" " + " ".join(word.folded for word in words) + " " for words in passages]
    for id_, record in sorted(records.items()):
        wanted = [" ".join(in_words(name.text)) for name in names(record)]
        if any(f" {name} " in text for name in wanted if name for text in texts):
            yield id_


def new_names(
    passages: list[tuple[Word, ...]],
    found: Mentions,
    authorities: Mapping[str, Mapping[str, Authority]],
) -> Iterator[NewName]:
    """Names outside those of records; the ones spelled otherwise are put among `found`."""
    spellings = Spellings(authorities)
    new: list[NewName] = []
    used = {kind: set(authorities[kind]) for kind in KINDS}
    subjects = {
        fold(name.text)
        for kind in ("tags", "sources")
        for record in authorities.get(kind, {}).values()
        for name in names(record)
    }
    for each in named(passages)[:CONSIDERED]:
        if is_known(each, found) or fold(each.heading) in subjects:
            continue
        near = spellings.nearest(each.kind, each.heading)
        if near is not None and near.sure:
            take(each, near, passages, found)
        else:
            place = each.places[0]
            words = passages[place.passage]
            shown = sentence(words, place.start, place.end)
            line = words[place.start].line
            new.append(NewName(free_id(each, used), each, line, shown, near))
    resettle(found)
    yield from sorted(new, key=lambda each: KINDS.index(each.named.kind))[:MOST]


def free_id(each: Named, used: dict[str, set[str]]) -> str:
    """An id that no record of its kind has."""
    name = cut(plain(each.heading).split()) or SINGULAR[each.kind]
    id_ = next(n for number in count(1) if (n := numbered(name, number)) not in used[each.kind])
    used[each.kind].add(id_)
    return id_


def is_known(each: Named, found: Mentions) -> bool:
    """Whether a name touches one that a record has; a surname alone may be another's."""
    longest = max(place.end - place.start for place in each.places)
    return any(
        any(found.spans[place.passage][place.start : place.end])
        for place in each.places
        if place.end - place.start == longest
    )


def take(each: Named, near: Near, passages: list[tuple[Word, ...]], found: Mentions) -> None:
    """Take a name for a record's, and say how it is spelled."""
    why = f"{near.score:.2f}, {near.why}" if near.why else f"{near.score:.2f}"
    mention(each, near.id, why, passages, found)


def mention(
    each: Named, id_: str, why: str, passages: list[tuple[Word, ...]], found: Mentions
) -> None:
    """Put all places of a name among what was found."""
    for place in each.places:
        words = passages[place.passage][place.start : place.end]
        if any(found.spans[place.passage][place.start : place.end]):
            continue
        text = "".join(word.gap + word.text for word in words)[len(words[0].gap) :]
        text = " ".join(text.split())
        form = Form(tuple(word.folded for word in words), each.kind, id_, text)
        accept(found, Mention(text, words[0].line, (form,), why), form)
        found.spans[place.passage][place.start : place.end] = [True] * len(words)
    found.close()


def resettle(found: Mentions) -> None:
    """A surname that was in doubt may have found its full name."""
    doubtful, found.doubtful = found.doubtful, []
    for mention, _ in doubtful:
        settle(found, mention)
    found.close()
