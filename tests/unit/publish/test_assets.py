"""The theme's files as they are published."""

from hashlib import sha256

import pytest

from plugins.publish.assets import SCRIPTS, SHEETS, STYLE, theme_files


@pytest.fixture
def static(tmp_path):
    for number, name in enumerate(SHEETS):
        write(tmp_path / "css" / f"{name}.css", f"/* {number} */")
    write(tmp_path / "js" / "b.js", "b")
    write(tmp_path / "js" / "a" / "a.js", "a")
    return tmp_path


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def published(static):
    return {file.path: file.make(None, None) for file in theme_files(static).files}


def test_style_sheets_become_one_in_their_order(static):
    style = published(static)[STYLE].decode()
    assert [int(word) for word in style.split() if word.isdigit()] == list(range(len(SHEETS)))


def test_other_files_are_published_as_they_are_and_sheets_only_as_one(static):
    assert sorted(published(static)) == ["theme/js/a/a.js", "theme/js/b.js", STYLE]
    assert published(static)["theme/js/b.js"] == b"b"


def test_a_digest_changes_with_the_bytes_and_only_with_them(static):
    before = theme_files(static).digests
    assert before["theme/js/b.js"] == sha256(b"b").hexdigest()[:8]
    write(static / "js" / "b.js", "c")
    after = theme_files(static).digests
    assert {name for name in before if before[name] != after[name]} == {"theme/js/b.js"}


def test_a_missing_sheet_stops_the_build(static):
    (static / "css" / f"{SHEETS[0]}.css").unlink()
    with pytest.raises(FileNotFoundError):
        theme_files(static)


def test_scripts_of_a_folder_become_one_and_may_need_one_of_another(static):
    for folder, names in SCRIPTS.items():
        for name in names:
            if "/" not in name:
                write(static / "js" / folder / f"{name}.js", f"{folder}/{name}")
    found = published(static)["theme/js/found.js"].decode()
    assert found.splitlines() == ["found/start", "search/tokens", "found/marks"]
    write(static / "js" / "found" / "stray.js", "")
    with pytest.raises(ValueError, match="stray"):
        theme_files(static)
