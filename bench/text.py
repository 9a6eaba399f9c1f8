"""`python -m bench.text`: what it costs to set the text of an article, by step.

Each step first as the library does it, then as we do, turn by turn in one run.
"""

from collections.abc import Callable
from functools import partial
from time import process_time

from markdown import Markdown
from typogrify import filters

from plugins.archive.text import render
from plugins.archive.text.body import links, markdown, plain
from plugins.archive.text.sanitise import sanitise
from plugins.archive.text.typography import keep_codes_whole
from plugins.archive.text.typogrify_shortcuts import typogrify

from .drafts import draft

ARTICLES, ROUNDS, SEED = 500, 5, 1971
# The words of a news article as it is written, with the signs that one has.
TEXT = """\
The harbour at Vardnes will stay open through the winter, the port authority said on Tuesday, \
after the council agreed to pay for two more icebreakers. "We couldn't wait any longer," said \
Ingrid Solheim, the mayor. "Every week that the ferries don't sail costs the islands a fortune."

The first vessel, a refitted Ka-7, is due in November; the second follows in spring. Together \
they cost 41 million kroner, a third of it from NATO's fund for northern ports. The rest comes \
from the town's own reserve, which has stood untouched since the fishing crisis of 1989.

Not everyone is pleased. Fishermen have asked for years for a new quay, and they say that the \
money is spent on the wrong end of the bay. Their union called the decision "a gift to the \
tourist trade" and announced that its boats would stay in port on Friday. Arne Lie, who has \
fished here for four decades, put it more mildly. He doesn't mind the ice, he said, only the \
mud in which he has to land his catch.

## What was agreed

The plan was drawn up by the U.S. firm that rebuilt the docks of three other towns on the coast. \
It has four parts, and the council voted on each of them:

- two icebreakers, with crews of nine
- a depot for fuel on the eastern mole
- a radar station that the coastguard will share
- a school for pilots, to be opened in 2026

Only the depot was disputed. Eleven members voted for it and ten against, after a debate that \
went on until past midnight. The opposition wants a court to look at the vote, because two of \
those in favour own land beside the mole. See [an earlier report](../2021/depot-at-vardnes.md).

Mrs Solheim called that "nonsense" -- the land, she said, had been in the same families since \
her grandmother's day, and nobody would earn an øre from it. A spokesman for the ministry of \
transport said that it would study the papers and give its answer within six weeks.

The islanders, for whom all this is done, seem to take it calmly. On Skarvøy, the outermost, \
the shop had sold its last fresh bread on Saturday. "We've flour enough until Easter," said the \
shopkeeper, who wouldn't give his name. "And if the ship comes sooner, so much the better." \
The forecast for the coming days is for more frost, light winds and a little snow.
"""
TITLE = 'Harbour "stays open", says NATO\'s fund'
EXTENSIONS = ["tables", "footnotes", "def_list", "abbr", "sane_lists"]
HERE = "articles/2021/x.md"


def main() -> None:
    drafts = [draft(SEED, number) for number in range(ARTICLES)]
    words = sum(len(one.body.split()) for one in drafts) // ARTICLES
    print("ms of processor time: the library's, ours, ratio")
    print(f"\none text of {len(TEXT.split())} words, again and again")
    show([TEXT] * ARTICLES, [TITLE] * ARTICLES)
    print(f"\n{ARTICLES} made-up texts of {words} words")
    show([one.body for one in drafts], [one.title for one in drafts])


def show(texts: list[str], titles: list[str]) -> None:
    for name, functions, values in steps(texts, titles):
        best = [min(times) for times in zip(*rounds(functions, values), strict=True)]
        ratio = f"{best[1] / best[0]:8.2f}" if len(best) == 2 else ""
        print(f"{name:12}", *(f"{time * 1000 / ARTICLES:8.4f}" for time in best), ratio)


def steps(
    texts: list[str], titles: list[str]
) -> list[tuple[str, list[Callable[[str], object]], list[str]]]:
    """Name, the library's function and ours (or ours alone), and what they are given."""
    library = Markdown(extensions=EXTENSIONS, output_format="html")
    markup = [sanitise(markdown(text)) for text in texts]
    typeset = [typogrify(text) for text in markup]
    return [
        ("markdown", [lambda text: library.reset().convert(text), markdown], texts),
        ("typogrify", [filters.typogrify, typogrify], markup),
        ("a title", [filters.typogrify, typogrify], titles),
        ("codes", [keep_codes_whole], typeset),
        ("sanitise", [sanitise], typeset),
        ("plain", [plain], typeset),
        ("links", [links], texts),
        ("render", [partial(render, path=HERE)], texts),
    ]


def rounds(functions: list[Callable[[str], object]], texts: list[str]) -> list[list[float]]:
    return [[seconds(function, texts) for function in functions] for _ in range(ROUNDS)]


def seconds(function: Callable[[str], object], texts: list[str]) -> float:
    start = process_time()
    for text in texts:
        function(text)
    return process_time() - start


if __name__ == "__main__":
    main()
