"""The content folder, read: every article, record and page, and what is wrong with each file.

Nothing is passed over: a file is an article, a record, a page, an image, a capture or the list of
addresses that are gone, or it is a problem. Paths in problems begin with the content folder's own
name.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from . import files, frontmatter
from .model import (
    AUTHORITIES,
    FILE_NAME,
    Article,
    Authority,
    FileName,
    FrontMatter,
    GoneAddress,
    GoneAddresses,
    PageMatter,
)
from .problems import Problem
from .reading import REMEDIES, Fault, read_record
from .scan import digest_of

MAX_IMAGE_BYTES = 20_000_000
GONE = "links.yaml"
MAX_GONE_BYTES = 50_000_000  # some 300,000 addresses
IMAGE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"})
# A name is an address; longer ones don't fit into a file system with ".html" behind them.
SLUG = re.compile(r"(?=.{1,200}$)[a-z0-9]+(?:-[a-z0-9]+)*")
YEAR = re.compile(r"[0-9]{4}")
# Pages that the rooms make beside the hand-written ones.
RESERVED = frozenset(
    {"404", "collection", "feeds", "index", "map", "reading", "search", "timeline"}
)
# Git and the curator's editor leave these; they are never content.
IGNORED = frozenset({".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", "README.md"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandPage:
    """A hand-written page: its name ("about"), keys and Markdown text."""

    name: str
    front: PageMatter
    body: str


@dataclass(slots=True)
class Content:
    """All that the content folder holds. `where` finds the line of a key later on."""

    folder: Path
    articles: dict[str, Article] = field(default_factory=dict)
    authorities: dict[str, dict[str, Authority]] = field(
        default_factory=lambda: {kind: {} for kind in AUTHORITIES}
    )
    # What articles with faulty keys say all the same, so that their ids are checked too.
    faulty: dict[str, dict[str, frontmatter.Value]] = field(default_factory=dict)
    pages: dict[str, HandPage] = field(default_factory=dict)
    images: set[str] = field(default_factory=set)
    captures: set[str] = field(default_factory=set)
    gone: dict[str, GoneAddress] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, dict[frontmatter.Path, int]] = field(default_factory=dict)
    body_lines: dict[str, int] = field(default_factory=dict)
    # Of the very bytes that were read: a file may change while it is taken in.
    digests: dict[str, bytes] = field(default_factory=dict)

    def problem(self, path: str, line: int, code: str, message: str) -> None:
        self.problems.append(Problem(self.shown(path), line, code, message))

    def shown(self, path: str) -> str:
        """The path as a curator sees it: from the folder that holds the content folder."""
        return f"{self.folder.name}/{path}"

    def where(self, path: str, *keys: str | int) -> int:
        """The line of a key of a file; of its nearest parent where it has none."""
        lines = self.lines.get(path, {})
        while keys and keys not in lines:
            keys = keys[:-1]
        return lines.get(keys, 1)


def read_content(folder: Path) -> Content:
    """Read everything under `folder`; faults are collected, never raised."""
    content = Content(Path(os.path.abspath(folder)))
    if not content.folder.is_dir():
        content.problem("", 1, "no-content", "there is no such folder; name one with --content")
        return content
    for path, kind in files.walk(content.folder):
        read_file(content, path, kind)
    return content


NOT_FILES = {
    "symlink": ("symlink", "this is a link; put the file itself here"),
    "special": ("not-a-file", "this is a pipe, socket or device; remove it"),
    "unreadable": ("unreadable", "this folder can't be opened; check its permissions"),
}


def read_file(content: Content, path: str, kind: str) -> None:
    """Sort one file into `content`, or say what is wrong with it."""
    if kind in NOT_FILES:
        content.problem(path, 1, *NOT_FILES[kind])
    elif path.rpartition("/")[2] not in IGNORED:
        content.paths.add(path)
        place = FILES.get(path) or PLACES.get(path.partition("/")[0], unknown_place)
        place(content, path)


def unknown_place(content: Content, path: str) -> None:
    content.problem(
        path,
        1,
        "unknown-file",
        "this is neither article, record, page, image nor capture; "
        f"move it to one of {', '.join(sorted(PLACES))} or remove it",
    )


def read_article(content: Content, path: str) -> None:
    folder, _, name = path.removeprefix("articles/").partition("/")
    if not (YEAR.fullmatch(folder) and name.endswith(".md") and SLUG.fullmatch(name[:-3])):
        content.problem(
            path,
            1,
            "unknown-file",
            "an article stands at articles/<year>/<name>.md, "
            "its name in small letters, digits and single hyphens; rename it",
        )
        return
    text = read_text(content, path)
    if text is None:
        return
    document = read_document(content, path, text)
    if document is None:
        return
    front, faults = read_record(FrontMatter, document.values)
    note_faults(content, path, faults)
    if front is None:
        content.faulty[path] = document.values
    else:
        id_ = f"{folder}/{name[:-3]}"
        keys = {key: getattr(front, key) for key in FrontMatter.__dataclass_fields__}
        content.articles[id_] = Article(id=id_, body=document.body, **keys)


def read_authority(content: Content, path: str) -> None:
    kind, _, name = path.removeprefix("authorities/").partition("/")
    if kind not in AUTHORITIES or not (name.endswith(".yaml") and SLUG.fullmatch(name[:-5])):
        content.problem(
            path,
            1,
            "unknown-file",
            f"a record stands at authorities/<kind>/<id>.yaml, <kind> one of "
            f"{', '.join(AUTHORITIES)}, <id> in small letters, digits and single hyphens; "
            "rename it",
        )
        return
    if name == "index.yaml":
        content.problem(
            path, 1, "reserved-name", f"{kind}/index.html lists all of them; rename the record"
        )
        return
    text = read_text(content, path)
    if text is None:
        return
    try:
        values, content.lines[path] = frontmatter.read_yaml(text)
    except frontmatter.FrontMatterError as error:
        content.problem(path, error.line, error.code, error.message)
        return
    record, faults = read_record(AUTHORITIES[kind], values)
    note_faults(content, path, faults)
    if record is not None:
        content.authorities[kind][name[:-5]] = record


def read_page(content: Content, path: str) -> None:
    name = path.removeprefix("pages/")
    if not (name.endswith(".md") and SLUG.fullmatch(name[:-3])):
        content.problem(path, 1, "unknown-file", "a page stands at pages/<name>.md; rename it")
        return
    if name.removesuffix(".md") in RESERVED:
        message = "this address is the archive's own; rename the page"
        content.problem(path, 1, "reserved-name", message)
        return
    text = read_text(content, path)
    document = read_document(content, path, text) if text is not None else None
    if document is None:
        return
    front, faults = read_record(PageMatter, document.values)
    note_faults(content, path, faults)
    if front is not None:
        content.pages[name[:-3]] = HandPage(name=name[:-3], front=front, body=document.body)


def note_image(content: Content, path: str) -> None:
    name = path.removeprefix("images/")
    try:
        size = (content.folder / path).stat().st_size
    except OSError as error:
        content.problem(path, 1, "unreadable", f"{error.strerror}; check its permissions")
        return
    if Path(path).suffix.lower() not in IMAGE_ENDINGS:
        endings = ", ".join(sorted(IMAGE_ENDINGS))
        content.problem(path, 1, "unknown-file", f"an image ends in one of {endings}; rename it")
    elif not re.fullmatch(FILE_NAME, name):
        content.problem(path, 1, "unknown-file", f"{REMEDIES[FileName]}; rename the image")
    elif size > MAX_IMAGE_BYTES:
        content.problem(path, 1, "too-large", "the image has over 20 MB; make it smaller")
    else:
        content.images.add(name)


def note_capture(content: Content, path: str) -> None:
    content.captures.add(path.removeprefix("captures/"))


def read_gone(content: Content, path: str) -> None:
    """The record of addresses that are gone, as `inv links` wrote it."""
    text = read_text(content, path, MAX_GONE_BYTES)
    if text is None:
        return
    try:
        values, content.lines[path] = frontmatter.read_yaml(text)
    except frontmatter.FrontMatterError as error:
        content.problem(path, error.line, error.code, error.message)
        return
    record, faults = read_record(GoneAddresses, values)
    note_faults(content, path, faults)
    if record is not None:
        content.gone = {one.url: one for one in record.gone}


FILES = {GONE: read_gone}
PLACES = {
    "articles": read_article,
    "authorities": read_authority,
    "pages": read_page,
    "images": note_image,
    "captures": note_capture,
}


def read_text(content: Content, path: str, most: int = files.MAX_BYTES) -> str | None:
    """The text of a file, or None after saying why it can't be read."""
    text: str | None = None
    data, faults = files.read(content.folder / path, most)
    if data is not None:
        content.digests[path] = digest_of(data)
        text, faults = files.decode(data)
    for line, code, message in faults:
        content.problem(path, line, code, message)
    return text


def read_document(content: Content, path: str, text: str) -> frontmatter.Document | None:
    try:
        document = frontmatter.read(text)
    except frontmatter.FrontMatterError as error:
        content.problem(path, error.line, error.code, error.message)
        return None
    content.lines[path] = dict(document.lines)
    content.body_lines[path] = document.body_line
    return document


def note_faults(content: Content, path: str, faults: list[Fault]) -> None:
    for keys, code, message in faults:
        label = f"`{place(keys)}` " if keys and code in ("bad-value", "bad-date") else ""
        content.problem(path, content.where(path, *keys), code, f"{label}{message}")


def place(keys: frontmatter.Path) -> str:
    """("images", 0, "rights") as images[1].rights, counting as people do."""
    shown = ""
    for key in keys:
        shown += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if shown else key
    return shown
