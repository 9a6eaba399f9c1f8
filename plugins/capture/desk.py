"""`inv import`: captures in, articles for review out; all of them, or none and why not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..archive import frontmatter
from ..archive.holdings import Holdings
from ..archive.licences import CODES
from ..archive.model import FrontMatter, may_publish_image
from ..archive.problems import Problem
from ..archive.progress import Progress
from ..archive.reading import read_record
from . import filing, sources
from .compose import TEXTS
from .drafts import Before, Choices, Draft, RefusedError, article_of, prepare
from .loading import Loaded, fault, files, load, passed_over

# Faults of a page that a web archive holds besides the articles: a front page, a frame.
PASSED_OVER = frozenset({"no-title", "no-date", "no-source", "no-text", "empty", "broken-markup",
                         "duplicate-article"})  # fmt: skip


@dataclass(slots=True)
class Taken:
    """What has become of the captures so far; nothing is written yet."""

    done: list[Draft | Before] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)


def import_files(
    paths: list[Path],
    *,
    content: Path,
    choices: Choices,
    show: Callable[[str], None],
    cache: Path | None = None,
) -> int:
    """Import captures for review and tell what was done; the exit code, 0 or 1.

    When one capture can't be imported, nothing at all is written. `cache` is where what the archive
    holds is kept; without it all of it is read.
    """
    with Holdings.opened(content, cache) as archive:
        found = list(archive.problems) or list(wrong_choices(archive, choices))
        return refuse(found, show) if found else import_into(archive, paths, choices, show)


def import_into(
    archive: Holdings, paths: list[Path], choices: Choices, show: Callable[[str], None]
) -> int:
    def prepared(capture: Loaded, is_alone: bool) -> Draft | Before:
        # Of several pages in a file those without a day are hardly articles: a front page, a frame.
        asked = choices if is_alone else replace(choices, date=None)
        draft = prepare(archive, capture, asked)
        if isinstance(draft, Draft):
            note(archive, draft)
        return draft

    taken = Taken()
    named = list(files(paths))
    with Progress(lambda: len(named), things="captures") as progress:
        for path in named:
            take(path, prepared, taken)
            progress.add()
    for line in (*others(paths), *taken.passed):
        show(line)
    if taken.problems:
        return refuse(taken.problems, show)
    if not taken.done:
        return refuse([fault(Path(), 1, "no-files", "no file was named; name a capture")], show)
    return finish(archive, taken.done, show)


def take(path: Path, prepared: Callable[[Loaded, bool], Draft | Before], taken: Taken) -> None:
    """One file; `prepared` is told whether a capture is the only one in it. Of several pages those
    that are no article, or one again, are passed over."""
    captures = load(path)
    if isinstance(captures, Problem):
        taken.problems.append(captures)
        return
    before, unfit = len(taken.done), []
    for capture in captures:
        try:
            taken.done.append(prepared(capture, len(captures) == 1))
        except RefusedError as error:
            unfit.append((capture, error.problem))
    for capture, problem in unfit:
        if len(taken.done) > before and capture.page and problem.code in PASSED_OVER:
            taken.passed.append(f"passed over: {capture.page.address}: {problem}")
        else:
            taken.problems.append(problem)


def others(paths: list[Path]) -> Iterator[str]:
    """What was in the named folders and is no capture."""
    passed = passed_over(paths)
    if passed:
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(passed.items()))
        yield f"passed over, for they are no captures: {kinds}"


def refuse(problems: list[Problem], show: Callable[[str], None]) -> int:
    for problem in sorted(set(problems)):
        show(str(problem))
    return 1


def wrong_choices(archive: Holdings, choices: Choices) -> Iterator[Problem]:
    if choices.source is not None:
        known = sources.named(archive, choices.source, "--source")
        if isinstance(known, Problem):
            yield known
    text, images = choices.text, choices.images
    try:
        _ = choices.date and choices.date("UTC")
    except ValueError as error:
        yield Problem("--date", 1, "bad-date", str(error))
    if text not in TEXTS:
        why = "a captured text is not in our own words" if text == "digest" else "unknown"
        yield Problem("--text", 1, "bad-text", f"{text}: {why}; choose one of {', '.join(TEXTS)}")
    if images is not None and not (images in CODES and may_publish_image(images)):
        free = ", ".join(sorted(filter(may_publish_image, CODES)))
        message = f"{images} is no licence to keep and show pictures; choose one of {free}"
        yield Problem("--images", 1, "bad-images", message)


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
    """Capture, pictures, records, report, article; the article last, for it makes the import
    complete."""
    told = archive.folder / filing.CAPTURES / f"{made.id}.report.txt"
    kept = archive.folder / filing.CAPTURES / made.file
    new = {} if kept.exists() else {kept: made.capture.data}
    names = archive.folder / filing.CAPTURES / f"{made.id}.names.yaml"
    new |= {archive.folder / "images" / name: data for name, data in made.pictures.items()}
    new |= {archive.folder / path: text.encode() for path, text in made.records.items()}
    new |= {names: made.names.encode()} if made.names and not names.exists() else {}
    new |= {told: made.report.encode(), archive.folder / "articles" / f"{made.id}.md":
            made.article.encode()}  # fmt: skip
    filing.write_all(new, frozenset({told}))
