"""The bench of the desk: what it does to an archive, keeps and shows."""

from pathlib import Path

import pytest

from bench.desk import command
from bench.desk.command import Desk, Finding, keep, read, shown
from bench.desk.recall import recall
from bench.make_archive import write_archive
from plugins.archive.content import read_content
from plugins.capture.saved.reading import read_page, see
from plugins.capture.saved.webpage import page as saved_page
from plugins.checks.desk import check

CODE = Path(__file__).resolve().parents[3]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, CODE, 12)
    write_archive(desk.content, desk.size)
    desk.inbox.mkdir()
    return desk


def test_what_it_does_to_the_archive_leaves_it_right(desk: Desk) -> None:
    people = set(read_content(desk.content).authorities["people"])
    for turn in range(2):
        desk.edit_article(turn)
        desk.edit_record(turn)
        desk.add_newcomer(turn)
    content = read_content(desk.content)
    assert check(content) == ()
    assert len(content.articles) == desk.size + 2
    assert len(set(content.authorities["people"]) - people) == 2
    assert "Seen again (1)." in "".join(one.body for one in content.articles.values())
    assert [one.note for one in content.authorities["people"].values() if one.note] == [
        "Seen 1 times."
    ]


def test_what_is_saved_is_seen_in_the_page_that_is_served(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a copy of the code that has no content of its own beside it."""
    monkeypatch.setattr(command, "THINKING", 0)
    desk.prepare()
    found = list(desk.saved(2))
    assert [one.wall > 0 for one in found] == [True, True]


def test_each_page_that_it_brings_is_another(desk: Desk) -> None:
    pages = [desk.bring_text(turn).read_text("utf-8") for turn in range(3)]
    pages += [desk.bring_page(turn).read_text("utf-8") for turn in range(3)]
    assert len(set(pages)) == 6


def test_the_text_of_a_saved_page_is_found_among_the_rest(desk: Desk) -> None:
    page = desk.bring_page(1)
    article, title = desk.unknown(3)
    reading = read_page(see(saved_page(page.read_bytes())), lambda _: None)
    assert reading.ledger.value("title") == title
    assert reading.paragraphs == len(article.body.split("\n\n"))
    assert 80_000 < page.stat().st_size < 130_000


def finding(size: int, told: str, wall: float) -> Finding:
    return Finding(size, told, wall, wall / 2, 50_000_000, 3, "2026-11-28", "a machine")


def test_what_is_measured_again_replaces_what_was_kept(tmp_path: Path) -> None:
    kept = tmp_path / "desk.json"
    keep(kept, [finding(1_000, "check", 1.0)])
    keep(kept, [finding(10_000, "check", 2.0)])
    keep(kept, [finding(1_000, "check", 3.0)])
    assert [(one.size, one.wall) for one in read(kept)] == [(1_000, 3.0), (10_000, 2.0)]
    assert "| check | 3.00 s | 1.50 s | 50 MB | 3 |" in shown(read(kept))


def test_without_sizes_what_is_kept_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_in = tmp_path / ".cache" / "bench"
    keep_in.mkdir(parents=True)
    keep(keep_in / "desk.json", [finding(1_000, "check", 1.0)])
    assert command.bench(tmp_path, day="2026-11-28", sizes="") == 0
    assert "**1,000 articles**, 2026-11-28: a machine" in capsys.readouterr().out


def test_copies_of_the_texts_are_found_and_counted() -> None:
    texts = [
        ". ".join(" ".join(f"w{one}x{number}" for number in range(at, at + 12)) for at in
                  range(0, 480, 12))
        for one in range(3)
    ]  # fmt: skip
    lines = recall(texts, seed=1).splitlines()
    found, total = (int(word) for word in lines[0].split() if word.isdecimal())
    assert total > 1_000
    assert found >= 0.99 * total
    assert lines[2] == "3 pairs of different texts: 0 compared whole, 0 told"


def test_folder_without_texts_is_refused(tmp_path: Path) -> None:
    assert command.bench_copies(tmp_path) == 1
