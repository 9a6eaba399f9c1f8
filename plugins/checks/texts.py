"""What can be wrong with the texts below the front matter."""

from ..archive.content import Content
from ..archive.permalinks import content_address, resolve
from ..archive.text.body import links
from ..archive.text.trial import fault_of
from .references import Found


def empty_texts(content: Content) -> Found:
    """An article with nothing to show says so with `text: metadata`, and then shows nothing."""
    for id_, article in sorted(content.articles.items()):
        if article.withdrawn or bool(article.body.strip()) != (article.text == "metadata"):
            continue
        yield (
            f"articles/{id_}.md",
            ("text",),
            "empty-text" if article.text != "metadata" else "text-not-shown",
            "no text stands below the front matter; add it, or write `text: metadata`"
            if article.text != "metadata"
            else "a text stands below, but `text: metadata` shows none; remove one of the two",
        )


def bodies(content: Content) -> Found:
    """A text must be renderable, and its relative links must lead somewhere."""
    texts = {f"articles/{id_}.md": article.body for id_, article in content.articles.items()}
    texts |= {f"pages/{name}.md": page.body for name, page in content.pages.items()}
    drafts = {f"articles/{i}.md" for i, a in content.articles.items() if a.status == "draft"}
    for path, body in sorted(texts.items()):
        fault = fault_of(body, path)
        if fault is not None:
            yield path, ("body", 0), "tangled-text", fault
        elif "](" in body or "]:" in body or "<" in body:
            yield from dead_links(content, path, body, drafts)


def dead_links(content: Content, path: str, body: str, drafts: set[str]) -> Found:
    for link, target in links(body):
        found = resolve(path, target)
        where = ("body", line_of(body, link))
        if found is None or found not in content.paths or content_address(found) is None:
            yield (
                path,
                where,
                "dead-link",
                f"the link {link} leads to no article, record or page; "
                "write the path of its file, such as ../2021/name.md",
            )
        elif found in drafts and path not in drafts:
            message = f"the link {link} leads to a draft; publish that one or remove the link"
            yield path, where, "dead-link", message


def line_of(body: str, link: str) -> int:
    """The line of the body, from 0, in which a link stands."""
    for number, line in enumerate(body.split("\n")):
        if link in line:
            return number
    return 0
