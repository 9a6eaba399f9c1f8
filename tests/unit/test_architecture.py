"""Who may import whom, read from the sources without running them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
ROOMS = sorted(folder.name for folder in PLUGINS.iterdir() if (folder / "__init__.py").is_file())
MODULES = sorted(PLUGINS.rglob("*.py"))


def imports(path):
    """Full names of everything a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = absolute(path, node)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def absolute(path, node):
    if not node.level:
        return node.module
    package = path.relative_to(ROOT).parent.parts
    package = package[: len(package) - node.level + 1]
    return ".".join((*package, *([node.module] if node.module else [])))


def room_of(path):
    return path.relative_to(PLUGINS).parts[0]


def rooms_imported(path):
    parts = (name.split(".") for name in imports(path))
    return {
        part[1] for part in parts if part[0] == "plugins" and len(part) > 1 and part[1] in ROOMS
    }


def packages_imported(path):
    return {name.split(".")[0] for name in imports(path)}


def ids(path):
    return str(path.relative_to(PLUGINS))


def test_the_rooms_are_found():
    assert {"archive", "checks"} <= set(ROOMS)
    assert rooms_imported(PLUGINS / "checks" / "desk.py") == {"archive", "checks"}


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_room_imports_the_archive_and_itself_only(path):
    allowed = {room_of(path), "archive"} if room_of(path) != "archive" else {"archive"}
    assert rooms_imported(path) - allowed == set()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_only_the_door_of_a_room_imports_pelican(path):
    is_door = path.parent.parent == PLUGINS and path.name == "__init__.py"
    if not is_door or room_of(path) == "archive":
        assert "pelican" not in packages_imported(path)


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) == "archive"], ids=ids)
def test_the_archive_knows_no_templates(path):
    assert packages_imported(path) & {"jinja2", "markupsafe"} == set()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_nothing_imports_the_tasks_or_the_settings(path):
    assert packages_imported(path) & {"tasks", "pelicanconf", "publishconf", "tests"} == set()


def test_the_tasks_and_settings_import_no_tests():
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
        if (ROOT / name).is_file():
            assert "tests" not in packages_imported(ROOT / name)


def test_the_theme_holds_no_python_and_no_template_imports_any():
    assert sorted((ROOT / "theme").rglob("*.py")) == []
    for template in sorted((ROOT / "theme").rglob("*.html")):
        text = template.read_text(encoding="utf-8")
        assert "__class__" not in text
        assert "__import__" not in text


def test_a_module_is_named_after_a_thing():
    assert [p for p in MODULES if p.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def test_every_room_says_at_its_door_what_it_is_for():
    for room in ROOMS:
        tree = ast.parse((PLUGINS / room / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), f"plugins/{room}/__init__.py has no docstring"
