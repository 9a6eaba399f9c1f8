"""No word of a saved page is lost: the import as a whole, and a count by another reader."""

import gzip
import json
import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.archive.frontmatter import read
from plugins.archive.text import render
from plugins.capture.ledger import LedgerError
from plugins.capture.saved.outside import printed
from plugins.capture.saved.proof import account_page
from plugins.capture.saved.reading import read_page, see
from plugins.capture.saved.tree import clean
from plugins.capture.saved.webpage import page as saved_page

from ..conftest import HERE, SHARED, Archive, make_archive

PAGES = SHARED / "testdata" / "article-extraction-benchmark.tar.xz"
HAND_MADE = sorted((HERE / "captures").glob("*.html"))
WORD = re.compile(r"\w+")
METADATA = re.compile(r"^  metadata(?: \([^()]*\))?, (?!date,)[^,]+, \w+: (.*)$", re.MULTILINE)
PRINTED = ("title", "source_url", "authors", "section", "summary", "highlights", "images")


def by_hand(page: str, article: str, report: str) -> None:
    """The account again, by other means, of the files as they were written."""
    text, controls = clean(page)
    document = read(article)
    found = Counter(WORD.findall(render(document.body, "articles/2022/x.md").plain))
    front = {key: value for key, value in document.values.items() if key in PRINTED}
    for value in strings(front):
        found.update(WORD.findall(value))
    left_out = report.split("Left out\n")[1].split("\n\n", maxsplit=1)[0].split("\n")
    for line in left_out:
        if ", control character: " not in line:
            found.update(WORD.findall(line.split(": ", 1)[1]))
    given = Counter(word for text in printed(text) for word in WORD.findall(text))
    for value in METADATA.findall(report):
        given.update(WORD.findall(value))
    assert found == given
    assert sum(", control character: " in line for line in left_out) == len(controls)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from () if value == "no-archive" else (value,)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


@pytest.mark.parametrize("file", HAND_MADE, ids=lambda file: file.stem)
@pytest.mark.parametrize("text", ["full", "metadata"])
def test_every_word_of_a_page_is_accounted_for(file: Path, text: str, archive: Archive) -> None:
    assert archive.take(file, text=text) == 0, archive.said
    (article,) = archive.folder.glob("articles/*/*.md")
    by_hand(file.read_text("utf-8"), article.read_text("utf-8"), archive.report())
    assert archive.problems() == ()


@pytest.mark.parametrize("file", HAND_MADE, ids=lambda file: file.stem)
def test_importing_a_page_twice_changes_nothing(file: Path, archive: Archive) -> None:
    archive.take(file)
    before = archive.files()
    assert archive.take(file) == 0
    assert archive.files() == before
    assert "imported before" in archive.said[0]


PARTS = [
    part
    for file in HAND_MADE
    for part in re.findall(r"<[^<>]*>[^<]*", file.read_text("utf-8"))
    if not part.startswith("<script") and "ld+json" not in part
]
ODD = [
    "\x00", "\x07", "\u2028", "&nbsp;", "&#x110000;", "<br>", "<!-- x -->", "<b>", "|", "*a*",
    "\u202e", "🌊", "<li>", "<blockquote>", "<td>", "<h3>", "</div>", "&lt;p&gt;", "<p>1. x",
]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PARTS + ODD), max_size=80))
def test_pages_out_of_pieces_lose_no_word(pieces: list[str]) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Walls at last | Harbour Post</title>"
        "<meta property='article:published_time' content='2022-03-09'></head><body>"
        "<h1>Walls at last</h1>" + "".join(pieces)
    )
    with tempfile.TemporaryDirectory() as folder:
        archive = make_archive(Path(folder) / "content")
        before = archive.files()
        file = Path(folder) / "page.html"
        file.write_bytes(page.encode())
        if archive.take(file):
            assert archive.files() == before
            assert ": words-lost: " not in archive.said[0]
            return
        (article,) = archive.folder.glob("articles/*/*.md")
        by_hand(page, article.read_text("utf-8"), archive.report())


ARTICLE = "---\ntitle: Walls at last\n---\n\nThe walls are there.\n"
REPORT = (
    "Recognised\n  metadata (meta author), author, sure: Ana Rell\n\n"
    "Left out\n  line 2, navigation: Home\n\n"
)
PAGE = (
    "<meta name=author content='Ana Rell'><h1>Walls at last</h1><a>Home</a><p>The walls are there."
)


def test_complete_account_of_a_page_counts_words() -> None:
    article = ARTICLE.replace("---\n\n", "authors:\n- Ana Rell\n---\n\n")
    counted = account_page(PAGE, article, REPORT)
    assert (counted.capture, counted.body, counted.front, counted.left_out) == (11, 5, 5, 1)


@pytest.mark.parametrize(
    ("page", "article", "message"),
    [
        (PAGE, ARTICLE, "2 words lost: Ana Rell"),
        (PAGE.replace("Rell", "Bell"), ARTICLE, "author: Ana Rell is not in the page"),
        (PAGE + "<p>More", ARTICLE, "words lost"),
        (PAGE.replace("there", "not"), ARTICLE, "words lost"),
    ],
)
def test_gap_in_the_account_of_a_page_is_an_error(page: str, article: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        account_page(page, article, REPORT)


@pytest.mark.shared
@pytest.mark.skipif(not PAGES.exists(), reason="../shared/testdata is not on this machine")
def test_181_saved_pages_lose_no_word() -> None:
    """Each page is read, claimed once, and written; another reader finds all its words there."""
    from plugins.capture.compose import body
    from plugins.capture.ledger import OUT, TOKEN

    seen = 0
    for id_, page, url in benchmark_pages():
        taken = see(saved_page(page, address=url))
        reading = read_page(taken, lambda _: None)
        reading.ledger.verify()
        words = Counter(TOKEN.findall(render(body(reading), "articles/2022/x.md").plain))
        for claim in reading.ledger.claims:
            if claim.place != "body" and claim.line <= len(taken.lines):
                words.update(TOKEN.findall(reading.ledger.text(claim)))
        assert all(claim.kind for claim in reading.ledger.of(OUT)), id_
        given = Counter(
            w for text in printed(clean(taken.page.html)[0]) for w in TOKEN.findall(text)
        )
        assert plain_signs(words) == plain_signs(given), id_
        assert not taken.broken
        seen += 1
    assert seen == 181


def plain_signs(words: Counter[str]) -> Counter[str]:
    """Words alone: Typogrify makes other signs of quotation marks and dashes."""
    return Counter({word: n for word, n in words.items() if WORD.fullmatch(word)})


def benchmark_pages() -> Iterator[tuple[str, bytes, str]]:
    with tarfile.open(PAGES) as archive:
        files: Callable[[str], bytes] = lambda name: archive.extractfile(name).read()  # noqa: E731
        names = archive.getnames()
        (truth,) = (name for name in names if name.endswith("ground-truth.json"))
        addresses = {id_: page["url"] for id_, page in json.loads(files(truth)).items()}
        for name in sorted(name for name in names if name.endswith(".html.gz")):
            id_ = Path(name).name.removesuffix(".html.gz")
            yield id_, gzip.decompress(files(name)), addresses[id_]
