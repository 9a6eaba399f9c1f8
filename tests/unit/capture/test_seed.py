"""The capture that this project began from; it stays outside the repository."""

import shutil
from pathlib import Path

import pytest

from plugins.archive.content import read_content
from plugins.checks.desk import check

from .conftest import HERE, SHARED, Archive

SEED = SHARED / "seeds" / "000_bfda35425ed8c143.txt"
CONTENT = HERE.parents[2] / "content"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.exists(), reason="../shared/seeds is not on this machine"),
]


@pytest.fixture
def sample(tmp_path: Path) -> Archive:
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("captures"))
    return Archive(tmp_path / "content")


def imported(sample: Archive) -> Path:
    assert sample.take(SEED, source="mint") == 0, sample.said
    return next(iter(sample.folder.glob("articles/2021/discussed-*.md")))


def test_seed_gives_a_whole_article_beside_its_digest(sample: Archive) -> None:
    before = {problem.path for problem in check(read_content(sample.folder))}
    path = imported(sample)
    content = read_content(sample.folder)
    assert {problem.path for problem in check(content)} == before
    article = content.articles[f"2021/{path.stem}"]
    lines = SEED.read_text("utf-8").split("\n")
    assert article.title == lines[3]
    assert article.date.iso == "2021-04-06T15:28:00+05:30"
    assert article.section == ("News", "India")
    assert article.authors == ("Staff Writer",)
    assert article.source_url is None
    assert article.highlights == tuple(line.strip("• \t") for line in lines[8:10])
    assert article.people == ("sergey-lavrov", "s-jaishankar")
    assert article.places == ("new-delhi",)
    assert article.tags == ()
    assert article.text == "full"
    assert article.body.split("\n\n") == [line for line in lines[11:] if line]
    assert len(article.body.split("\n\n")) == 12
    assert "said Lavrov ." in article.body
    (image,) = article.images
    assert f"{image.caption} {image.credit} {image.notice}" == lines[5]
    assert image.credit == "Russian Foreign Ministry/Handout via REUTERS"
    assert image.notice is not None
    assert image.notice.startswith("ATTENTION EDITORS")
    assert image.rights == "no-archive"
    assert article.capture is not None
    assert (
        sample.folder / "captures" / str(article.capture.file)
    ).read_bytes() == SEED.read_bytes()


def test_seed_report_lists_what_was_left_out(sample: Archive) -> None:
    report = imported(sample).stem
    text = (sample.folder / "captures" / "2021" / f"{report}.report.txt").read_text("utf-8")
    left_out = text.split("Left out\n")[1].split("\n\n")[0].split("\n")
    assert [line.split(": ")[0].strip() for line in left_out] == [
        "line 1, date line",
        "line 1, subscription prompt",
        "line 2, navigation",
        "line 2, repeated title",
        "line 7, reading time",
        "line 7, date line",
        "line 9, bullet mark",
        "line 10, bullet mark",
    ]


def test_seed_imported_twice_changes_nothing(sample: Archive) -> None:
    imported(sample)
    before = sample.files()
    imported(sample)
    assert sample.files() == before
