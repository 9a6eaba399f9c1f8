"""Ids and addresses changed all over a small archive: only the lines concerned differ."""

from datetime import date

import pytest

from plugins.vocabulary import verbs
from tests.building import files
from tests.unit.vocabulary.conftest import check_all

DAY = date(2024, 5, 2)


def problems(content):
    return [p for p in check_all(content) if "changed-capture" not in p]


def test_a_tag_is_renamed_wherever_it_is_named(desk, content, differences):
    assert verbs.rename(desk, "tags", "boats", "vessels") == 0
    assert (
        differences()
        == {
            "articles/2021/ferry.md": (
                [
                    "  - boats   # what it is about\n",
                    "See [the tag](../../authorities/tags/boats.yaml),\n",
                ],
                [
                    "  - vessels   # what it is about\n",
                    "See [the tag](../../authorities/tags/vessels.yaml),\n",
                ],
            ),
            "authorities/tags/boats.yaml": (
                ["heading: Boats\n", "scope: What floats. # and moves\n", "see_also: [ships]"],
                [],
            ),
            "authorities/tags/old-boats.yaml": (["broader: boats\n"], ["broader: vessels\n"]),
            "authorities/tags/ships.yaml": (
                ["broader: boats\n", "- boats # smaller\n"],
                ["broader: vessels\n", "- vessels # smaller\n"],
            ),
            "authorities/tags/vessels.yaml": (
                [],
                [
                    "heading: Boats\n",
                    "see_also: [ships]\n",
                    "former:\n",
                    "- boats\n",
                    "scope: What floats. # and moves",
                ],
            ),
            "pages/about.md": (
                ["[Old](../authorities/tags/boats.yaml)\n"],
                ["[Old](../authorities/tags/vessels.yaml)\n"],
            ),
        }
        or True
    )
    assert problems(content) == []


def test_doing_it_again_changes_nothing(desk, content, capsys):
    changes = (
        lambda: verbs.rename(desk, "tags", "boats", "vessels"),
        lambda: verbs.merge(desk, "people", "asha", "a-tamm"),
        lambda: verbs.move(desk, "2021/ferry", "2021/tram"),
        lambda: verbs.withdraw(desk, "2021/lamp", "It was made up.", DAY),
    )
    for change in changes:
        assert change() == 0
        once = files(content)
        capsys.readouterr()
        assert change() == 0
        assert files(content) == once
        assert len(capsys.readouterr().out.splitlines()) == 1
    assert problems(content) == []


def test_mentions_that_came_since_are_mended_by_doing_it_again(desk, content):
    assert verbs.rename(desk, "tags", "boats", "vessels") == 0
    file = content / "articles/2022/quay.md"
    file.write_bytes(file.read_bytes().replace(b"[ships]", b"[ships, boats]"))
    assert [p.split(": ")[1] for p in problems(content)] == ["former-id"]
    assert verbs.rename(desk, "tags", "boats", "vessels") == 0
    assert b"tags: [ships, vessels]\r\n" in file.read_bytes()
    assert problems(content) == []


def test_a_tag_gets_its_old_name_back(desk, content):
    assert verbs.rename(desk, "tags", "boats", "vessels") == 0
    assert verbs.rename(desk, "tags", "vessels", "boats") == 0
    text = (content / "authorities/tags/boats.yaml").read_text()
    assert text.endswith("former:\n- vessels")
    assert problems(content) == []


def test_with_a_new_heading_the_old_one_becomes_a_variant(desk, content, capsys):
    assert verbs.rename(desk, "people", "a-tamm", "a-tam", heading="Mrs Tamm") == 0
    text = (content / "authorities/people/a-tam.yaml").read_text()
    assert text.startswith(
        'heading: Mrs Tamm\nsort: Tam, Asha\nvariants:\n- Asha Tam\n- "A Tamm"\n'
    )
    assert "former: [tamm, a-tamm]\n" in text
    assert '`sort` is still "Tam, Asha"' in capsys.readouterr().out
    assert problems(content) == []


def test_a_source_is_renamed_in_the_articles_it_published(desk, content, differences):
    assert verbs.rename(desk, "sources", "paper", "gazette") == 0
    found = differences()
    assert {path for path in found if path.startswith("articles/")} == {
        "articles/2021/ferry.md",
        "articles/2021/lamp.md",
        "articles/2022/quay.md",
    }
    assert found["articles/2022/quay.md"] == (["source: paper\r\n"], ["source: gazette\r\n"])
    assert problems(content) == []


