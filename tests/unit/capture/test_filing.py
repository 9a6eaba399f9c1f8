"""Capture, report and article are written all together, or not at all."""

from pathlib import Path

import pytest

from plugins.capture import filing

from .conftest import HERE, Archive

PLAIN = HERE / "captures" / "plain.txt"


@pytest.mark.parametrize("last", [1, 2, 3])
def test_failed_write_leaves_nothing_behind(
    last: int, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, calls = archive.files(), []

    def failing(part: Path, data: bytes) -> None:
        calls.append(part)
        part.write_bytes(data[:10])
        if len(calls) == last:
            raise OSError(28, "No space left on device", str(part))

    monkeypatch.setattr(filing, "write_part", failing)
    assert archive.take(PLAIN) == 1
    assert "not-written: No space left on device" in archive.said[-1]
    assert archive.files() == before


@pytest.mark.parametrize("last", [1, 2])
def test_failed_naming_takes_back_what_has_its_name(
    last: int, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, calls, place = archive.files(), [], filing.place

    def failing(part: Path, path: Path) -> None:
        calls.append(path)
        if len(calls) == last:
            raise PermissionError(13, "Permission denied", str(path))
        place(part, path)

    monkeypatch.setattr(filing, "place", failing)
    assert archive.take(PLAIN) == 1
    left = {name: data for name, data in archive.files().items() if "report" not in name}
    assert left == before


def test_name_that_was_taken_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("theirs", "utf-8")
    with pytest.raises(FileExistsError):
        filing.write_all({tmp_path / "a": b"ours", tmp_path / "b": b"ours"}, frozenset())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b"]
    assert (tmp_path / "b").read_text("utf-8") == "theirs"


def test_files_are_written_without_hard_links_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(filing.os, "link", refused)
    filing.write_all({tmp_path / "a": b"ours"}, frozenset())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"ours")]
    with pytest.raises(FileExistsError):
        filing.write_all({tmp_path / "a": b"again"}, frozenset())
    assert (tmp_path / "a").read_bytes() == b"ours"


def test_capture_left_by_a_killed_import_is_taken_up(archive: Archive) -> None:
    archive.take(PLAIN)
    complete = archive.files()
    next(iter(archive.folder.glob("articles/*/*.md"))).unlink()
    archive.take(PLAIN)
    names = [name for name in archive.files() if name.startswith("captures/")]
    assert len([name for name in names if not name.endswith(".report.txt")]) == 1
    assert len(complete) <= len(archive.files()) <= len(complete) + 1
    assert archive.problems() == ()
