"""The form that `inv form` writes, in Decap CMS itself: a curator fills it in, and what it would
commit is an article that `inv check` has nothing against."""

import json
from contextlib import chdir
from datetime import date
from pathlib import Path
from shutil import copy, copytree

import pytest

from plugins.archive.content import read_content
from plugins.checks.desk import check
from plugins.forms.command import Place, write_form
from tests.browser.npm import Carried, NoPackageError
from tests.building import GOOD
from tests.hosting import hosted

DECAP = Carried(
    package="decap-cms",
    version="3.16.3",
    digest="hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
    member="package/dist/decap-cms.js",
    named="CUTTINGS_DECAP",
)
CONTENT = Path("content")
KINDS = ("people", "sources", "tags")
PROPOSED = """() => Object.keys(repoFilesUnpublished)
    .flatMap((key) => repoFilesUnpublished[key].diffs)
    .map(({path, content}) => [path, content])"""


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    """A folder with the form, for a repository that is a trial in the browser's memory."""
    folder = tmp_path_factory.mktemp("form")
    try:
        program = DECAP.path()
    except NoPackageError as error:
        pytest.skip(str(error))
    place = Place(backend="test-repo")
    with chdir(GOOD.parent):  # as from the top of a repository
        assert write_form(folder, CONTENT, place, today=date(2026, 11, 28), show=print) == 0
    copy(program, folder / "decap-cms.js")
    return folder


def repository():
    """The records as the trial wants them: by the folder as the settings name it."""
    return {
        (CONTENT / "authorities" / kind).as_posix(): {
            path.name: {"content": path.read_text("utf-8")}
            for path in sorted((GOOD / "authorities" / kind).iterdir())
        }
        for kind in KINDS
    }


def choose(page, label, words):
    page.locator(f"input[id^={label}-field]").first.fill(words)
    page.locator("[id*=-option-]").first.wait_for()
    page.keyboard.press("Enter")


@pytest.fixture
def page(chromium, form):
    """Signed in, at the form for a new article of 2021."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.add_init_script(f"window.repoFiles = {json.dumps(repository())}")
    with hosted(form) as address:
        page.goto(f"{address}index.html")
        page.get_by_role("button", name="Login").click()
        page.get_by_text("Articles 2021").wait_for()
        page.goto(f"{address}index.html#/collections/articles-2021/new")
        page.locator("input[id^=title-field]").wait_for()
        yield page
    context.close()


def save(page):
    page.get_by_role("button", name="Save").first.click()


def test_what_the_form_proposes_passes_the_check(page, tmp_path):
    page.locator("input[id^=title-field]").first.fill("Pilots talk about the “north” channel")
    page.locator("input[id^=date-field]").first.fill("2021-05-02T09:30:00+05:30")
    choose(page, "source", "Lumen")
    choose(page, "people", "Asha")
    choose(page, "tags", "Harb")
    page.locator("[data-slate-editor]").last.click()
    page.keyboard.type("They talked for *two* hours.")
    save(page)
    page.get_by_text("Entry saved").wait_for()
    [(path, text)] = page.evaluate(PROPOSED)
    assert path.endswith("/articles/2021/pilots-talk-about-the-north-channel.md")
    assert "people:\n  - asha-tamm\n" in text
    content = copytree(GOOD, tmp_path / "content")
    (content / "articles/2021/pilots-talk-about-the-north-channel.md").write_text(text, "utf-8")
    archive = read_content(content)
    assert [str(problem) for problem in archive.problems] == []
    assert [str(problem) for problem in check(archive)] == []
    article = archive.articles["2021/pilots-talk-about-the-north-channel"]
    assert (article.source, article.people, article.tags) == (
        "lumen-courier", ("asha-tamm",), ("harbours",),
    )  # fmt: skip
    assert article.date.iso == "2021-05-02T09:30:00+05:30"
    assert article.body.strip() == "They talked for *two* hours."


def test_a_day_of_another_year_is_refused_at_the_field(page):
    page.locator("input[id^=title-field]").first.fill("Pilots talk")
    page.locator("input[id^=date-field]").first.fill("2020-05-02")
    choose(page, "source", "Lumen")
    save(page)
    page.get_by_text("an article of another year belongs to that year's list").first.wait_for()
    assert page.evaluate(PROPOSED) == []
