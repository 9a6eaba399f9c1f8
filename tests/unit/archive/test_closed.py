import ast

import pytest

from plugins.archive.closed import draws_on_itself, is_closed
from tests.building import ROOT

ROOMS = {"PLUGINS": ["plugins.home"], "ROOMS": ("plugins.home",)}


def nodes(source):
    return list(ast.walk(ast.parse(source)))


def test_the_settings_of_this_project_are_known_by_their_bytes():
    assert is_closed(ROOT / "pelicanconf.py", ROOMS)


@pytest.mark.parametrize(
    "source",
    [
        "A = 'text'",
        "A = {1: 'a', **{2: 'b'}}; A.update({3: 'c'})",
        "from pathlib import Path\nTHEME = str(Path(__file__).parent / 'theme')",
        "A = ', '.join(sorted(name.lower() for name in ['B', 'a']))",
        "def shout(text):\n    return text.upper()\nJINJA_FILTERS = {'shout': shout}",
        "A = f'{1 + 1} years'",
        "from plugins.archive.site import LICENCES\nA = LICENCES",
    ],
)
def test_what_draws_on_itself_comes_to_the_same(source):
    assert draws_on_itself(nodes(source))


@pytest.mark.parametrize(
    "source",
    [
        "import os\nA = os.environ['A']",
        "from os import environ",
        "A = open('a').read()",
        "A = __import__('os')",
        "A = eval('1')",
        "from datetime import date\nA = date.today()",
        "from pathlib import Path\nA = Path('a').read_text()",
        "from pathlib import Path\nA = list(map(Path.read_text, []))",
        "from pathlib import Path\nA = Path.cwd()",
        "import sys\nA = sys.argv",
        "from sys import argv",
        "import local",
        "from local import *",
        "from . import local",
        "import jinja2\nA = jinja2.FileSystemLoader('templates')",
        "from jinja2 import FileSystemLoader",
        "import importlib\nimportlib.import_module('local')",
        "import importlib\nA = importlib.import_module('local').A",
        "import importlib\nfor room in ['local']:\n    importlib.import_module(room)",
        "A = unknown",
    ],
)
def test_what_may_come_to_something_else_is_left_to_a_build(source):
    assert not draws_on_itself(nodes(source))


@pytest.mark.parametrize(
    "other",
    [
        {"PLUGINS": ["plugins.home", "sitemap"]},
        {"ROOMS": ("local",)},
        {"STATIC_PATHS": ["extra"]},
        {"THEME_TEMPLATES_OVERRIDES": ["templates"]},
    ],
)
def test_files_and_code_that_have_no_digest_are_left_to_a_build(other):
    assert not is_closed(ROOT / "pelicanconf.py", ROOMS | other)
