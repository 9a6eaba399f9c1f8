"""A file edited in place: the value is another, and every other byte is the same."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from plugins.archive import frontmatter
from plugins.archive.yaml_lines import scalar
from plugins.vocabulary.sheet import Sheet, StubbornError

ORDER = ("heading", "sort", "variants", "scripts", "see_also", "note", "former", "broader")
IDS = ("war", "air", "sea", "old", "far-sea", "1984")
NEW = {"old": "sea", "air": "sky"}

SPACES = st.sampled_from(["", " ", "  "])
COMMENTS = st.sampled_from(["", " # a word", "   # - old"])
BETWEEN = st.sampled_from(["", "\n", "# see old: [old]\n", "  # indented\n"])


def quoted(id_, quote):
    return f"{quote}{id_}{quote}" if quote else scalar(id_)


@st.composite
def lists(draw, key="tags"):
    """A list as curators write them: the text, and its ids."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1, max_size=5))
    quotes = [draw(st.sampled_from(["", "'", '"'])) for _ in ids]
    items = [quoted(id_, quote) for id_, quote in zip(ids, quotes, strict=True)]
    if draw(st.booleans()):
        comma = draw(st.sampled_from([", ", ",", " , ", ",\n    "]))
        return f"{key}: [{comma.join(items)}]{draw(COMMENTS)}\n", ids
    indent, gap = draw(SPACES), draw(st.sampled_from([" ", "   "]))
    rows = [
        f"{draw(BETWEEN)}{indent}-{gap}{item}{draw(COMMENTS)}\n" for item in items
    ]  # a comment or an empty line may stand between two items
    return f"{key}:{draw(COMMENTS)}\n{''.join(rows)}", ids


@st.composite
def files(draw):
    """An article's file with a list of tags somewhere in it, and the ids in the list."""
    written, ids = draw(lists())
    note = draw(
        st.sampled_from(["plain old", "'it''s # old'", "|\n  old\n\n  - air\n", ">-\n  old\n"])
    )
    before = f"title: {note}\n".replace("\n\n\n", "\n\n")
    yaml = draw(BETWEEN) + before.rstrip("\n") + "\n" + draw(BETWEEN) + written + draw(BETWEEN)
    yaml += f"source:   mint{draw(COMMENTS)}\n" * draw(st.integers(0, 1))
    body = draw(st.sampled_from(["", "\n- old\n\ntags: [old]\n", "\n\nText --- old", "\n"]))
    text = f"---\n{yaml}---{draw(SPACES)}\n{body}"
    mark = draw(st.sampled_from(["", "\ufeff"]))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return (mark + text.replace("\n", ends)).encode(), ids


def sheet_of(data, *, is_record=False):
    return Sheet.of(data, is_record=is_record)


def changed_lines(before, after):
    """Lines that are gone and lines that are new."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    gone = [row for tag, i, j, _, _ in steps if tag != "equal" for row in old[i:j]]
    come = [row for tag, _, _, i, j in steps if tag != "equal" for row in new[i:j]]
    return gone, come


@settings(max_examples=300, deadline=None)
@given(files())
def test_ids_are_replaced_and_nothing_else_is(file):
    data, ids = file
    sheet = sheet_of(data)
    assert sheet.data == data
    after = sheet.substitute(("tags",), NEW)
    expected = list(dict.fromkeys(NEW.get(id_, id_) for id_ in ids))
    assert sorted(after.values["tags"]) == sorted(expected)
    assert {**after.values, "tags": 0} == {**sheet.values, "tags": 0}
    assert after.body == sheet.body
    gone, come = changed_lines(data, after.data)
    # Between brackets the comma of the line above goes, too.
    assert all(b"old" in row or b"air" in row or row.strip().endswith(b",") for row in gone)
    assert len(come) <= len(gone)
    if "old" not in ids and "air" not in ids:
        assert after.data == data
    assert after.substitute(("tags",), NEW).data == after.data


@settings(max_examples=200, deadline=None)
@given(files())
def test_what_is_added_to_a_list_is_all_that_is_new(file):
    data, ids = file
    sheet = sheet_of(data)
    after = sheet.append(("tags",), ["a, b", "new"])
    assert after.values["tags"] == [*ids, "a, b", "new"]
    added = len(after.data) - len(data)
    without = (after.data[:at] + after.data[at + added :] for at in range(len(data) + 1))
    assert data in without, "more than one stretch is new"


@settings(max_examples=200, deadline=None)
@given(files())
def test_a_key_is_added_and_taken_out_without_a_trace(file):
    data, _ = file
    sheet = sheet_of(data)
    order = ("title", "aliases", "source")
    added = sheet.append(("aliases",), ["articles/2021/x.html"], order)
    gone, come = changed_lines(data, added.data)
    assert gone == []
    ends = b"\r\n" if b"\r\n" in data else b"\n"
    assert b"".join(come) == b"aliases:" + ends + b"- articles/2021/x.html" + ends
    assert added.remove(("aliases",)).data == data


@settings(max_examples=200, deadline=None)
@given(files())
def test_another_reader_finds_the_same_values_and_all_comments(file):
    data, _ = file
    after = sheet_of(data).substitute(("tags",), NEW).append(("tags",), ["new"])
    yaml = after.text[slice(*after.span)]
    others = YAML(typ="rt").load(yaml)
    assert [str(item) for item in others["tags"]] == after.values["tags"]
    for comment in (b"# see old: [old]", b"  # indented"):
        assert after.data.count(comment) == data.count(comment)


RECORD = """\
# The record of a war.
heading: "War"   # as filed
variants: [Wars, 'the war']
scripts: {ru: [Война], hi: [युद्ध]}
see_also:
  - air   # above
  - sea
