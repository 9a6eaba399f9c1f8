"""Names that no record has, as authority records that are ready to be edited.

All proposals of a capture stand in one file beside its report, `<slug>.names.yaml`, a record
after the other with how sure it is and the sentence as a comment. With `--records` the sure ones
become records in `content/authorities/` at once, without the sentence: it is somebody else's.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..archive import frontmatter
from ..archive.characters import one_line
from ..archive.model import AUTHORITIES, SINGULAR, Authority
from ..archive.names.given import is_given
from ..archive.names.letters import plain
from ..archive.names.people import Named
from ..archive.names.runs import PARTICLES
from ..archive.reading import read_record
from ..archive.yaml_lines import Value, dump, scalar
from .mentions import Mentions
from .proposals import NewName, mention
from .words import Word

LATIN = 0x24F  # the last letter of what any Latin alphabet needs


def names_file(new: Iterable[NewName]) -> str:
    """The file of all proposals, a YAML document each; empty if there are none."""
    return "---\n".join(entry(each) for each in new)


def entry(new: NewName) -> str:
    """One record, below what a curator should know of it."""
    comments = "".join(f"# {one_line(line)}\n" for line in told(new))
    return comments + record(new.named)


def accepted(
    authorities: Mapping[str, dict[str, Authority]],
    new: Iterable[NewName],
    passages: list[tuple[Word, ...]],
    found: Mentions,
) -> dict[str, str]:
    """Records of the sure names, by path in the content folder; they are among the authorities
    from now on, and their names among what was found."""
    added: dict[str, str] = {}
    for each in new:
        if not each.is_sure:
            continue
        text = f"# Proposed by an import ({each.named.score:.2f}); look it over.\n"
        text += record(each.named)
        values, _ = frontmatter.read_yaml(text)
        made, faults = read_record(AUTHORITIES[each.named.kind], values)
        assert made is not None
        assert not faults
        authorities[each.named.kind][each.id] = made
        mention(each.named, each.id, f"new record, {each.named.score:.2f}", passages, found)
        added[each.path] = text
    return added


def told(new: NewName) -> Iterator[str]:
    yield f"content/{new.path}"
    yield f"{sureness(new)}: {'; '.join(new.named.why)}"
    yield f"line {new.line}: {new.sentence}"
    if new.near:
        yield f"may be {new.near.kind}/{new.near.id}, {new.near.score:.2f}: {new.near.why}"


def sureness(new: NewName) -> str:
    """What kind of thing it is, and how sure that is."""
    return f"{SINGULAR[new.named.kind]}, {new.named.score:.2f}{', sure' if new.is_sure else ''}"


def record(named: Named) -> str:
    """The lines of a record: only what the text says. What is a guess is a comment."""
    values: dict[str, Value] = {"heading": named.heading}
    sort, known = filed(named)
    if known:
        values["sort"] = sort
    values["variants"] = [form for form, _ in named.forms if form != named.heading and " " in form]
    guess = f"# sort: {scalar(sort)}\n" if sort and not known else ""
    return dump(values) + guess + in_other_script(named)


def in_other_script(named: Named) -> str:
    if any(char.isalpha() and ord(char) > LATIN for char in named.heading):
        return "# scripts: write the heading in Latin letters, and what is printed here\n"
    return ""


def filed(named: Named) -> tuple[str, bool]:
    """The form a person is filed under, and whether it is known which word is the surname."""
    words = named.heading.split()
    if named.kind != "people" or len(words) < 2:
        return "", False
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    first = plain(words[0])
    known = is_given(first) or (len(first) == 1 and words[0].endswith("."))
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}", known
