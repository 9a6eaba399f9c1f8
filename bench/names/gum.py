"""News texts with the people in them marked, in CoNLL-U as GUM writes it.

A person is a group of mentions (`Entity=(1-person-...`) one of which has a proper name: the head
of the mention, or what is joined to the head ("team member Rodaba Noori"). What that person is
called is the run of proper nouns there, titles left away; a role alone is no name.
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.archive.authorities import fold
from plugins.archive.names.parts import TITLES
from plugins.archive.names.runs import PARTICLES

NUMERAL = re.compile("[IVX]+")
GLUE = PARTICLES | {"-", "–"}
MARK = re.compile(r"\((\d+)-(\w+)[^()]*(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    tag: str
    head: int
    relation: str
    entity: str
    space: bool


@dataclass(slots=True)
class News:
    """`paragraphs` of running text; `people`: for each person the names it goes by, folded."""

    name: str
    paragraphs: list[str] = field(default_factory=list)
    people: dict[str, set[str]] = field(default_factory=dict)


def read(archive: Path) -> Iterator[News]:
    """The texts of a tar file, by name."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            stream = tar.extractfile(member) if member.name.endswith(".conllu") else None
            if stream is not None:
                yield read_text(Path(member.name).stem, stream.read().decode())


def read_text(name: str, text: str) -> News:
    news = News(name)
    for block in text.split("\n\n"):
        lines = block.strip().split("\n")
        sentence = [token(line) for line in lines if re.match(r"\d+\t", line)]
        if not sentence:
            continue
        words = "".join(each.text + " " * each.space for each in sentence)
        if any(line.startswith("# newpar") for line in lines) or not news.paragraphs:
            news.paragraphs.append(words.strip())
        else:
            news.paragraphs[-1] += " " + words.strip()
        for group, called in named(sentence):
            news.people.setdefault(group, set()).add(called)
    merge(news.people)
    return news


def merge(people: dict[str, set[str]]) -> None:
    """Make one of groups that have a full name in common: the marks know no more of them."""
    for group in sorted(people):
        full = {name for name in people[group] if " " in name}
        for other in sorted(people):
            if other < group and full & people[other]:
                people[other] |= people.pop(group)
                break


def token(line: str) -> Token:
    cells = line.split("\t")
    found = re.search(r"Entity=([^|]+)", cells[9])
    entity = found[1] if found else ""
    return Token(
        cells[1], cells[4], int(cells[6]), cells[7], entity, "SpaceAfter=No" not in cells[9]
    )


def named(sentence: list[Token]) -> Iterator[tuple[str, str]]:
    """(group, name) of each mention of a person that has a proper name."""
    for group, start, end in spans(sentence):
        at = name_in(sentence, start, end)
        if at is None:
            continue
        first, last = reach(sentence, at, start - 1, -1), reach(sentence, at, end, 1)
        words = fold(" ".join(each.text for each in sentence[first : last + 1])).split()
        titles = [number for number, word in enumerate(words[:-1]) if word in TITLES]
        words = words[titles[-1] + 1 :] if titles else words
        if words and words[-1] not in TITLES:
            yield group, " ".join(words)


def reach(sentence: list[Token], at: int, limit: int, step: int) -> int:
    """How far a run of proper nouns goes: hyphens, small particles and numerals ("Zhou En-Lai",
    "Zaha al-Hadid", "Louis XV") are tokens of their own, and belong to a name if more of it
    follows."""
    last = at
    for here in range(at + step, limit, step):
        if proper(sentence[here]) or (step > 0 and NUMERAL.fullmatch(sentence[here].text)):
            last = here
        elif sentence[here].text not in GLUE:
            break
    return last


def name_in(sentence: list[Token], start: int, end: int) -> int | None:
    """The place of a proper noun that is the head of a mention, or joined to it."""
    for head in range(start, end):
        if start <= sentence[head].head - 1 < end:
            continue
        if proper(sentence[head]) and fold(sentence[head].text) not in TITLES:
            return head
        for at in range(start, end):
            joined = sentence[at].relation in ("flat", "appos") and sentence[at].head - 1 == head
            if joined and proper(sentence[at]):
                return at
    return None


def proper(one: Token) -> bool:
    return one.tag == "NNP"


def spans(sentence: list[Token]) -> Iterator[tuple[str, int, int]]:
    """Where each mention of a person stands: its group, its first token, the one after its last."""
    open_: list[tuple[str, str, int]] = []
    for at, each in enumerate(sentence):
        for mark in MARK.finditer(each.entity):
            if mark[1] is None:
                number = next(n for n in reversed(range(len(open_))) if open_[n][0] == mark[4])
                group, kind, start = open_.pop(number)
                if kind == "person":
                    yield group, start, at + 1
            elif mark[3] is not None:
                if mark[2] == "person":
                    yield mark[1], at, at + 1
            else:
                open_.append((mark[1], mark[2], at))
