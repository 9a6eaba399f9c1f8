"""Settings whose bytes say what they come to.

Settings are Python: to know them means to run them, and that imports Pelican and all rooms. A
file that draws on nothing but itself and on code with a version comes to the same each time, so
its digest will do. One that reads the environment, the clock or another file is as good, only
that each build has to run it.
"""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import Any

IMPORTS = frozenset({"importlib", "sys", "jinja2.StrictUndefined", "pathlib.Path", "typing.Any"})
# All that such a file may name besides what it defines itself, and ask of anything: nothing here
# looks at the machine.
NAMES = frozenset(
    {
        "__file__", "bool", "dict", "enumerate", "float", "frozenset", "int", "len", "list", "max",
        "min", "range", "reversed", "round", "set", "sorted", "str", "sum", "tuple", "zip",
    }
)  # fmt: skip
PARTS = frozenset(
    {
        "append", "casefold", "extend", "import_module", "insert", "items", "join", "keys", "lower",
        "parent", "path", "removeprefix", "removesuffix", "split", "strip", "title", "union",
        "update", "upper", "values",
    }
)  # fmt: skip
# Settings of Pelican's that bring files in from anywhere.
SOURCES = ("STATIC_PATHS", "TEMPLATE_PAGES", "THEME_TEMPLATES_OVERRIDES")


def is_closed(file: Path, settings: Mapping[str, Any]) -> bool:
    """`settings` is what `file` came to."""
    rooms = (*settings["PLUGINS"], *settings["ROOMS"])
    return (
        all(str(room).startswith("plugins.") for room in rooms)
        and not any(settings.get(name) for name in SOURCES)
        and draws_on_itself(list(ast.walk(ast.parse(file.read_bytes()))))
    )


def draws_on_itself(nodes: list[ast.AST]) -> bool:
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [node for node in nodes if isinstance(node, ast.Name)]
    known = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    known |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    known |= {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    known |= {alias.asname or alias.name for node in imports for alias in node.names}
    return (
        all(map(is_import_known, imports))
        and {name.id for name in names} <= known | NAMES
        and {node.attr for node in nodes if isinstance(node, ast.Attribute)} <= PARTS
        and loads_only_rooms(nodes)
    )


def is_import_known(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.Import):
        return all(alias.name in IMPORTS for alias in node.names)
    module = node.module or ""
    return node.level == 0 and (
        module.partition(".")[0] == "plugins"
        or all(f"{module}.{alias.name}" in IMPORTS for alias in node.names)
    )


def loads_only_rooms(nodes: list[ast.AST]) -> bool:
    """Is `import_module` asked for nothing but the rooms, in a loop over their list?"""
    loops = [node for node in nodes if isinstance(node, ast.For) and is_loop_of_rooms(node)]
    asked = [node for node in nodes if getattr(node, "attr", "") == "import_module"]
    return len(asked) == len(loops)


def is_loop_of_rooms(loop: ast.For) -> bool:
    return [ast.unparse(part) for part in (loop.target, loop.iter, *loop.body)] in (
        ["room", rooms, "importlib.import_module(room)"] for rooms in ("PLUGINS", "ROOMS")
    )
