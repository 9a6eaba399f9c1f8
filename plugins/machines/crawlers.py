"""Programs that are known to collect text for training models, by the name they answer to.

Drawn up on 2026-11-23 from the public list at https://github.com/ai-robots-txt/ai.robots.txt: of
its many names those that collect for training, or may. Programs that fetch a page because a
reader asks for it, or to list it in a search, aren't here (ChatGPT-User, OAI-SearchBot,
Claude-User, PerplexityBot and the like). A name that is new since is missing: look again once a
year. The table in docs/machine-readers.md is made from this one (`inv docs`).
"""

import re
from pathlib import Path

# Name, whose it is.
TRAINING = (
    ("AI2Bot", "Allen Institute for AI"),
    ("Ai2Bot-Dolma", "Allen Institute for AI"),
    ("Amazonbot", "Amazon"),
    ("anthropic-ai", "Anthropic, an older name"),
    ("Applebot-Extended", "Apple; only a name to refuse by"),
    ("Bytespider", "ByteDance"),
    ("CCBot", "Common Crawl"),
    ("ClaudeBot", "Anthropic"),
    ("cohere-training-data-crawler", "Cohere"),
    ("Cotoyogi", "ROIS, Japan"),
    ("DeepSeekBot", "DeepSeek"),
    ("Diffbot", "Diffbot"),
    ("FacebookBot", "Meta"),
    ("Google-Extended", "Google; only a name to refuse by"),
    ("GPTBot", "OpenAI"),
    ("ImagesiftBot", "ImageSift"),
    ("meta-externalagent", "Meta"),
    ("omgili", "Webz.io"),
    ("PanguBot", "Huawei"),
    ("Timpibot", "Timpi"),
    ("Webzio-Extended", "Webz.io"),
)
PLACE = re.compile(r"(<!-- crawlers -->\n).*?(<!-- end -->)", re.DOTALL)


def fill_table(page: str) -> str:
    """The page with its table of crawlers made anew."""
    rows = "".join(f"| {name} | {whose} |\n" for name, whose in TRAINING)
    return PLACE.sub(lambda place: f"{place[1]}| name | whose |\n|---|---|\n{rows}{place[2]}", page)


def write_docs(folder: Path) -> None:
    page = folder / "machine-readers.md"
    page.write_text(fill_table(page.read_text("utf-8")), encoding="utf-8", newline="\n")
