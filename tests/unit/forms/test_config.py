"""The form's settings: every key of the model, in the model's words; and bad choices."""

import re
from dataclasses import fields
from datetime import date

import pytest
import yaml

from plugins.archive.model import AUTHORITIES, FrontMatter, PageMatter
from plugins.forms.command import Place, write_form
from tests.building import GOOD

PLACE = Place(repo="owner/archive")


def written(folder, place=PLACE, content=GOOD):
    said = []
    code = write_form(folder, content, place, today=date(2026, 11, 28), show=said.append)
    return code, said


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")
    assert written(folder)[0] == 0
    return yaml.safe_load((folder / "config.yml").read_text("utf-8"))


def collection(config, name):
    return next(one for one in config["collections"] if one["name"] == name)


def names(collection):
    return [field["name"] for field in collection["fields"]]


def test_articles_have_a_list_for_each_year_and_one_for_this_year(config):
    found = [c["name"] for c in config["collections"] if c["name"].startswith("articles")]
    assert found == ["articles-2026", "articles-2021", "articles-2020"]
    assert collection(config, "articles-2021")["folder"].endswith("/articles/2021")


def test_every_key_of_the_model_has_a_field(config):
    keys = [field.name for field in fields(FrontMatter)]
    assert names(collection(config, "articles-2021")) == [*keys, "body"]
    for kind, cls in AUTHORITIES.items():
        assert names(collection(config, kind)) == [field.name for field in fields(cls)]
    assert names(collection(config, "pages")) == [f.name for f in fields(PageMatter)] + ["body"]


def test_every_key_has_the_words_of_the_model(config):
    article = collection(config, "articles-2021")
    assert all(field["hint"] for field in article["fields"])
    title = article["fields"][0]
    assert title["hint"] == "title as published, or of the digest"
    assert [f["name"] for f in article["fields"] if f["required"]] == ["title", "date", "source"]


@pytest.mark.parametrize(
    ("day", "fits"),
    [("2021-04-06", True), ("2021-04-06T15:28:00+05:30", True), ("2020-04-06", False),
     ("6 April 2021", False), ("2021-04-06T15:28:00", False)],
)  # fmt: skip
def test_a_day_must_be_one_of_the_folder_s_year(config, day, fits):
    date_ = collection(config, "articles-2021")["fields"][1]
    assert date_["name"] == "date"
    assert bool(re.search(date_["pattern"][0], day)) is fits


def test_names_are_chosen_among_the_records(config):
    article = {f["name"]: f for f in collection(config, "articles-2021")["fields"]}
    for kind in ("people", "places", "organisations", "tags"):
        assert article[kind]["widget"] == "relation"
        assert (article[kind]["collection"], article[kind]["multiple"]) == (kind, True)
    assert article["source"]["collection"] == "sources"
    assert "multiple" not in article["source"]
    tag = {f["name"]: f for f in collection(config, "tags")["fields"]}
    assert (tag["broader"]["collection"], tag["see_also"]["collection"]) == ("tags", "tags")


def test_names_in_other_scripts_have_a_field_for_each_language_there_is(config):
    scripts = next(f for f in collection(config, "people")["fields"] if f["name"] == "scripts")
    assert [field["name"] for field in scripts["fields"]] == ["hi", "ru"]


def test_a_list_begins_empty_and_nothing_optional_asks_for_anything(config):
    """A form would otherwise begin a correction that nobody wants, or ask for a digest."""
    article = {f["name"]: f for f in collection(config, "articles-2021")["fields"]}
    for key in ("also", "images", "corrections"):
        assert article[key]["default"] == []
    for key in ("capture", "withdrawn"):
        assert not any(field["required"] for field in article[key]["fields"])
        assert not any("default" in field for field in article[key]["fields"])


def test_each_change_is_a_proposal_for_the_branch_that_is_published(config):
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"] == {"name": "github", "repo": "owner/archive", "branch": "main"}


@pytest.mark.parametrize(
    ("place", "more"),
    [
        (Place(repo="a/b", sign_in="https://x.example"), {"base_url": "https://x.example"}),
        (
            Place(backend="gitlab", repo="a/b", app_id="1f"),
            {"auth_type": "pkce", "app_id": "1f"},
        ),
    ],
)
def test_signing_in_goes_by_a_server_or_an_application(tmp_path, place, more):
    assert written(tmp_path, place)[0] == 0
    backend = yaml.safe_load((tmp_path / "config.yml").read_text("utf-8"))["backend"]
    assert backend == {"name": place.backend, "repo": "a/b", "branch": "main", **more}


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (Place(), "--repo:1: no-repo: say where the archive's repository is, as owner/name"),
        (
            Place(backend="ftp", repo="a/b"),
            "--backend:1: bad-backend: ftp: unknown; choose one of github, gitlab, test-repo",
        ),
    ],
)
def test_a_bad_choice_writes_nothing(tmp_path, place, problem):
    assert written(tmp_path / "form", place) == (1, [problem])
    assert not (tmp_path / "form").exists()


def test_faulty_content_is_told_first(tmp_path):
    (tmp_path / "content" / "articles" / "2021").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "2021" / "x.md").write_text("no front matter")
    code, said = written(tmp_path / "form", content=tmp_path / "content")
    assert code == 1
    assert said[0].startswith("content/articles/2021/x.md:1: ")
    assert not (tmp_path / "form").exists()


def test_the_same_content_makes_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        assert written(tmp_path / name)[0] == 0
    assert (tmp_path / "one/config.yml").read_bytes() == (tmp_path / "two/config.yml").read_bytes()