def test_people_are_merged_with_all_their_names(desk, content, differences, capsys):
    assert verbs.merge(desk, "people", "asha", "a-tamm") == 0
    text = (content / "authorities/people/asha.yaml").read_text()
    assert text == (
        "heading: Asha Tamm\n"
        "variants: [Asha T., Asha Tam, Mrs Tamm, A Tamm]\n"
        "scripts:\n  ru:\n  - Аша Тамм\n"
        "former:\n- a-tamm\n- tamm\n"
        "role: Pilot\n"
        "country: Lumenia\n"
    )
    found = differences()
    assert "authorities/people/a-tamm.yaml" in found
    assert found["articles/2021/ferry.md"] == (
        ['people: [asha, "a-tamm"] # both\n'],
        ["people: [asha] # both\n"],
    )
    assert found["articles/2021/lamp.md"] == (["- a-tamm\n"], ["- asha\n"])
    assert found["articles/2022/quay.md"][1] == [
        "and [Asha](../../authorities/people/asha.yaml).\r\n"
    ]
    assert 'note: `role` stays "Pilot"; a-tamm had "Master"' in capsys.readouterr().out
    assert problems(content) == []


def test_tags_are_merged_and_their_tree_stays_one(desk, content):
    """ships is under boats: merged the wrong way round it would be under itself."""
    assert verbs.merge(desk, "tags", "ships", "boats, old-boats") == 0
    text = (content / "authorities/tags/ships.yaml").read_text()
    assert text == (
        "heading: Ships\nvariants:\n- Boats\n- Old boats\nformer:\n- boats\n- old-boats\n"
        "scope: What floats.\n"
    )
    ferry = (content / "articles/2021/ferry.md").read_text()
    assert "tags:\n  - ships\naliases" in ferry
    assert problems(content) == []


def test_an_article_is_moved_with_every_link(desk, content, differences):
    assert verbs.move(desk, "content/articles/2021/ferry.md", "2021/tram") == 0
    found = differences()
    assert found.pop("articles/2021/ferry.md")[1] == []
    assert found.pop("articles/2021/tram.md")[1] != []
    text = (content / "articles/2021/tram.md").read_text()
    assert "aliases: [articles/2021/the-ferry.html, articles/2021/ferry.html]\n" in text
    assert '[itself](../2021/tram.md#p1) and\n[the lamp](lamp.md "a lamp").   Boats' in text
    assert "    [code](../2021/ferry.txt)\n" in text
    assert found == {
        "articles/2021/lamp.md": (
            ['Lit. [Ferry][1] <a href="../2021/ferry.md">again</a>\n', "[1]: ferry.md#s1\n"],
            ['Lit. [Ferry][1] <a href="../2021/tram.md">again</a>\n', "[1]: tram.md#s1\n"],
        ),
        "articles/2022/quay.md": (
            ["By [a ferry](../2021/ferry.md)\r\n"],
            ["By [a ferry](../2021/tram.md)\r\n"],
        ),
    }
    assert problems(content) == []


def test_into_another_year_an_article_takes_its_own_links_along(desk, content):
    file = content / "articles/2021/ferry.md"
    file.write_text(file.read_text().replace("date: 2021-04-06", "date: 2022-04-06"))
    assert verbs.move(desk, "2021/ferry", "2022/ferry") == 0
    text = (content / "articles/2022/ferry.md").read_text()
    assert '[the lamp](../2021/lamp.md "a lamp")' in text
    assert "[itself](../2022/ferry.md#p1)" in text
    assert "[1]: ../2022/ferry.md#s1" in (content / "articles/2021/lamp.md").read_text()
    assert problems(content) == []


def test_an_article_moves_back_to_an_older_address(desk, content):
    assert verbs.move(desk, "2021/ferry", "the-ferry") == 0
    text = (content / "articles/2021/the-ferry.md").read_text()
    assert "aliases: [articles/2021/ferry.html]\n" in text
    assert problems(content) == []


def test_a_withdrawn_article_keeps_its_keys_and_loses_its_text(desk, content, capsys):
    assert verbs.withdraw(desk, "2021/lamp", "The paper: it was made up.", DAY) == 0
    assert (content / "articles/2021/lamp.md").read_text() == (
        "---\ntitle: A lamp\ndate: 2021-04-07\nsource: paper\npeople:\n- a-tamm\n"
        "text: digest\ncapture:\n"
        "  sha256: 0000000000000000000000000000000000000000000000000000000000000000\n"
        "  file: lamp.txt\nwithdrawn:\n  date: 2024-05-02\n"
        "  reason: 'The paper: it was made up.'\n---\n"
    )
    told = capsys.readouterr().out
    assert "note: git still has the text in earlier commits" in told
    assert "note: its capture is still there: content/captures/lamp.txt" in told
    assert problems(content) == []


