"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

What is not known is left out. `_source` is ours: the newspaper, agency or site that the report
appeared in, also where no address of it is known.
"""

import msgspec

from plugins.archive.site import Site

from .links import address
from .shapes import Channel, Facts

VERSION = "https://jsonfeed.org/version/1.1"
# An item must show something.
NO_TEXT = "Only the record of this report is kept here; its text is not shown."


def feed(channel: Channel, site: Site) -> bytes:
    path = f"{channel.stem}.json"
    head = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": address(path, channel.page, site),
        "feed_url": address(path, path, site),
        "description": channel.subtitle,
        "language": site.lang,
        "authors": [{"name": site.name}],
    }
    lines = [f"{said(name)}: {said(value)}" for name, value in head.items() if value]
    items = ",\n".join(item.json for item in channel.items)
    return ("{\n" + ",\n".join([*lines, f'"items": [\n{items}\n]']) + "\n}\n").encode()


def item(facts: Facts) -> str:
    """One line, whatever the text."""
    shown = {"content_html": facts.rooted} if facts.html else {"content_text": facts.text}
    if not facts.html and not facts.text:
        shown = {"content_text": facts.summary or NO_TEXT}
    found = {
        "id": facts.id,
        "url": facts.url,
        "external_url": facts.via,
        "title": facts.title,
        **shown,
        # Once is enough where the summary is all there is.
        "summary": facts.summary if facts.summary not in shown.values() else None,
        "date_published": facts.published,
        "date_modified": facts.updated,
        "authors": [{"name": name} for name in facts.authors],
        "tags": [heading for _, heading in facts.tags],
        "language": facts.lang,
        "_source": {"name": facts.source},
    }
    return said({name: value for name, value in found.items() if value})


def said(value: object) -> str:
    return msgspec.json.encode(value).decode()
