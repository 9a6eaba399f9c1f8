import threading

import pytest
from watchfiles import Change

from plugins.preview.watching import OfTheSite, Saved, saved


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("lavrov.md", True), ("лавров.yaml", True), (".lavrov.md.swp", False),
        ("lavrov.md~", False), ("#lavrov.md#", False), ("4913", False),
        (".lavrov.md.part", False), ("x.pyc", False),
    ],
)  # fmt: skip
def test_what_an_editor_leaves_while_it_writes_does_not_count(name, counts):
    assert OfTheSite()(Change.modified, f"/archive/content/articles/2021/{name}") is counts


def test_files_saved_together_come_together_and_code_is_told_apart(tmp_path):
    content, code = tmp_path / "content", tmp_path / "plugins"
    content.mkdir()
    code.mkdir()
    stop = threading.Event()
    threading.Timer(20, stop.set).start()  # rather than wait for ever
    changes = saved((content, tmp_path / "not-there"), (code,), stop)

    def write(*files):
        for file in files:
            file.write_text("x")

    assert next(changes) == Saved((), is_code=False)
    write(content / "a.md", content / "b.md")  # while nobody asks
    assert next(changes) == Saved((content / "a.md", content / "b.md"), is_code=False)
    write(code / "c.py")
    assert next(changes) == Saved((code / "c.py",), is_code=True)
    stop.set()
    assert list(changes) == []
