"""A small archive on disk, and a desk to change it at."""

import pytest

from plugins.checks.desk import check
from plugins.vocabulary.desk import Desk
from tests.archives import write
from tests.building import files

ARTICLES = {
    "2021/ferry": """\
---
# The first of its kind.
title: 'A ferry: old and new'
date: 2021-04-06
source: paper
people: [asha, "a-tamm"] # both
tags:
  - boats   # what it is about
  - ships
  - old-boats
aliases: [articles/2021/the-ferry.html]
---

See [the tag](../../authorities/tags/boats.yaml),
[itself](../2021/ferry.md#p1) and
[the lamp](lamp.md "a lamp").   Boats, `boats` and [boats](https://x.example/boats.yaml).

    [code](../2021/ferry.txt)
""",
    "2021/lamp": """\
---
title: A lamp
date: 2021-04-07
source: paper
people:
- a-tamm
summary: A lamp that is a boat.
highlights:
- One
- Two
text: digest
capture:
  sha256: 0000000000000000000000000000000000000000000000000000000000000000
  file: lamp.txt
---

Lit. [Ferry][1] <a href="../2021/ferry.md">again</a>

[1]: ferry.md#s1
""",
    "2022/quay": """\
---
title: A quay
date: 2022-01-01
source: paper
tags: [ships]
---

By [a ferry](../2021/ferry.md)
and [Asha](../../authorities/people/a-tamm.yaml).
""".replace("\n", "\r\n"),
}
RECORDS = {
    "sources/paper": "heading: The Paper\ndomains: [paper.example]\n",
    "tags/boats": "heading: Boats\nscope: What floats. # and moves\nsee_also: [ships]",
    "tags/ships": "heading: Ships\nbroader: boats\nsee_also:\n- boats # smaller\n- old-boats\n",
    "tags/old-boats": "heading: Old boats\nbroader: boats\n",
    "people/asha": "heading: Asha Tamm\nvariants: [Asha T.]\nrole: Pilot\nsee_also: [a-tamm]\n",
    "people/a-tamm": """\
heading: Asha Tam
sort: Tam, Asha
variants:
- Mrs Tamm
- "A Tamm"
scripts:
  ru: [Аша Тамм]
former: [tamm]
role: Master
country: Lumenia
""",
}


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    for name, text in ARTICLES.items():
        file = write(folder / "articles" / f"{name}.md", "")
        file.write_bytes(text.encode())
    for name, text in RECORDS.items():
        write(folder / "authorities" / f"{name}.yaml", text)
    write(
        folder / "pages" / "about.md",
        "---\ntitle: About\n---\n\n[Old](../authorities/tags/boats.yaml)\n",
    )
    write(folder / "captures" / "lamp.txt", "x")
    assert [p for p in check_all(folder) if "changed-capture" not in p] == []
    return folder


def check_all(folder):
    from plugins.archive.content import read_content

    return [str(problem) for problem in check(read_content(folder))]


@pytest.fixture
def desk(content):
    return Desk(folder=content, check=check, yes=True)


@pytest.fixture
def differences(content):
    """What became of the files since the test began: path to (lines gone, lines new)."""
    before = files(content)

    def compare():
        after = files(content)
        found = {}
        for path in sorted(before.keys() | after.keys()):
            old, new = (
                tree.get(path, b"").decode().splitlines(keepends=True) for tree in (before, after)
            )
            if old != new:
                gone = [row for row in old if row not in new]
                found[path] = (gone, [row for row in new if row not in old])
        return found

    return compare
