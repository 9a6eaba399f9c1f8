"""A web archive with two articles, a front page and a frame."""

from pathlib import Path

import pytest

from plugins.archive import frontmatter
from tests.unit.capture.conftest import Archive, make_archive

from .test_import_pictures import PAGE, PROSE
from .test_warc import Archive as Warc

FRONT = "<html><body><h1>Harbour Post</h1><a href='/a'>Walls</a></body></html>"


def article(title: str) -> str:
    text = PAGE.format(thing="{}", src="/a.jpg", credit="", prose=PROSE.replace("wall", title))
    return text.replace("New walls for Port Ember", f"New {title} for Port Ember").replace(
        "coast/new-walls", f"coast/new-{title}"
    )


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path / "content")


def test_articles_come_in_and_the_rest_is_told(archive: Archive, tmp_path: Path) -> None:
    host = "https://www.harbourpost.example"
    made = (
        Warc()
        .add(f"{host}/", FRONT)
        .add(f"{host}/coast/new-walls", article("walls"), day="2022-03-10T01:00:00Z")
        .add(f"{host}/coast/new-pumps", article("pumps"))
        .add(f"{host}/style.css", "p {}", ("Content-Type", "text/css"))
    )
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(made.data)
    assert archive.take(file, source=None) == 0, archive.said
    found = sorted(archive.folder.glob("articles/*/*.md"))
    assert [path.name for path in found] == [
        "new-pumps-for-port-ember.md", "new-walls-for-port-ember.md",
    ]  # fmt: skip
    values = frontmatter.read(found[1].read_text("utf-8")).values
    assert values["source_url"] == f"{host}/coast/new-walls"
    assert isinstance(values["capture"], dict)
    assert values["capture"]["captured"] == "2022-03-10"
    assert archive.problems() == ()
    assert any(line.startswith(f"passed over: {host}/: {file}:1: no-") for line in archive.said)
    before = archive.files()
    assert archive.take(file, source=None) == 0
    assert archive.files() == before


def test_archive_without_any_article_is_refused(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_bytes(Warc(gzip=False).add("https://www.harbourpost.example/", FRONT).data)
    assert archive.take(file, source=None) == 1
    assert ": no-" in archive.said[0]
    assert not (archive.folder / "articles").exists()