note: >
  Folded
  words.

broader: old"""


def test_a_record_without_a_last_line_end_keeps_none():
    sheet = sheet_of(RECORD.encode(), is_record=True)
    after = sheet.append(("former",), ["peace"], ORDER)
    assert after.text == RECORD.replace("\n\nbroader", "\nformer:\n- peace\n\nbroader")
    assert after.substitute(("broader",), {"old": "new"}).text.endswith("\nbroader: new")
    assert sheet.remove(("broader",)).text == RECORD.removesuffix("\nbroader: old")
    assert sheet.remove(("see_also",)).text == RECORD.replace(
        "see_also:\n  - air   # above\n  - sea\n", ""
    )


def test_values_in_brackets_and_braces_are_edited_there():
    sheet = sheet_of(RECORD.encode(), is_record=True)
    after = sheet.append(("variants",), ["War, the", "A: b"])
    assert "variants: [Wars, 'the war', 'War, the', 'A: b']\n" in after.text
    after = sheet.append(("scripts", "ru"), ["Бой"]).set(("scripts", "uk"), ["Війна"])
    assert "scripts: {ru: [Война, Бой], hi: [युद्ध], uk: [Війна]}\n" in after.text
    after = sheet.set(("heading",), "A war")
    assert 'heading: "A war"   # as filed\n' in after.text
    after = sheet.set(("heading",), "1984")
    assert "heading: '1984'   # as filed\n" in after.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see_also:\nheading: X\n", "see_also:\n- new\nheading: X\n"),
        ("heading: X\nsee_also: # none\n", "heading: X\nsee_also: # none\n- new\n"),
        ("heading: X\nsee_also: ~\n", "heading: X\nsee_also: [new]\n"),
        ("heading: X\nsee_also: []", "heading: X\nsee_also: [new]"),
        ("heading: X\nsee_also: [a,]\n", "heading: X\nsee_also: [a, new,]\n"),
        ("heading: |-\n  X\n\n\n", "heading: |-\n  X\nsee_also:\n- new\n\n\n"),
        ("{heading: X}\n", "{heading: X, see_also: [new]}\n"),
    ],
)
def test_a_list_begins_wherever_its_key_is(before, after):
    sheet = sheet_of(before.encode(), is_record=True)
    assert sheet.append(("see_also",), ["new"], ORDER).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("heading: X\nsee_also: [a, old, b]\n", "heading: X\nsee_also: [a, b]\n"),
        ("heading: X\nsee_also: [old, a]\n", "heading: X\nsee_also: [a]\n"),
        ("heading: X\nsee_also: [a, old]\n", "heading: X\nsee_also: [a]\n"),
        ("heading: X\nsee_also: [old]\n", "heading: X\n"),
        ("heading: X\nsee_also:\n- old\n# kept\n", "heading: X\n# kept\n"),
        ("see_also:\n- old # gone\n- a\nheading: X\n", "see_also:\n- a\nheading: X\n"),
    ],
)
def test_what_goes_leaves_the_rest_as_it_was(before, after):
    sheet = sheet_of(before.encode(), is_record=True)
    assert sheet.substitute(("see_also",), {}, without=["old"]).text == after


@pytest.mark.parametrize(
    "text",
    [
        "heading: X\nsee_also: [a, # first\n  old]\n",
        "heading: X\nsee_also:\n-\n  old\n- a\n",
    ],
)
def test_what_can_not_be_edited_by_itself_is_refused(text):
    sheet = sheet_of(text.encode(), is_record=True)
    with pytest.raises(StubbornError):
        sheet.substitute(("see_also",), {}, without=["old"])


def test_a_file_that_can_not_be_read_is_told_where():
    with pytest.raises(frontmatter.FrontMatterError) as error:
        sheet_of(b"---\ntitle: a: b\n---\n")
    assert (error.value.line, error.value.code) == (2, "bad-yaml")
