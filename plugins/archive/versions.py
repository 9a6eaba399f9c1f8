"""Digests of everything besides content that can change a result: code, libraries, theme.

The store keeps them: what was made under another version is made again.
"""

import sys
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

PLUGINS = Path(__file__).parents[1]
# What turns Markdown into HTML, and a query's words into terms.
TEXT_LIBRARIES = ("markdown", "typogrify", "smartypants", "nh3", "PyStemmer")
LIBRARIES = (*TEXT_LIBRARIES, "msgspec", "PyYAML", "jinja2", "markupsafe", "pelican", "tzdata")


def of_files(paths: list[Path], root: Path) -> bytes:
    """Names and bytes of files, in order of their names."""
    digest = blake2b(digest_size=16)
    for path in sorted(paths):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.digest()


def of_libraries(names: tuple[str, ...]) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"python {python} " + " ".join(f"{name} {version(name)}" for name in names)


def code_version() -> str:
    """Of all rooms, with their data, and libraries: another one means that nothing kept can be
    trusted."""
    files = [path for kind in ("*.py", "*.json") for path in PLUGINS.rglob(kind)]
    code = of_files(files, PLUGINS).hex()
    return f"{code} {of_libraries(LIBRARIES)}"


def theme_version(theme: Path) -> str:
    """Of all templates, styles and scripts."""
    return of_files([path for path in theme.rglob("*") if path.is_file()], theme).hex()
