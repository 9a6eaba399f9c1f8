"""A small archive in a folder, and what its pages show."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from tests.sites import SITE

ARTICLE = """---
title: Ministers meet
date: 2021-04-06T15:28:00+05:30
source: gazette
{front}
---

{body}
"""


@pytest.fixture
def site():
    return SITE


@pytest.fixture
def site_with_address():
    return replace(SITE, url="https://example.org/c")


@pytest.fixture
def archive(tmp_path):
    """archive({"2021/a": "text: digest"}, body=...): a Library of articles by front matter."""

    def make(articles: dict[str, str], body: str = "The text.", images=()) -> Library:
        content = tmp_path / "content"
        write(content / "authorities/sources/gazette.yaml", SOURCE)
        write(content / "authorities/people/ann-lee.yaml", "heading: Ann Lee\nsort: Lee, Ann\n")
        write(content / "authorities/tags/trade.yaml", "heading: Trade\nscope: Buying, selling.\n")
        for id_, front in articles.items():
            text = ARTICLE.format(front=front.strip("\n"), body=body)
            write(content / f"articles/{id_}.md", text)
        for image in images:
            write(content / f"images/{image}", "bytes")
        found = read_content(content)
        assert not found.problems, found.problems
        return Library.of(found)

    return make


SOURCE = "heading: The Gazette\ncountry: India\ntimezone: Asia/Kolkata\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
