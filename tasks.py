"""The verbs: `inv --list` names them, `inv --help VERB` explains one."""

import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from invoke import Context, Exit
from invoke import task as invoke_task

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from plugins.archive.verb import Verb, be_quiet_where_nobody_reads  # noqa: E402  # found through the line above
from plugins.capture.several import SeveralFiles  # noqa: E402

if TYPE_CHECKING:
    from plugins.vocabulary.desk import Desk

task = partial(invoke_task, klass=Verb)
be_quiet_where_nobody_reads()


@task(
    help={
        "content": "folder of articles, records and pages",
        "output": "folder that the site is written to; replaced as a whole",
        "cache": "folder for results kept between builds; safe to delete",
        "site-url": "address where the site will stand; without it no link is absolute",
        "jobs": "processes that work side by side; 0 is one for each core",
        "explain": "print every file that is made, and why",
    }
)
def build(
    _context: Context,
    content: str = "content",
    output: str = "output",
    cache: str = ".cache",
    site_url: str = "",
    jobs: int = 0,
    explain: bool = False,
) -> None:
    """Build the site: all of it or, if anything is wrong, nothing."""
    from plugins.archive.asked import Asked
    from plugins.archive.unchanged import Question

    started = perf_counter()
    asked = Asked.of(
        HERE / "pelicanconf.py",
        content=Path(content),
        output=Path(output),
        cache=Path(cache),
        site_url=site_url,
    )
    question = Question(asked)
    if question.is_answered(explain=explain, started=started):
        return
    from plugins.publish import build_site

    code = build_site(asked, seen=question.seen, jobs=jobs, explain=explain, started=started)
    if code:
        raise Exit(code=code)


@task(
    help={
        "content": "folder of articles, records and pages",
        "format": "text, or json, or github (annotations)",
        "cache": "folder for results kept between checks; safe to delete",
        "staged": "judge what is staged for the next commit, not what lies in the folder",
    }
)
def check(
    _context: Context,
    content: str = "content",
    format: str = "text",
    cache: str = ".cache",
    staged: bool = False,
) -> None:
    """Say all that is wrong in the content, and what is doubtful; exit 1 if anything is wrong."""
    from datetime import datetime

    from plugins.checks.command import check_content

    today = datetime.now().astimezone().date()
    code = check_content(Path(content), format, Path(cache), today, is_staged=staged)
    if code:
        raise Exit(code=code)


@task(
    name="import",
    klass=SeveralFiles,
    positional=["file"],
    help={
        "file": "a capture (text, saved page, web archive) or a folder of them; several are fine",
        "source": "id of the source that published it, such as mint",
        "text": "full, excerpt or metadata: what of it may be shown",
        "date": "day of publication, as 6 April 2021, of captures that don't say it",
        "images": "rights code of the pages' pictures, such as CC-BY-4.0, where you know it",
        "content": "folder that the article is added to",
        "cache": "folder for what is known of the archive; safe to delete",
        "records": "make records of new people who are surely named",
    },
)
def import_(
    _context: Context,
    file: list[str],
    source: str = "",
    text: str = "full",
    date: str = "",
    images: str = "",
    content: str = "content",
    cache: str = ".cache",
    records: bool = False,
) -> None:
    """Make articles for review out of raw captures: all of them or, if one is unfit, none."""
    from datetime import datetime

    from plugins.accession.dates import read as read_date
    from plugins.capture.desk import import_files
    from plugins.capture.drafts import Choices

    today = datetime.now().astimezone().date()
    code = import_files(
        [Path(name) for name in file],
        content=Path(content),
        choices=Choices(
            source=source or None,
            text=text,
            today=today,
            images=images or None,
            records=records,
            date=partial(read_date, date, today=today) if date else None,
        ),
        show=print,
        cache=Path(cache),
    )
    if code:
        raise Exit(code=code)


@task(
    positional=["file"],
    help={
        "file": "the picture",
        "name": "name that it gets below content/images, such as 2021/harbour; no ending",
        "rights": "rights code that lets everybody keep and show it, such as CC-BY-4.0",
        "content": "folder that the picture is added to",
    },
)
def picture(_context: Context, file: str, name: str, rights: str, content: str = "content") -> None:
    """Take one picture in, with a licence and without what is hidden in its file."""
    from plugins.capture.by_hand import take_picture

    if code := take_picture(Path(file), name, rights, content=Path(content), show=print):
        raise Exit(code=code)


