"""`python -m bench.make_archive FOLDER 10000`: a content folder of that many articles.

An article depends on the seed and its number alone. One more article is an archive of N + 1.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from .cast import SIZES, Record, record
from .drafts import Draft, draft, markdown

SEED = 1971


def make(articles: int, seed: int = SEED) -> Iterator[Record | Draft]:
    """Articles 0 to N - 1, each after the records that it is the first to name."""
    known: set[Record] = set()
    for one in fixed_records():
        known.add(one)
        yield one
    for number in range(articles):
        article = draft(seed, number)
        for named in article.records:
            if named not in known:
                known.add(named)
                yield named
        yield article


def write_archive(folder: Path, articles: int, seed: int = SEED) -> int:
    """Write the archive; the number of its records."""
    records = 0
    for one in make(articles, seed):
        if isinstance(one, Draft):
            write_article(folder, one)
        else:
            records += 1
            write_record(folder, one)
    return records


def fixed_records() -> Iterator[Record]:
    """All sources and tags, used or not: there are few, and a tag needs its wider one."""
    for kind in ("sources", "tags"):
        for rank in range(SIZES[kind]):
            yield record(kind, rank)


def write_article(folder: Path, article: Draft) -> None:
    write(folder / "articles" / f"{article.id}.md", markdown(article))


def write_record(folder: Path, one: Record) -> None:
    write(folder / "authorities" / one.kind / f"{one.id}.yaml", one.yaml())


def write(path: Path, text: str) -> None:
    data = text.encode()
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.make_archive", description=__doc__)
    parser.add_argument("folder", type=Path, help="content folder to write; must not be there")
    parser.add_argument("articles", type=int, help="how many")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.folder.exists():
        parser.error(f"{options.folder} is there already; name another folder")
    records = write_archive(options.folder, options.articles, options.seed)
    print(f"{options.articles} articles and {records} records in {options.folder}")


if __name__ == "__main__":
    main()
