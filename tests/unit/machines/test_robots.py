"""robots.txt, as two parsers that know nothing of us understand it."""

from dataclasses import replace
from urllib.robotparser import RobotFileParser

import pytest
from protego import Protego

from plugins.archive.site import MACHINE_READERS, SettingError
from plugins.machines.crawlers import TRAINING, fill_table
from plugins.machines.robots import robots
from tests.building import ROOT
from tests.sites import SITE

NAMES = [name for name, _ in TRAINING]
READERS = ["Googlebot", "bingbot", "ChatGPT-User", "Mozilla/5.0"]
PLACES = [None, "https://example.org", "https://example.org/c d/é"]


def may_fetch(policy, url, name, path="articles/2021/a.html"):
    """What both parsers say; they must agree."""
    site = replace(SITE, url=url, machine_readers=policy)
    text = robots(None, site).decode()
    there = site.absolute(path) or f"https://example.org/{path}"
    old = RobotFileParser()
    old.parse(text.splitlines())
    answers = {old.can_fetch(name, there), Protego.parse(text).can_fetch(there, name)}
    assert len(answers) == 1, (policy, url, name)
    return answers.pop()


@pytest.mark.parametrize("url", PLACES)
@pytest.mark.parametrize("name", [*NAMES, *READERS])
def test_each_policy_says_who_may_fetch(url, name):
    assert may_fetch("welcome", url, name)
    assert may_fetch("no-training", url, name) == (name not in NAMES)
    assert not may_fetch("none", url, name)


@pytest.mark.parametrize("policy", MACHINE_READERS)
def test_what_stands_beside_the_site_is_left_alone(policy):
    site = replace(SITE, url="https://example.org/c", machine_readers=policy)
    rules = Protego.parse(robots(None, site).decode())
    assert rules.can_fetch("https://example.org/other/x.html", "GPTBot")


def test_the_sitemap_is_named_where_there_is_one():
    there = replace(SITE, url="https://example.org/c")
    assert list(Protego.parse(robots(None, there).decode()).sitemaps) == [
        "https://example.org/c/sitemap.xml"
    ]
    for site in (SITE, replace(there, machine_readers="none")):
        assert b"Sitemap" not in robots(None, site)


def test_a_name_stands_in_the_table_once_and_is_one_word():
    assert len({name.lower() for name in NAMES}) == len(NAMES)
    assert all(name.replace("-", "").isalnum() for name in NAMES)
    assert sorted(NAMES, key=str.lower) == NAMES


def test_an_unknown_policy_is_refused_with_the_words_there_are():
    with pytest.raises(SettingError, match="'no-training', 'none'"):
        replace(SITE, machine_readers="yes")


def test_the_documentation_has_the_same_table():
    page = (ROOT / "docs" / "machine-readers.md").read_text("utf-8")
    assert fill_table(page) == page
    assert all(f"| {name} | {whose} |\n" in page for name, whose in TRAINING)
    assert fill_table(page.replace("| GPTBot |", "| Else |")) == page
    for policy in MACHINE_READERS:
        assert f'`"{policy}"`' in page