@task(
    positional=[],
    help={
        "title": "title as published, or of the digest",
        "date": "as 2021-04-06, 6 April 2021 or 6 April 2021 15:28",
        "source": "id or name of the source that published it",
        "source-url": "address of the original",
        "authors": "bylines as printed, with semicolons between",
        "people": "ids or names, with commas between",
        "places": "ids or names, with commas between",
        "organisations": "ids or names, with commas between",
        "tags": "ids or names, with commas between",
        "summary": "one or two sentences",
        "text": "what the text is: full, excerpt, digest or metadata",
        "body": "file with the text, in Markdown; - is standard input",
        "name": "the file's name, without its ending; else one is made of the title",
        "new": "make records of people, places, organisations and tags that have none",
        "yes": "write it without a question",
        "content": "folder that the article is added to",
    },
)
def add(  # noqa: PLR0913, PLR0917  # each is an option of the command
    _context: Context,
    title: str = "",
    date: str = "",
    source: str = "",
    source_url: str = "",
    authors: str = "",
    people: str = "",
    places: str = "",
    organisations: str = "",
    tags: str = "",
    summary: str = "",
    text: str = "",
    body: str = "",
    name: str = "",
    new: bool = False,
    yes: bool = False,
    content: str = "content",
) -> None:
    """Ask the way to a new article; with --title, --date and --source nothing needs asking."""
    from datetime import datetime

    from plugins.accession.desk import Desk
    from plugins.accession.desk import add as add_article
    from plugins.capture.filing import write_all
    from plugins.checks.desk import check as find_problems

    given = {
        "title": title,
        "date": date,
        "source": source,
        "source_url": source_url,
        "authors": authors,
        "people": people,
        "places": places,
        "organisations": organisations,
        "tags": tags,
        "summary": summary,
        "text": text,
        "name": name,
    }
    terminal = None
    if body != "-" and sys.stdin.isatty() and sys.stdout.isatty():
        from plugins.accession.terminal import Terminal

        terminal = Terminal(print)
    desk = Desk(
        folder=Path(content),
        today=datetime.now().astimezone().date(),
        check=find_problems,
        write=lambda files: write_all(files, frozenset()),
        terminal=terminal,
        yes=yes,
        makes_records=new,
    )
    if code := add_article(desk, given, body):
        raise Exit(code=code)


@task(
    positional=["file"],
    help={
        "file": "SQLite file to write; an earlier export there is replaced",
        "content": "folder of articles, records and pages",
        "site-url": "address where the site stands; without it addresses begin at its root",
    },
)
def export(_context: Context, file: str, content: str = "content", site_url: str = "") -> None:
    """Write the archive into one SQLite file: all that may be shown, with full-text search."""
    from plugins.checks.desk import check as find_problems
    from plugins.data.command import export as export_archive

    if code := export_archive(Path(content), Path(file), find_problems, site_url=site_url):
        raise Exit(code=code)


def at_desk(content: str, yes: bool, dry_run: bool, anyway: bool) -> "Desk":
    """How the four verbs below make a change."""
    from plugins.checks.desk import check as find_problems
    from plugins.vocabulary.desk import Desk, ask

    return Desk(
        folder=Path(content),
        check=find_problems,
        yes=yes,
        dry_run=dry_run,
        anyway=anyway,
        ask=ask,
    )


CHANGE = {
    "yes": "make the change without a question",
    "dry-run": "show the change and stop there",
    "anyway": "make it in files too that have edits which are not committed",
    "content": "folder of articles, records and pages",
}