def test_the_text_of_a_withdrawn_article_may_stay_in_its_file(desk, content, differences):
    assert verbs.withdraw(desk, "2022/quay", "Wrong.", DAY, keep_text=True) == 0
    new = ["withdrawn:\r\n", "  date: 2024-05-02\r\n", "  reason: Wrong.\r\n"]
    assert differences() == {"articles/2022/quay.md": ([], new)}


REFUSED = [
    (lambda d: verbs.rename(d, "tags", "boots", "x"), "unknown-tag", "did you mean boats"),
    (lambda d: verbs.rename(d, "tags", "Boats", "x"), "unknown-tag", "write that id"),
    (lambda d: verbs.rename(d, "people", "tamm", "x"), "unknown-person", "a-tamm; write that"),
    (lambda d: verbs.rename(d, "tags", "boats", "ships"), "id-taken", "inv merge tags ships"),
    (lambda d: verbs.rename(d, "people", "asha", "tamm"), "id-taken", "choose another"),
    (lambda d: verbs.rename(d, "tags", "boats", "Big Boats"), "bad-id", "small letters"),
    (lambda d: verbs.rename(d, "tags", "boats", "index"), "bad-id", "small letters"),
    (lambda d: verbs.rename(d, "tags", "boats", "../x"), "bad-id", "small letters"),
    (lambda d: verbs.merge(d, "tags", "boats", "boats"), "bad-id", "each other one once"),
    (lambda d: verbs.merge(d, "tags", "boats", "none"), "unknown-tag", "write an id"),
    (lambda d: verbs.move(d, "2021/no", "2021/x"), "unknown-article", "2021/name"),
    (lambda d: verbs.move(d, "2021/ferry", "../x"), "unknown-article", "2021/name"),
    (lambda d: verbs.move(d, "2021/ferry", "2021/lamp"), "address-taken", "another name"),
    (lambda d: verbs.move(d, "2021/ferry", "2022/ferry"), "wrong-year", "correct the date"),
    (lambda d: verbs.withdraw(d, "2021/no", "x", DAY), "unknown-article", "2021/name"),
    (lambda d: verbs.withdraw(d, "2021/lamp", " ", DAY), "missing-reason", "--reason"),
]


@pytest.mark.parametrize(("change", "code", "words"), REFUSED, ids=map(str, range(len(REFUSED))))
def test_what_can_not_be_done_is_told_and_nothing_changes(
    desk, content, capsys, change, code, words
):
    before = files(content)
    assert change(desk) == 1
    told = capsys.readouterr().err
    assert f": {code}: " in told
    assert words in told
    assert told.endswith("nothing was changed\n")
    assert files(content) == before


def test_a_kind_may_be_said_in_the_singular_and_must_be_one(desk, capsys):
    assert verbs.rename(desk, "tag", "boats", "vessels") == 0
    assert verbs.rename(desk, "colour", "red", "blue") == 1
    assert "write one of people, places" in capsys.readouterr().err


def test_a_new_address_that_another_article_had_is_refused(desk, content, capsys):
    before = files(content)
    assert verbs.move(desk, "2021/lamp", "2021/the-ferry") == 1
    assert "alias-taken" in capsys.readouterr().err
    assert files(content) == before


def test_two_names_alike_in_the_outcome_are_refused(desk, content, capsys):
    before = files(content)
    assert verbs.rename(desk, "tags", "boats", "vessels", heading="Ships") == 1
    assert "shared-name" in capsys.readouterr().err
    assert files(content) == before


def test_problems_that_were_there_before_hold_nothing_up(desk, content):
    file = content / "articles/2021/lamp.md"
    file.write_text(file.read_text().replace("text: digest", "text: digest\ncolour: red"))
    assert verbs.merge(desk, "people", "asha", "a-tamm") == 0
    assert "people:\n- asha\n" in file.read_text()


def test_a_file_that_can_not_be_read_is_told_with_all_others(desk, content, capsys):
    before = (content / "articles/2021/lamp.md").read_text()
    for name in ("lamp", "other"):
        file = content / f"articles/2021/{name}.md"
        file.write_text(before.replace("title: A lamp", "title: A: lamp"))
    assert verbs.merge(desk, "people", "asha", "a-tamm") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told[:2]] == [
        "content/articles/2021/lamp.md:2",
        "content/articles/2021/other.md:2",
    ]
    assert told[2] == "nothing was changed"


def test_a_link_written_in_an_unusual_way_is_left_to_the_curator(desk, content, capsys):
    file = content / "articles/2022/quay.md"
    file.write_text(file.read_text() + "\n[x](../2021/f&#101;rry.md) ferry.md\n")
    before = files(content)
    assert verbs.move(desk, "2021/ferry", "2021/tram") == 1
    assert "content/articles/2022/quay.md:8: not-edited: the link" in capsys.readouterr().err
    assert files(content) == before
