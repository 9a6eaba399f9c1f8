"""The cases of tests/site/bad, each a content folder with one fault and the lines it must give."""

import ast
import os
import re
import sys
from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_args

import pytest

from plugins.archive import files, model
from plugins.archive.content import MAX_IMAGE_BYTES, read_content
from plugins.checks.desk import check
from tests.pictures import drawn, exif, saved

ROOT = Path(__file__).resolve().parents[3]
BAD = ROOT / "tests" / "site" / "bad"
CASES = sorted(folder.name for folder in BAD.iterdir())
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def put(folder, path, data=b""):
    file = folder / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def no_content(_folder):
    return "content/:1: no-content: "


def symlink(folder):
    put(folder, "articles/2021/x.md").unlink()
    (folder / "content/articles/2021/x.md").symlink_to(__file__)
    return "content/articles/2021/x.md:1: symlink: "


def not_a_file(folder):
    put(folder, "articles/2021/x.md").unlink()
    os.mkfifo(folder / "content/articles/2021/x.md")
    return "content/articles/2021/x.md:1: not-a-file: "


def too_large(folder):
    put(folder, "articles/2021/x.md", b"a" * (files.MAX_BYTES + 1))
    return "content/articles/2021/x.md:1: too-large: "


def too_large_image(folder):
    os.truncate(put(folder, "images/x.png"), MAX_IMAGE_BYTES + 1)
    return "content/images/x.png:1: too-large: "


def not_utf8(folder):
    put(folder, "articles/2021/x.md", b"---\ntitle: caf\xe9\n---\n")
    return "content/articles/2021/x.md:2: not-utf-8: byte 0xe9"


def unreadable(folder):
    # A name that the system refuses stands for one without permission: root may read all.
    put(folder, "articles/2021/x.md").chmod(0)
    return "content/articles/2021/x.md:1: unreadable: "


def picture(folder, made):
    put(folder, "images/x.jpg", saved(drawn(), exif=made))
    put(folder, "authorities/sources/s.yaml", b"heading: S\n")
    front = "title: T\ndate: 2021-01-01\nsource: s\nimages:\n- alt: A wall\n  file: x.jpg\n"
    put(folder, "articles/2021/x.md", f"---\n{front}---\n\nText.\n".encode())


def picture_place(folder):
    picture(folder, exif(gps=True))
    return "content/articles/2021/x.md:7: picture-place: content/images/x.jpg tells where"


def picture_notice(folder):
    picture(folder, exif(rights="Ana Rell/REUTERS"))
    return (
        "content/articles/2021/x.md:7: picture-notice: content/images/x.jpg may not be kept, "
        'by its EXIF Copyright: "Ana Rell/REUTERS"; remove it'
    )


# What git can't carry is made here, and pictures with what is hidden in them.
MADE = {
    "no-content": no_content,
    "symlink": symlink,
    "not-a-file": not_a_file,
    "too-large": too_large,
    "too-large-image": too_large_image,
    "not-utf-8": not_utf8,
    "unreadable": unreadable,
    "picture-place": picture_place,
    "picture-notice": picture_notice,
}


@pytest.mark.parametrize("case", CASES)
def test_a_folder_with_a_fault_gives_exactly_these_lines(case):
    found = [str(problem) for problem in check(read_content(BAD / case / "content"))]
    expected = (BAD / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert found == expected


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_named_after_the_first_of_its_codes(case):
    codes = {line.split(": ")[1] for line in (BAD / case / "expected.txt").read_text().splitlines()}
    assert any(case == code or case.startswith(f"{code}-") for code in codes)


@pytest.mark.parametrize("case", MADE)
def test_what_git_cannot_carry_is_told_too(case, tmp_path):
    if sys.platform == "win32" and case in ("symlink", "not-a-file", "unreadable"):
        pytest.skip("Unix only")
    if case == "unreadable" and os.geteuid() == 0:
        pytest.skip("root may read every file")
    expected = MADE[case](tmp_path)
    [problem] = check(read_content(tmp_path / "content"))
    assert str(problem).startswith(expected)


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    put(tmp_path, "articles/2021/x.md")

    def refuse(_file, _most):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "read_bytes", refuse)
    [problem] = check(read_content(tmp_path / "content"))
    assert str(problem) == (
        "content/articles/2021/x.md:1: unreadable: Permission denied; check its permissions"
    )


def test_every_code_in_the_sources_has_a_case():
    shown = {line.split(": ")[1] for case in CASES for line in lines_of(case)}
    # Doubts have their cases in tests/site/doubtful, that of pictures in test_strays.
    shown |= set(MADE) | set(get_args(model.Doubt)) | {"unused-picture"}
    codes = codes_in_sources()
    assert {"unknown-key", "missing-heading", "not-utf-8", "unknown-person", "empty-text"} <= codes
    assert codes - shown == set()


def test_every_problem_says_what_to_do():
    remedy = re.compile(
        r"\b(add|at most|begin|check|correct|did you mean|fill|give|indent|keep|make|mend|move|put|"
        r"remove|rename|resolve|say|the keys are|write)\b"
    )
    for case in CASES:
        for line in lines_of(case):
            assert remedy.search(line.split(": ", 2)[2]), line


def lines_of(case):
    return (BAD / case / "expected.txt").read_text(encoding="utf-8").splitlines()


def codes_in_sources():
    """Every code that stands in a problem, a fault or an error of the two rooms' sources."""
    found = set()
    for room in ("archive", "checks"):
        for path in sorted((ROOT / "plugins" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if is_telling(node):
                    found |= codes_below(node)
    return found


def is_telling(node):
    if isinstance(node, ast.Yield | ast.Return):
        return isinstance(node.value, ast.Tuple)
    name = getattr(node, "func", None)
    return getattr(name, "attr", getattr(name, "id", "")) in (
        "problem",
        "FrontMatterError",
        "Problem",
    )


def codes_below(node):
    """The constants that look like a code, and what the two f-strings among them may become."""
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and CODE.fullmatch(str(part.value)):
            found.add(part.value)
        elif isinstance(part, ast.JoinedStr):
            beginning = getattr(part.values[0], "value", None)
            found |= MADE_UP.get(beginning, set()) if len(part.values) == 2 else set()
    return found


def required_keys():
    classes = [model.FrontMatter, model.PageMatter, model.Report, model.Image, model.Capture]
    classes += [model.Correction, model.Withdrawal, model.Accepted, *model.AUTHORITIES.values()]
    return {
        field.name
        for cls in classes
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    }


MADE_UP = {
    "missing-": {f"missing-{key}" for key in required_keys()},
    "unknown-": {f"unknown-{single}" for single in model.SINGULAR.values()},
}
