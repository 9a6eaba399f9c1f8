"""The verbs: `inv --list` names them, `inv --help VERB` explains one."""

import sys
from pathlib import Path
from time import perf_counter

from invoke import Context, Exit, task

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from plugins.capture.several import SeveralFiles  # noqa: E402  # found through the line above


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
    }
)
def check(_context: Context, content: str = "content", format: str = "text") -> None:
    """Say everything that is wrong in the content; exit 1 if anything is."""
    from plugins.checks.command import check_content

    if code := check_content(Path(content), format):
        raise Exit(code=code)


@task(
    name="import",
    klass=SeveralFiles,
    positional=["file"],
    help={
        "file": "a capture (text, saved page, web archive) or a folder of them; several are fine",
        "source": "id of the source that published it, such as mint",
        "text": "full, excerpt or metadata: what of it may be shown",
        "images": "rights code of the pages' pictures, such as CC-BY-4.0, where you know it",
        "content": "folder that the article is added to",
    },
)
def import_(
    _context: Context,
    file: list[str],
    source: str = "",
    text: str = "full",
    images: str = "",
    content: str = "content",
) -> None:
    """Make articles for review out of raw captures: all of them or, if one is unfit, none."""
    from datetime import datetime

    from plugins.capture.desk import import_files

    code = import_files(
        [Path(name) for name in file],
        content=Path(content),
        source=source or None,
        text=text,
        images=images or None,
        today=datetime.now().astimezone().date(),
        show=print,
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


@task
def lint(context: Context) -> None:
    """Check style and types."""
    with context.cd(str(HERE)):
        context.run(f"{sys.executable} -m ruff check .")
        context.run(f"{sys.executable} -m ruff format --check .")
        context.run(f"{sys.executable} -m mypy")
