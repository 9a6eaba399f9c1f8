"""`inv serve` as a curator has it: a page is open, an article is saved, broken, mended."""

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from tests.building import GOOD

HERE = Path(__file__).resolve().parents[2]


@contextmanager
def serving(folder):
    """What `inv serve` says, line by line, for the content in a folder."""
    options = {name: str(folder / name) for name in ("content", "output", "cache")}
    command = [sys.executable, "-u", "-m", "invoke", "serve", "--port", "0"]
    command += [word for name, path in options.items() for word in (f"--{name}", path)]
    with subprocess.Popen(
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        try:
            yield iter(process.stdout.readline, "")
        finally:
            process.terminate()


def address(lines):
    return re.match(r"http://\S+", next(lines))[0]


@pytest.fixture
def content(tmp_path):
    return copytree(GOOD, tmp_path / "content")


@pytest.fixture
def lines(content):
    with serving(content.parent) as lines:
        yield lines


def test_a_page_follows_what_is_saved(content, lines, page):
    article = content / "articles/2020/lighthouse-lit.md"
    here = address(lines)
    assert any("articles; " in line for line in lines)  # the first build has ended
    page.goto(f"{here}articles/2020/lighthouse-lit.html")
    assert page.locator("preview-problems").count() == 0
    text = article.read_text("utf-8")
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)[1]

    article.write_text(text.replace(title, "Lamp seen from afar", 1), "utf-8")
    page.get_by_role("heading", name="Lamp seen from afar", level=1).wait_for()

    article.write_text(text.replace("source:", "sauce:", 1), "utf-8")
    panel = page.locator("preview-problems")
    panel.wait_for()
    told = panel.locator("li").all_inner_texts()
    assert any("lighthouse-lit.md:" in line and "did you mean `source`?" in line for line in told)
    assert page.get_by_role("heading", name="Lamp seen from afar", level=1).count() == 1
    assert any("unknown-key" in line for line in (next(lines), next(lines), next(lines)))

    page.goto(f"{here}people/index.html")  # the fault is told wherever one looks
    panel.wait_for()

    article.write_text(text, "utf-8")
    panel.wait_for(state="detached")


def test_the_first_build_may_be_refused(content, page, faults):
    fault = content / "articles/2021/x.md"
    fault.write_text("no front matter", "utf-8")
    with serving(content.parent) as lines:
        page.goto(address(lines))
        page.get_by_text("content/articles/2021/x.md:1:").wait_for()
        fault.unlink()
        page.locator("main").wait_for()  # NO_SITE has none
        page.goto("about:blank")  # it would go on asking for news of a server that ends here
    faults.clear()  # that there was no page yet
