"""`inv form`: the two files of the form, written anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..archive.content import Content, read_content
from ..archive.problems import Problem
from .collections import collections

BACKENDS = ("github", "gitlab", "test-repo")
PROGRAM = "decap-cms.js"
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Form for curators</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<script src="{PROGRAM}"></script>
</body>
</html>
"""
HEAD = "# Made by `inv form` from the model: make it anew rather than change it.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the archive's repository is: `repo` as owner/name. `sign_in` is the address of a
    server that signs curators in; `app_id` names an application that does without (GitLab)."""

    backend: str = "github"
    repo: str = ""
    branch: str = "main"
    sign_in: str = ""
    app_id: str = ""


def write_form(
    folder: Path, content: Path, place: Place, *, today: date, show: Callable[[str], None]
) -> int:
    """Write `config.yml` and `index.html` into a folder; the exit code, 0 or 1."""
    archive = read_content(content)
    found = [*archive.problems, *faults(place)]
    if found:
        for problem in found:
            show(str(problem))
        return 1
    years = {id_[:4] for id_ in archive.articles} | {f"{today.year:04}"}
    settings = config(place, content.as_posix(), years, languages(archive))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.yml").write_text(written(settings), "utf-8", newline="\n")
    (folder / "index.html").write_text(PAGE, "utf-8", newline="\n")
    show(f"{folder}/config.yml and {folder}/index.html written; put the program beside them")
    return 0


def faults(place: Place) -> Iterable[Problem]:
    if place.backend not in BACKENDS:
        why = f"{place.backend}: unknown; choose one of {', '.join(BACKENDS)}"
        yield Problem("--backend", 1, "bad-backend", why)
    elif place.backend != "test-repo" and place.repo.count("/") < 1:
        why = "say where the archive's repository is, as owner/name"
        yield Problem("--repo", 1, "no-repo", why)


def config(
    place: Place, content: str, years: Iterable[str], languages: tuple[str, ...]
) -> dict[str, Any]:
    """The settings; each change is a proposal that is checked before it is published."""
    where = {"repo": place.repo, "branch": place.branch} if place.repo else {}
    sign_in = {"base_url": place.sign_in} if place.sign_in else {}
    app = {"auth_type": "pkce", "app_id": place.app_id} if place.app_id else {}
    return {
        "backend": {"name": place.backend, **where, **sign_in, **app},
        "publish_mode": "editorial_workflow",
        "media_folder": f"{content}/images",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "show_preview_links": False,
        "editor": {"preview": False},
        "collections": collections(content, years, languages),
    }


def languages(archive: Content) -> tuple[str, ...]:
    """Of the names in other scripts that there are."""
    scripts: Iterable[Mapping[str, object]] = (
        record.scripts for records in archive.authorities.values() for record in records.values()
    )
    return tuple(sorted({code for names in scripts for code in names}))


def written(settings: dict[str, Any]) -> str:
    text: str = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    return HEAD + text
