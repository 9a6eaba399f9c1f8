"""The theme's own files: one style sheet out of several, and scripts as they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..archive.library import Library
from ..archive.pages import File
from ..archive.site import Site

# The order of THEME.md: later sheets may rely on earlier ones.
SHEETS = ("tokens", "base", "layout", "prose", "components", "print")
STYLE = "theme/style.css"
# Folders of scripts that become one, each script after those it needs; some need one of another.
SCRIPTS = {
    "search": (
        "registry",
        "varint",
        "huffman",
        "tokens",
        "chunks",
        "elements",
        "syntax",
        "address",
        "segments",
        "lexicon",
        "names",
        "postings",
        "fields",
        "groups",
        "query",
        "forms",
        "sounds",
        "mistakes",
        "spelling",
        "typed",
        "records",
        "completions",
        "score",
        "phrases",
        "filters",
        "search",
        "order",
        "offers",
        "suggest",
        "typing",
        "place",
        "snippet",
        "events",
        "results",
        "counts",
        "facets",
        "histogram",
        "range",
        "status",
        "corrections",
        "takeaway",
        "page",
    ),
    "citations": ("cite", "csl", "ris", "bibtex", "csv", "download"),
    "reading": ("start", "cite-this", "sha256", "words", "text-check", "reading-keys"),
    "found": ("start", "../search/tokens", "marks"),
}


@dataclass(frozen=True, slots=True)
class Assets:
    """Files to write, and for each address a short digest that changes with its bytes."""

    files: tuple[File, ...]
    digests: Mapping[str, str]


def theme_files(static: Path) -> Assets:
    """The files under `theme/static`, published under `theme/`."""
    data = {STYLE: stylesheet(static / "css")}
    for folder, names in SCRIPTS.items():
        if (static / "js" / folder).is_dir():  # a theme may do without
            data[f"theme/js/{folder}.js"] = joined(static / "js" / folder, names)
    whole = ("css/", *(f"js/{folder}/" for folder in SCRIPTS))
    for path in sorted(static.rglob("*")):
        name = path.relative_to(static).as_posix()
        if path.is_file() and not name.startswith(whole):
            data[f"theme/{name}"] = path.read_bytes()
    return Assets(
        files=tuple(File(name, partial(same, found)) for name, found in sorted(data.items())),
        digests={name: sha256(found).hexdigest()[:8] for name, found in data.items()},
    )


def stylesheet(folder: Path) -> bytes:
    """One sheet of several: a page then waits for one request, not for six."""
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in SHEETS).encode()


def joined(folder: Path, names: tuple[str, ...]) -> bytes:
    """One script of several; one that the list leaves out, or names in vain, is an error."""
    there = {path.stem for path in folder.glob("*.js")}
    own = {name for name in names if "/" not in name}
    if there != own:
        raise ValueError(f"{folder}: these scripts and the list differ: {there ^ own}")
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names).encode()


def same(data: bytes, _library: Library, _site: Site) -> bytes:
    return data
