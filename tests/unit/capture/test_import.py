"""Hand-made captures with the article and the report that are expected of each."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.archive import frontmatter
from plugins.archive.model import AUTHORITIES
from plugins.archive.reading import read_record
from plugins.capture.ledger import account

from .conftest import HERE, Archive

SOURCES = {"mess": "west-quay", "old-page": "west-quay"}
FILES = {file.stem: file for file in sorted((HERE / "captures").iterdir())}
CASES = sorted(FILES)


@pytest.mark.parametrize("name", CASES)
def test_capture_gives_the_expected_article_and_report(name: str, archive: Archive) -> None:
    code = archive.take(FILES[name], source=SOURCES.get(name, "harbour-post"))
    assert code == 0, archive.said
    (file,) = archive.folder.glob("articles/*/*.md")
    assert file.read_text("utf-8") == (HERE / "expected" / f"{name}.md").read_text("utf-8")
    assert archive.report() == (HERE / "expected" / f"{name}.report.txt").read_text("utf-8")
    assert archive.report() in "\n".join(archive.said)


def test_new_names_stand_beside_the_report_as_records(archive: Archive) -> None:
    archive.take(HERE / "captures" / "new-names.txt")
    (file,) = archive.folder.glob("captures/*/*.names.yaml")
    text = file.read_text("utf-8")
    assert text == (HERE / "expected" / "new-names.names.yaml").read_text("utf-8")
    for record in text.split("---\n"):
        kind = re.search(r"authorities/(\w+)/", record)
        assert kind is not None
        values, _ = frontmatter.read_yaml(record)
        made, faults = read_record(AUTHORITIES[kind[1]], values)
        assert made is not None
        assert faults == []
    assert not list(archive.folder.glob("authorities/people/*oldenburg*"))


def test_records_of_sure_names_are_made_when_asked_for(archive: Archive) -> None:
    archive.take(HERE / "captures" / "new-names.txt", records=True)
    values, _ = archive.article()
    assert values["people"] == [
        "mira-solan",
        "tomas-oldenburg",
        "leena-raman",
        "kwelu-marchetti",
    ]
    made = archive.folder / "authorities" / "people" / "tomas-oldenburg.yaml"
    assert made.read_text("utf-8") == (
        "# Proposed by an import (0.99); look it over.\n"
        "heading: Tomas Oldenburg\nsort: Oldenburg, Tomas\n"
    )
    report = archive.report()
    assert "New records\n  content/authorities/people/tomas-oldenburg.yaml\n" in report
    assert "Tomas Oldenburg, line" not in report.partition("Names to decide")[2]
    assert archive.problems() == ()


def test_a_later_capture_of_the_same_run_knows_the_new_records(
    archive: Archive, tmp_path: Path
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    text = (HERE / "captures" / "new-names.txt").read_text("utf-8")
    (folder / "1.txt").write_text(text, "utf-8")
    (folder / "2.txt").write_text(text.replace("second wall", "third wall") + "\nMore.\n", "utf-8")
    assert archive.take(folder, records=True) == 0, archive.said
    assert len(list(archive.folder.glob("authorities/people/tomas*"))) == 1
    assert archive.problems() == ()


def test_edited_proposals_are_kept(archive: Archive) -> None:
    file = HERE / "captures" / "new-names.txt"
    archive.take(file)
    (names,) = archive.folder.glob("captures/*/*.names.yaml")
    names.write_text("heading: Edited\n", "utf-8")
    next(iter(archive.folder.glob("articles/*/*.md"))).unlink()
    assert archive.take(file) == 0
    assert names.read_text("utf-8") == "heading: Edited\n"


@pytest.mark.parametrize("name", CASES)
def test_imported_article_has_no_problems(name: str, archive: Archive) -> None:
    archive.take(FILES[name], source=SOURCES.get(name, "harbour-post"))
    assert archive.problems() == ()


@pytest.mark.parametrize("name", CASES)
def test_capture_is_stored_unchanged(name: str, archive: Archive) -> None:
    file = FILES[name]
    archive.take(file, source=SOURCES.get(name, "harbour-post"))
    values, _ = archive.article()
    capture = values["capture"]
    assert isinstance(capture, dict)
    stored = archive.folder / "captures" / str(capture["file"])
    assert stored.read_bytes() == file.read_bytes()


def test_plain_capture_gives_every_field(archive: Archive) -> None:
    archive.take(HERE / "captures" / "plain.txt")
    values, body = archive.article()
    assert list(values) == [
        "title", "date", "source", "authors", "people", "places", "organisations", "section",
        "highlights", "text", "images", "capture", "added",
    ]  # fmt: skip
    assert values["title"] == "New walls for Port Ember: the Tide Office's plan"
    assert values["date"] == "2022-03-09T15:28:00+05:30"
    assert values["section"] == ["News", "Coast"]
    assert values["authors"] == ["Staff Writer"]
    assert values["people"] == ["mira-solan", "teodor-vask"]
    assert values["images"] == [
        {
            "caption": "Harbour minister Mira Solan and her colleague Teodor Vask look at a model "
            "of the wall in Port Ember, March 9, 2022.",
            "credit": "Tide Office/Handout via REUTERS",
            "rights": "no-archive",
            "notice": "ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY. "
            "NO RESALES. NO ARCHIVES. MANDATORY CREDIT.",
        }
    ]
    assert '"We are pleased," said Solan .' in body


def test_same_words_on_another_path_give_the_same_bytes(tmp_path: Path, plain: str) -> None:
    from .conftest import make_archive

    written = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "same.txt").write_text(plain, "utf-8")
        archive = make_archive(folder / "content")
        archive.take(folder / "same.txt")
        written.append(archive.files())
    assert written[0] == written[1]


def test_importing_twice_changes_nothing(archive: Archive) -> None:
    file = HERE / "captures" / "plain.txt"
    archive.take(file)
    before = archive.files()
    assert archive.take(file) == 0
    assert archive.files() == before
    assert "imported before" in archive.said[0]
    assert "content/articles/2022/new-walls-for-port-ember" in archive.said[0]


def test_edited_article_is_not_touched(archive: Archive) -> None:
    file = HERE / "captures" / "plain.txt"
    archive.take(file)
    (article,) = archive.folder.glob("articles/*/*.md")
    edited = article.read_text("utf-8").replace("New walls", "Newer walls").replace("pumps", "pump")
    article.unlink()
    moved = article.with_name("renamed-by-the-curator.md")
    moved.write_text(edited, "utf-8")
    before = archive.files()
    assert archive.take(file) == 0
    assert archive.files() == before
    assert "renamed-by-the-curator" in archive.said[0]


def test_missing_capture_comes_back(archive: Archive) -> None:
    file = HERE / "captures" / "plain.txt"
    archive.take(file)
    before = archive.files()
    next(iter(archive.folder.glob("captures/*/*plan.txt"))).unlink()
    assert archive.take(file) == 0
    assert archive.files() == before
    assert "is back" in archive.said[0]


def test_withdrawn_article_stays_withdrawn(archive: Archive) -> None:
    file = HERE / "captures" / "plain.txt"
    archive.take(file)
    (article,) = archive.folder.glob("articles/*/*.md")
    front = article.read_text("utf-8").split("---\n")[1]
    front = front.replace("text: full", "text: metadata")
    withdrawn = "withdrawn:\n  date: 2026-01-16\n  reason: Asked for by the paper.\n"
    article.write_text(f"---\n{front}{withdrawn}---\n", "utf-8")
    before = archive.files()
    assert archive.take(file) == 0
    assert archive.files() == before


def test_digest_of_the_same_capture_stands_beside_the_import(archive: Archive, plain: str) -> None:
    from hashlib import sha256

    digest = archive.folder / "articles" / "2022" / "our-words.md"
    digest.parent.mkdir(parents=True)
    digest.write_text(
        "---\ntitle: Walls\ndate: 2022-03-09\nsource: harbour-post\ntext: digest\n"
        f"capture:\n  sha256: '{sha256(plain.encode()).hexdigest()}'\n---\n\nOur own words.\n",
        "utf-8",
    )
    assert archive.take(HERE / "captures" / "plain.txt") == 0
    assert len(list(archive.folder.glob("articles/*/*.md"))) == 2
    assert "of the same capture: content/articles/2022/our-words.md" in archive.report()
    assert archive.problems() == ()


def test_other_bytes_under_the_same_name_stay(archive: Archive) -> None:
    kept = (
        archive.folder / "captures" / "2022" / "new-walls-for-port-ember-the-tide-offices-plan.txt"
    )
    kept.parent.mkdir(parents=True)
    kept.write_text("something else", "utf-8")
    assert archive.take(HERE / "captures" / "plain.txt") == 0
    assert kept.read_text("utf-8") == "something else"
    values, _ = archive.article()
    assert isinstance(values["capture"], dict)
    assert values["capture"]["file"] == (
        "2022/new-walls-for-port-ember-the-tide-offices-plan-2.txt"
    )
    assert archive.problems() == ()


def test_capture_that_is_kept_already_keeps_its_name(archive: Archive, plain: str) -> None:
    kept = archive.folder / "captures" / "inbox" / "one.txt"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(plain.encode())
    assert archive.take(kept) == 0
    values, _ = archive.article()
    assert isinstance(values["capture"], dict)
    assert values["capture"]["file"] == "inbox/one.txt"
    assert len([name for name in archive.files() if name.endswith(".txt")]) == 2
    assert archive.problems() == ()


def test_metadata_import_keeps_the_text_out_and_accounts_for_it(
    archive: Archive, plain: str
) -> None:
    assert archive.take(HERE / "captures" / "plain.txt", text="metadata") == 0
    values, body = archive.article()
    assert values["text"] == "metadata"
    assert body == ""
    assert 'line 16, text, not kept: "We are pleased," said Solan .' in archive.report()
    (file,) = archive.folder.glob("articles/*/*.md")
    account(plain, file.read_text("utf-8"), archive.report())
    assert archive.problems() == ()


def test_folder_imports_every_file_in_it(archive: Archive, tmp_path: Path, plain: str) -> None:
    folder = tmp_path / "inbox" / "deep"
    folder.mkdir(parents=True)
    for number in (1, 2):
        text = plain.replace("New walls", f"Walls {number}").replace("additional", f"more {number}")
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (folder / ".hidden.txt").write_text("not a capture", "utf-8")
    assert archive.take(tmp_path / "inbox") == 0
    assert len(list(archive.folder.glob("articles/*/*.md"))) == 2
    assert archive.problems() == ()


def test_same_capture_twice_in_one_run_is_one_article(
    archive: Archive, tmp_path: Path, plain: str, pasted: Callable[[str], Path]
) -> None:
    other = tmp_path / "again.txt"
    other.write_text(plain, "utf-8")
    assert archive.take(pasted(plain), other) == 0
    assert len(list(archive.folder.glob("articles/*/*.md"))) == 1


def test_source_is_recognised_by_its_domain(archive: Archive) -> None:
    assert archive.take(HERE / "captures" / "wrapped.txt", source=None) == 0
    values, _ = archive.article()
    assert values["source"] == "harbour-post"
    assert values["source_url"] == "https://www.harbourpost.example/coast/walls-again"
    assert "likely: www.harbourpost.example stands in the text" in archive.report()
