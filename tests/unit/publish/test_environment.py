"""What templates can call."""

import json
from dataclasses import replace

import pytest
from jinja2 import Environment, StrictUndefined
from lxml import html

from plugins.publish import environment
from plugins.publish.assets import Assets
from tests.hostile import ATTACKS
from tests.sites import SITE

KNOWN = replace(SITE, url="https://archive.example/cuttings")


@pytest.fixture
def shown():
    """A template's text, on a page of a site."""
    assets = Assets((), {"theme/style.css": "0123abcd"})

    def shown(template, *, here="articles/2021/x.html", site=SITE, **values):
        env = Environment(autoescape=True, undefined=StrictUndefined)
        fragments = environment.prepare(env, site, assets, ["colophon", "about"])
        compiled = env.from_string(template)
        return fragments.settled(here, compiled.render(here=here, **values))

    return shown


@pytest.mark.parametrize(
    ("here", "path", "link"),
    [
        ("index.html", "people/x.html", "people/x.html"),
        ("articles/2021/x.html", "people/x.html", "../../people/x.html"),
        ("people/x.html", "people/index.html#l", "../people/index.html#l"),
        ("people/x.html", "search.html?q=a", "../search.html?q=a"),
        ("people/x.html", "https://other.example/", "https://other.example/"),
        ("people/x.html", "mailto:office@archive.example", "mailto:office@archive.example"),
    ],
)
def test_a_link_is_relative_to_the_page_that_it_stands_on(shown, here, path, link):
    assert shown("{{ path|link }}", here=here, path=path) == link


def test_the_link_of_a_fixed_path_is_right_on_every_page(shown):
    """Jinja works out a filter of a constant beforehand, when it compiles the template."""
    assert shown("{{ 'people/x.html'|link }}") == "../../people/x.html"
    assert shown("{{ 'people/x.html'|link }}", here="index.html") == "people/x.html"


def test_links_of_the_error_page_are_absolute_where_the_site_knows_its_address(shown):
    template = "{{ 'people/x.html'|link }} {{ asset('theme/style.css') }}"
    assert shown(template, here="404.html", site=KNOWN) == (
        "https://archive.example/cuttings/people/x.html "
        "https://archive.example/cuttings/theme/style.css?0123abcd"
    )
    assert shown(template, here="404.html") == "people/x.html theme/style.css?0123abcd"


def test_a_link_in_an_attribute_is_escaped(shown):
    assert shown('<a href="{{ path|link }}">', path='https://x.example/?a&"b') == (
        '<a href="https://x.example/?a&amp;&#34;b">'
    )


def test_a_theme_file_that_is_not_there_stops_the_build(shown):
    with pytest.raises(KeyError):
        shown("{{ asset('theme/no-such.css') }}")


def test_a_misspelt_name_in_a_template_stops_the_build(shown):
    with pytest.raises(Exception, match="no_such_name"):
        shown("{{ no_such_name }}")


def test_hand_written_pages_are_known_by_name_in_order(shown):
    assert shown("{{ hand_pages|join(' ') }}") == "about colophon"


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_text_is_no_text(shown, nothing):
    assert shown("{{ value|text }}", value=nothing) == ""


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_plain_text_stays_text(shown, attack):
    made = html.fragment_fromstring(shown("{{ value|text }}", value=attack), create_parent="div")
    assert {element.tag for element in made.iter()} <= {"div", "span"}
    assert {name for element in made.iter() for name in element.attrib} <= {"class"}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_linked_data_come_back_as_they_were_and_end_no_element(shown, attack):
    data = {attack: [attack, {"nested": attack, "line": "\u2028\u2029"}]}
    made = html.fragment_fromstring(shown("{{ value|json_ld }}", value=data), create_parent="div")
    script = made.find("script")
    assert len(made) == 1
    assert script.get("type") == "application/ld+json"
    assert not script.tail
    assert json.loads(script.text) == data
    assert not {"<", ">", "&", "\u2028"} & set(script.text)
