"""`inv import`: captures in, articles for review out; all of them, or none and why not."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from ..archive import frontmatter
from ..archive.holdings import Holdings
from ..archive.model import FrontMatter
from ..archive.problems import Problem
from ..archive.reading import read_record
from . import filing, sources
from .compose import TEXTS
from .drafts import Before, Draft, RefusedError, article_of, prepare
from .loading import fault, files


def import_files(
    paths: list[Path],
    *,
    content: Path,
    source: str | None,
    text: str,
    today: date,
    show: Callable[[str], None],
    records: bool = False,
    cache: Path | None = None,
) -> int:
    """Import captures for review and tell what was done; the exit code, 0 or 1.

    `source` is the id of a source, None to recognise it; `text` is full, excerpt or
    metadata; `records`: make records of new people who are surely named. When one capture can't
    be imported, nothing at all is written. `cache` is where what the archive holds is kept; without
    it all of it is read.
    """
    with Holdings.opened(content, cache) as archive:
        return import_into(archive, paths, source, text, today, show, records)


def import_into(
    archive: Holdings,
    paths: list[Path],
    source: str | None,
    text: str,
    today: date,
    show: Callable[[str], None],
    records: bool,
) -> int:
    found = list(archive.problems) or list(wrong_choices(archive, source, text))
    if found:
        return refuse(found, show)
    done: list[Draft | Before] = []
    for path in files(paths):
        try:
            draft = prepare(archive, path, source, text, today, records)
        except RefusedError as error:
            found.append(error.problem)
            continue
        done.append(draft)
        if isinstance(draft, Draft):
            note(archive, draft)
    if found:
        return refuse(found, show)
    if not done:
        return refuse([fault(Path(), 1, "no-files", "no file was named; name a capture")], show)
    return finish(archive, done, show)


def refuse(problems: list[Problem], show: Callable[[str], None]) -> int:
    for problem in sorted(set(problems)):
        show(str(problem))
    return 1


def wrong_choices(archive: Holdings, source: str | None, text: str) -> Iterator[Problem]:
    if source is not None:
        known = sources.named(archive, source, "--source")
        if isinstance(known, Problem):
            yield known
    if text not in TEXTS:
        why = "a captured text is not in our own words" if text == "digest" else "unknown"
        yield Problem("--text", 1, "bad-text", f"{text}: {why}; choose one of {', '.join(TEXTS)}")


def note(archive: Holdings, made: Draft) -> None:
    """Let the captures that follow in the same run know of this one."""
    document = frontmatter.read(made.article)
    front, _ = read_record(FrontMatter, document.values)
    assert front is not None
    archive.note(article_of(made.id, front, document.body))


def finish(archive: Holdings, done: list[Draft | Before], show: Callable[[str], None]) -> int:
    """Write the drafts one by one and tell; an error of the disk stops, with what is done said."""
    for made in done:
        try:
            if isinstance(made, Before):
                show(again(archive, made))
                continue
            write(archive, made)
        except OSError as error:
            message = f"{error.strerror or error}: {error.filename}; mend that and import again"
            return refuse([fault(made.capture.path, 1, "not-written", message)], show)
        show(made.report)
        show(summary(archive, made))
        for line in same_story(archive, made):
            show(line)
    return 0


def again(archive: Holdings, before: Before) -> str:
    """Where an imported capture is; its bytes come back if the article names them in vain."""
    path = archive.shown(f"articles/{before.article.id}.md")
    back = filing.restore(archive, before.article, before.capture.data)
    if back is None:
        return f"{path}: imported before; nothing was changed"
    return f"{path}: imported before; its capture was missing and is back at {back}"


def summary(archive: Holdings, made: Draft) -> str:
    words = made.account
    return (
        f"{archive.shown(f'articles/{made.id}.md')}: written for review; "
        f"{words.capture} words and signs: {words.body} in the text, "
        f"{words.front} in the front matter, {words.left_out} left out; "
        f"see {archive.shown(f'captures/{made.id}.report.txt')}"
    )


def same_story(archive: Holdings, made: Draft) -> Iterator[str]:
    """Articles that seem to be this one again, for the curator to choose between."""
    for one in made.copies:
        yield (
            f"{archive.shown(f'articles/{made.id}.md')}: the same story as "
            f"{archive.shown(f'articles/{one.id}.md')} ({one.share:.0%} of the shorter text); "
            "keep one of the two, or say under `accepted` that they belong side by side"
        )


def write(archive: Holdings, made: Draft) -> None:
    """Capture, report, article; the article last, for it makes the import complete."""
    told = archive.folder / filing.CAPTURES / f"{made.id}.report.txt"
    kept = archive.folder / filing.CAPTURES / made.file
    new = {} if kept.exists() else {kept: made.capture.data}
    names = archive.folder / filing.CAPTURES / f"{made.id}.names.yaml"
    new |= {archive.folder / path: text.encode() for path, text in made.records.items()}
    new |= {names: made.names.encode()} if made.names and not names.exists() else {}
    new |= {told: made.report.encode(), archive.folder / "articles" / f"{made.id}.md":
            made.article.encode()}  # fmt: skip
    filing.write_all(new, frozenset({told}))
