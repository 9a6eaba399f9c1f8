"""What the last build took in serves as well as the content itself, and only where it is that."""

from dataclasses import asdict
from shutil import copytree

import pytest

from plugins.archive.content import read_content
from plugins.stats import held as room
from plugins.stats.figures import figures
from plugins.stats.held import content_of, held
from tests.archives import write, write_article
from tests.building import GOOD, build_site


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A content folder that was built, with a draft, a withdrawn article and a gone address."""
    folder = tmp_path_factory.mktemp("built")
    content = copytree(GOOD, folder / "content")
    write(
        content / "links.yaml",
        'gone:\n- {url: "https://paper.example/x", since: 2026-05-01, why: 410 Gone}\n',
    )
    build_site(content, folder)
    return folder


@pytest.fixture
def folder(built, tmp_path):
    """The same, to change. Copies keep their times, and bytes are compared where they don't."""
    for name in ("content", "cache"):
        copytree(built / name, tmp_path / name)
    return tmp_path


def test_the_figures_are_the_same_either_way(folder):
    taken = held(folder / "content", folder / "cache")
    assert taken is not None
    assert asdict(figures(taken)) == asdict(figures(read_content(folder / "content")))
    assert taken.gone.keys() == {"https://paper.example/x"}


@pytest.mark.parametrize(
    "change",
    [
        lambda content: write_article(content, "2021/new", "Text."),
        lambda content: (content / "links.yaml").unlink(),
        lambda content: write(content / "articles/2021/bad.md", "no front matter"),
    ],
    ids=["added", "removed", "faulty"],
)
def test_other_content_is_read(folder, change):
    change(folder / "content")
    assert held(folder / "content", folder / "cache") is None
    found = figures(content_of(folder / "content", folder / "cache"))
    assert asdict(found) == asdict(figures(read_content(folder / "content")))


def test_a_store_of_other_code_is_left_alone(folder, monkeypatch):
    monkeypatch.setattr(room, "code_version", lambda: "another")
    assert held(folder / "content", folder / "cache") is None


@pytest.mark.parametrize("damage", ["none", "stamp", "bytes"])
def test_a_store_that_is_not_as_it_was_left_is_not_used(folder, damage):
    store = folder / "cache" / "store.sqlite"
    if damage == "none":
        store.unlink()
    elif damage == "stamp":
        store.with_suffix(".stamp").unlink()
    else:
        store.write_bytes(b"nothing")
    assert held(folder / "content", folder / "cache") is None
    assert content_of(folder / "content", folder / "cache").articles
