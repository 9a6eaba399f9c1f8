"""The verbs: `inv --list` names them, `inv --help VERB` explains one."""

import sys
from pathlib import Path
from time import perf_counter

from invoke import Context, Exit, task

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


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
    positional=["file"],
    help={
        "file": "a text capture of an article, or a folder of them",
        "source": "id of the source that published it, such as mint",
        "text": "full, excerpt or metadata: what of it may be shown",
        "content": "folder that the article is added to",
        "cache": "folder for what is known of the archive; safe to delete",
        "records": "make records of new people who are surely named",
    },
)
def import_(
    _context: Context,
    file: str,
    source: str = "",
    text: str = "full",
    content: str = "content",
    cache: str = ".cache",
    records: bool = False,
) -> None:
    """Make an article for review out of a raw capture."""
    from datetime import datetime

    from plugins.capture.desk import import_files

    code = import_files(
        [Path(file)],
        content=Path(content),
        source=source or None,
        text=text,
        today=datetime.now().astimezone().date(),
        show=print,
        cache=Path(cache),
        records=records,
    )
    if code:
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


@task(help={"port": "port on this machine", "output": "folder of a built site"})
def serve(context: Context, port: int = 8000, output: str = "output") -> None:
    """Build, then show the site at http://127.0.0.1:8000/ until Ctrl-C."""
    from plugins.publish.command import serve_site

    build(context, output=output)
    serve_site(Path(output), port)


@task
def docs(_context: Context) -> None:
    """Write the schemas and tables in docs/ anew from the model."""
    from plugins.archive.schema import write_docs

    write_docs(HERE / "docs")


@task(help={"only": "run only tests that match this expression (pytest -k)"})
def test(context: Context, only: str = "") -> None:
    """Run all tests, two at a time; the browser tests need Chromium (`make test` sees to it)."""
    choice = f" -k '{only}'" if only else ""
    with context.cd(str(HERE)):
        context.run(f"{sys.executable} -m pytest -q -n 2{choice}", pty=sys.stdout.isatty())


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