@task(
    positional=["kind", "old", "new"],
    help={
        "kind": "people, places, organisations, sources or tags",
        "old": "id that the record has",
        "new": "id that it gets; the old one redirects",
        "heading": "name that it gets; the old one becomes a variant",
        **CHANGE,
    },
)
def rename(
    _context: Context,
    kind: str,
    old: str,
    new: str,
    heading: str = "",
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Give a record another id, in its file's name and everywhere it is mentioned."""
    from plugins.vocabulary import verbs

    if code := verbs.rename(at_desk(content, yes, dry_run, anyway), kind, old, new, heading):
        raise Exit(code=code)


@task(
    name="rename-tag",
    positional=["old", "new"],
    help={
        "old": "id that the tag has",
        "new": "id that it gets; the old one redirects",
        "heading": "name that it gets; the old one becomes a variant",
        **CHANGE,
    },
)
def rename_tag(
    _context: Context,
    old: str,
    new: str,
    heading: str = "",
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Give a tag another id, in its file's name and everywhere it is mentioned."""
    from plugins.vocabulary import verbs

    if code := verbs.rename(at_desk(content, yes, dry_run, anyway), "tags", old, new, heading):
        raise Exit(code=code)


@task(
    positional=["kind", "keep", "others"],
    help={
        "kind": "people, places, organisations, sources or tags",
        "keep": "id of the record that is kept",
        "others": "ids of records that are the same, with commas; they redirect",
        **CHANGE,
    },
)
def merge(
    _context: Context,
    kind: str,
    keep: str,
    others: str,
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Make several records one, with all their names, and so everywhere they are mentioned."""
    from plugins.vocabulary import verbs

    if code := verbs.merge(at_desk(content, yes, dry_run, anyway), kind, keep, others):
        raise Exit(code=code)


@task(
    name="merge-people",
    positional=["keep", "others"],
    help={
        "keep": "id of the person that is kept",
        "others": "ids of records of the same person, with commas; they redirect",
        **CHANGE,
    },
)
def merge_people(
    _context: Context,
    keep: str,
    others: str,
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Make several records of a person one, and so everywhere they are mentioned."""
    from plugins.vocabulary import verbs

    if code := verbs.merge(at_desk(content, yes, dry_run, anyway), "people", keep, others):
        raise Exit(code=code)


@task(
    positional=["article", "new"],
    help={
        "article": "the article, as 2021/name or the path of its file",
        "new": "where it goes, as 2021/other-name; the old address redirects",
        **CHANGE,
    },
)
def move(
    _context: Context,
    article: str,
    new: str,
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Give an article another address, and every link to it."""
    from plugins.vocabulary import verbs

    if code := verbs.move(at_desk(content, yes, dry_run, anyway), article, new):
        raise Exit(code=code)


@task(
    positional=["article"],
    help={
        "article": "the article, as 2021/name or the path of its file",
        "reason": "why, for readers",
        "keep-text": "leave the text in the file, where the site doesn't show it",
        **CHANGE,
    },
)
def withdraw(
    _context: Context,
    article: str,
    reason: str,
    keep_text: bool = False,
    yes: bool = False,
    dry_run: bool = False,
    anyway: bool = False,
    content: str = "content",
) -> None:
    """Take an article out: its address tells why, its text goes."""
    from datetime import datetime

    from plugins.vocabulary import verbs

    today = datetime.now().astimezone().date()
    desk = at_desk(content, yes, dry_run, anyway)
    if code := verbs.withdraw(desk, article, reason, today, keep_text=keep_text):
        raise Exit(code=code)


@task(
    positional=["folder"],
    help={
        "folder": "folder for the form's two files, which are made anew",
        "content": "folder of articles, records and pages, as the repository names it",
        "backend": "github, gitlab, or test-repo (a trial that keeps nothing)",
        "repo": "where the archive's repository is, as owner/name",
        "branch": "branch that is published",
        "sign-in": "address of the server that signs curators in, where the backend needs one",
        "app-id": "identifier of an application that signs in without a server (GitLab)",
    },
)
def form(
    _context: Context,
    folder: str = "form",
    content: str = "content",
    backend: str = "github",
    repo: str = "",
    branch: str = "main",
    sign_in: str = "",
    app_id: str = "",
) -> None:
    """Write a form for curators who use no editor: settings of Decap CMS, made from the model."""
    from datetime import datetime

    from plugins.forms.command import Place, write_form

    code = write_form(
        Path(folder),
        Path(content),
        Place(backend=backend, repo=repo, branch=branch, sign_in=sign_in, app_id=app_id),
        today=datetime.now().astimezone().date(),
        show=print,
    )
    if code:
        raise Exit(code=code)


@task(
    help={
        "delay": "seconds between two requests to one host",
        "timeout": "seconds to wait for an answer",
        "limit": "ask no more than so many addresses; 0 is all that are due",
        "older-than": "ask again what was asked so many days ago; 0 is everything",
        "at-once": "hosts that are asked side by side",
        "suggest": "ask the Internet Archive for copies of what is missing; nothing is written",
        "archive": "address of the archive that --suggest asks",
        "report": "only say what is known already, about all addresses",
        "allow-local": "ask addresses on this machine and private networks, too",
        "content": "folder of articles, records and pages",
        "cache": "folder for answers kept between runs; safe to delete",
    }
)
def links(  # noqa: PLR0913, PLR0917  # each is an option of the command
    _context: Context,
    delay: str = "3",
    timeout: str = "20",
    limit: int = 0,
    older_than: int = 30,
    at_once: int = 8,
    suggest: bool = False,
    archive: str = "https://archive.org",
    report: bool = False,
    allow_local: bool = False,
    content: str = "content",
    cache: str = ".cache",
) -> None:
    """Ask politely whether source addresses still lead anywhere; record what is gone."""
    from datetime import datetime

    from plugins.links.command import Choices, check_links, seconds

    choices = Choices(
        delay=seconds(delay),
        timeout=seconds(timeout),
        limit=limit,
        older_than=older_than,
        at_once=at_once,
        suggest=suggest,
        archive=archive,
        report=report,
        allow_local=allow_local,
    )
    today = datetime.now().astimezone().date()
    if code := check_links(Path(content), Path(cache), choices, today=today, show=print):
        raise Exit(code=code)


@task(
    help={
        "content": "folder of articles, records and pages",
        "cache": "folder for results kept between builds, which save reading the content",
        "format": "text, or json",
    }
)
def stats(
    _context: Context, content: str = "content", cache: str = ".cache", format: str = "text"
) -> None:
    """Show the state of the archive at a glance, its gaps included."""
    from plugins.stats.command import show_stats

    if code := show_stats(Path(content), Path(cache), format):
        raise Exit(code=code)


@task(
    help={
        "port": "port on this machine",
        "content": "folder of articles, records and pages",
        "output": "folder that the site is written to; replaced as a whole",
        "cache": "folder for results kept between builds; safe to delete",
    }
)
def serve(
    _context: Context,
    port: int = 8000,
    content: str = "content",
    output: str = "output",
    cache: str = ".cache",
) -> None:
    """Show the site at http://127.0.0.1:8000/, and build whenever something is saved."""
    from plugins.preview.builder import Builder, waiting_build
    from plugins.preview.desk import serve as serve_site

    settings = HERE / "pelicanconf.py"
    folders = [str(Path(folder).absolute()) for folder in (content, output, cache)]
    command = waiting_build("plugins.publish.waiting", str(settings), *folders)
    code = serve_site(
        port,
        output=Path(output).absolute(),
        content=(Path(content).absolute(), HERE / "theme"),
        code=(HERE / "plugins", settings),
        builder=Builder(command, HERE),
        show=print,
    )
    if code:
        raise Exit(code=code)


@task
def docs(_context: Context) -> None:
    """Write the schemas and tables in docs/ anew from the code."""
    from plugins.archive import schema
    from plugins.machines import crawlers

    schema.write_docs(HERE / "docs")
    crawlers.write_docs(HERE / "docs")


@task(help={"only": "run only tests that match this expression (pytest -k)"})
def test(context: Context, only: str = "") -> None:
    """Run all tests, two at a time; the browser tests need Chromium (`make test` sees to it)."""
    choice = f" -k '{only}'" if only else ""
    with context.cd(str(HERE)):
        context.run(
            f"{sys.executable} -m pytest -q -n 2 --dist worksteal{choice}", pty=sys.stdout.isatty()
        )


@task
def golden(context: Context) -> None:
    """Write the expected pages of tests/site/golden anew; look at the change before you commit."""
    with context.cd(str(HERE)):
        context.run(f"{sys.executable} -m tests.site.renew")


@task(
    help={
        "sizes": "numbers of articles, with commas",
        "peers": "hugo, pagefind, pelican, with commas; empty measures ours alone",
        "jobs-list": "cold, unchanged, added, edited, backdated, theme, with commas",
        "rounds": "how often each is measured, turn by turn",
        "tmpfs": "measure in this folder, on a memory file system, instead of on disk",
        "record": "write the results to docs/performance.md",
    }
)
def bench(
    _context: Context,
    sizes: str = "1000,10000",
    peers: str = "hugo,pagefind,pelican",
    jobs_list: str = "cold,unchanged,added,edited,backdated,theme",
    rounds: int = 3,
    tmpfs: str = "",
    record: bool = False,
) -> None:
    """Measure builds beside Hugo, Pagefind and stock Pelican on the same articles."""
    from datetime import datetime

    from bench.command import bench as run_bench

    code = run_bench(
        HERE,
        day=datetime.now().astimezone().date().isoformat(),
        sizes=sizes,
        peers=peers,
        jobs=jobs_list,
        rounds=rounds,
        tmpfs=tmpfs,
        record=record,
    )
    if code:
        raise Exit(code=code)


@task(
    name="bench-search",
    help={
        "sizes": "numbers of articles, with commas; empty shows what is kept",
        "record": "write the results to docs/performance.md",
        "quality": "instead: how well it ranks the collection with judged questions in this folder",
    },
)
def bench_search(
    _context: Context, sizes: str = "10000", record: bool = False, quality: str = ""
) -> None:
    """Measure downloads, times and memory of the search, in Chromium and out of it."""
    from datetime import datetime

    from bench.search.command import bench as run_bench
    from bench.search.quality import quality as run_quality

    today = datetime.now().astimezone().date().isoformat()
    if quality:
        code = run_quality(Path(quality))
    else:
        code = run_bench(HERE, day=today, sizes=sizes, record=record)
    if code:
        raise Exit(code=code)


@task(
    name="bench-import",
    help={
        "pages": "tar of saved pages with their texts; docs/performance.md says which",
        "record": "write the results to docs/performance.md",
    },
)
def bench_import(
    _context: Context,
    pages: str = "../shared/testdata/article-extraction-benchmark.tar.xz",
    record: bool = False,
) -> None:
    """Measure how well an import finds the text of saved pages, beside trafilatura alone."""
    from datetime import datetime

    from bench.extraction.command import bench as run_bench

    today = datetime.now().astimezone().date().isoformat()
    if code := run_bench(HERE, Path(pages), day=today, record=record):
        raise Exit(code=code)


@task(
    name="bench-names",
    help={
        "folder": "folder of the marked collections",
        "record": "write the results to docs/performance.md",
    },
)
def bench_names(
    _context: Context, folder: str = "../shared/testdata", record: bool = False
) -> None:
    """Measure how well names are compared, and people found in news."""
    from datetime import datetime

    from bench.names.command import bench as run_bench

    today = datetime.now().astimezone().date().isoformat()
    if code := run_bench(HERE, Path(folder), day=today, record=record):
        raise Exit(code=code)


@task(name="bench-pages")
def bench_pages(context: Context) -> None:
    """Ask Lighthouse how fast each kind of page is; needs Node. Run nothing beside it."""
    with context.cd(str(HERE)):
        context.run(
            f"{sys.executable} -m pytest -v -m speed tests/browser/test_lighthouse.py",
            pty=sys.stdout.isatty(),
        )


@task
def lint(context: Context) -> None:
    """Check style and types."""
    with context.cd(str(HERE)):
        context.run(f"{sys.executable} -m ruff check .")
        context.run(f"{sys.executable} -m ruff format --check .")
        context.run(f"{sys.executable} -m mypy")


@task(
    name="bench-check",
    help={
        "sizes": "numbers of articles, with commas; empty shows what is kept",
        "rounds": "how often each is measured, turn by turn",
        "record": "write the results to docs/performance.md",
        "texts": "instead: how many copies of the texts (*.txt) in this folder are found",
    },
)
def bench_check(
    _context: Context, sizes: str = "10000", rounds: int = 5, record: bool = False, texts: str = ""
) -> None:
    """Measure checks and imports in a large archive."""
    from datetime import datetime

    from bench.desk.command import bench as run_bench
    from bench.desk.command import bench_copies

    if texts:
        code = bench_copies(Path(texts))
    else:
        today = datetime.now().astimezone().date().isoformat()
        code = run_bench(HERE, day=today, sizes=sizes, rounds=rounds, record=record)
    if code:
        raise Exit(code=code)
