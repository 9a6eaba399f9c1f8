"""Our shortcuts around Jinja change no byte of a page."""

from dataclasses import replace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from plugins import articles, authorities, dates, home, search
from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.pages import Page
from plugins.archive.results import Results
from plugins.archive.store import open_store
from plugins.publish.environment import prepare
from plugins.publish.render import Renderer
from plugins.publish.templates import KeptTemplates, Look, OnePass, escaped, keep
from tests import sites
from tests.building import GOOD, ROOT

THEME = ROOT / "theme"
OPTIONS = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
SITE = replace(sites.SITE, url="https://archive.example/cuttings", marks=((2021, "A year"),))


def test_pages_are_those_that_jinja_alone_would_make():
    library = Library.of(read_content(GOOD))
    ours = Renderer.of(Look(theme=THEME, options=OPTIONS), library, SITE)
    plain = Environment(  # noqa: S701  # `OPTIONS` turn autoescape on
        loader=FileSystemLoader(THEME / "templates"), **OPTIONS
    )
    fragments = prepare(plain, SITE, Look(theme=THEME, options=OPTIONS).assets(), ())
    theirs = Renderer(plain, fragments, library, SITE)
    offers = [
        offer
        for room in (articles, authorities, dates, home, search)
        for offer in room.add_pages(library)
        if isinstance(offer, Page)
    ]
    assert len(offers) > 40
    for page in offers:
        assert ours.render(page) == theirs.render(page), page.path
    assert ours.render_all(offers) == list(map(ours.render, offers))


def test_what_a_worker_compiles_is_what_a_process_keeps_for_itself():
    look, results = Look(theme=THEME, options=OPTIONS), Results(open_store(None))
    look.compile(KeptTemplates(results, read_only=False), SITE)
    kept = dict(results.db.execute("SELECT key, data FROM results"))
    assert kept == look.compiled(SITE)
    assert len(kept) > 20


def test_templates_that_are_kept_are_not_compiled_again(monkeypatch):
    look, results = Look(theme=THEME, options=OPTIONS), Results(open_store(None))
    keep(results, look.compiled(SITE))
    monkeypatch.setattr(OnePass, "compile", None)
    look.compile(KeptTemplates(results, read_only=False), SITE)


@pytest.mark.parametrize(
    "value", ["<b>'x' & \"y\"", Markup("<b>&amp;"), "", 7, 1.5, None, ["<"], escape("<")]
)
def test_what_is_escaped_is_what_markupsafe_says(value):
    assert escaped(value) == escape(value)
    assert escaped(escaped(value)) == escape(value)
