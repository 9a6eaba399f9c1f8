"""The handbook says what works: each of its commands is typed here, each of its edits made."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.handbook import PAGES, Curator, begin_again, blocks, make_clone

SEED = ROOT.parent / "shared" / "seeds" / "000_bfda35425ed8c143.txt"
SEED_ADDRESS = "2021/discussed-defence-cooperation-weapons-manufacturing-in-india"
NAMES = sorted(path.name for path in PAGES.glob("*.md"))
# Verbs of those who work on the program, not on the content.
OF_PROGRAMMERS = re.compile("bench.*|docs|golden|lint|test")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".venv/requirements.lock").exists(), reason=".venv is made by `make build`"
)


@pytest.fixture(scope="module")
def only_clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clone(tmp_path_factory.mktemp("handbook"))


@pytest.fixture
def clone(only_clone: Path) -> Path:
    begin_again(only_clone, at="the-archive-as-it-is")
    Curator(only_clone).must("git push --quiet --force origin main")
    return only_clone


@pytest.mark.parametrize("name", NAMES)
def test_page_says_what_happens(name, clone):
    Curator(clone).follow(name)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("```sh\nfalse\n```", "exit code 1"),
        ("```sh fails\ntrue\n```", "exit code 0"),
        ("```sh\nfalse\ntrue\n```", "exit code 1"),
        ("```sh\necho one\n```\n\n```text\ntwo\n```", "not seen"),
        ("```sh\necho one two\n```\n\n```text\none\n```", "not seen"),
        ("```text\none\n```", "output of nothing"),
        ("```console\ntrue\n```", 'no block is called "console"'),
        ("```\ntrue\n```", 'no block is called ""'),
        ("```diff a/b\n-one\n+two\n```", "stands 0 times"),
    ],
)
def test_page_that_is_wrong_is_told(text, fault, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_text("three\n")
    with pytest.raises(AssertionError, match=f"page.md:[0-9]+: .*{fault}"):
        Curator(tmp_path).do(blocks(text + "\n"), "page.md")


def test_index_leads_to_every_page():
    index = (PAGES / "README.md").read_text("utf-8")
    assert set(re.findall(r"\]\(([\w-]+\.md)\)", index)) == set(NAMES) - {"README.md"}


@pytest.mark.parametrize("name", NAMES)
def test_links_of_a_page_lead_to_files(name):
    for link in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", (PAGES / name).read_text("utf-8")):
        assert (PAGES / link).exists(), link


def test_every_verb_of_a_curator_is_in_the_handbook():
    declared = re.findall(
        r"^@task(?:.*?)^def (\w+)\(", (ROOT / "tasks.py").read_text(), re.MULTILINE | re.DOTALL
    )
    verbs = {name.strip("_").replace("_", "-") for name in declared}
    typed = "\n".join(
        block.text
        for name in NAMES
        for block in blocks((PAGES / name).read_text("utf-8"))
        if block.kind.startswith("sh")
    )
    used = set(re.findall(r"(?:\binv|\bmake) ([a-z-]+)", typed))
    assert {verb for verb in verbs if not OF_PROGRAMMERS.fullmatch(verb)} <= used


class Paragraphs(HTMLParser):
    """The paragraphs of an article's text, as readers see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth, self.is_open, self.found = 0, False, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "div" and (self.depth or ("id", "text") in attrs):
            self.depth += 1
        if self.depth and tag == "p":
            self.found.append("")
            self.is_open = True

    def handle_endtag(self, tag):
        self.depth -= tag == "div" and self.depth > 0
        self.is_open = self.is_open and tag != "p"

    def handle_data(self, data):
        if self.is_open:
            self.found[-1] += data


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="../shared/seeds is not on this machine")
def test_seed_is_imported_reviewed_and_published_by_the_handbook(clone):
    page = (PAGES / "take-in-a-text.md").read_text("utf-8")
    [ours] = set(re.findall(r"content/articles/([\w/-]+)\.md", page))
    [capture] = [block.path for block in blocks(page) if block.path.startswith("inbox/")]
    (clone / "inbox").mkdir()
    (clone / capture).write_bytes(SEED.read_bytes())
    curator = Curator(clone, instead={ours: SEED_ADDRESS}, judges_output=False)
    curator.follow("take-in-a-text.md")
    curator.follow("publish.md")

    # The host has what was pushed, and no more.
    begin_again(clone, at="origin/main")
    curator.must("make check ARGS='--format github' && make build")
    published = (clone / f"output/articles/{SEED_ADDRESS}.html").read_text("utf-8")
    lines = [line for line in SEED.read_text("utf-8").split("\n")[11:] if line]
    assert len(lines) == 12
    assert [plain(text) for text in Paragraphs(published).found] == [plain(line) for line in lines]
    assert not re.search(r"<img\b", published)
    assert not (clone / "output/images").exists()
    assert not (clone / f"content/captures/{SEED_ADDRESS}.txt").exists()


def plain(text: str) -> str:
    """Its words, whatever quotation marks and spaces typography has made of it."""
    return " ".join(re.findall(r"\w+", text))
