"""Atom (RFC 4287)."""

from plugins.archive.markup import ATOM, LANG, Element, line, piece
from plugins.archive.site import Site

from .links import address, urn
from .shapes import Channel, Facts

# Atom wants a date; a feed without entries was never updated.
NEVER = "1970-01-01T00:00:00Z"


def feed(channel: Channel, site: Site) -> bytes:
    path = f"{channel.stem}.xml"
    root = Element.root("feed", ATOM).set(LANG, site.lang)
    root.add("id", urn(site, path))
    root.add("title", channel.title)
    if channel.subtitle:
        root.add("subtitle", channel.subtitle)
    root.add("updated", max((item.updated for item in channel.items), default=NEVER))
    root.add("author").add("name", site.name)
    here = address(path, path, site)
    root.add("link", rel="self", type="application/atom+xml", href=here)
    page = address(path, channel.page, site)
    root.add("link", rel="alternate", type="text/html", href=page)
    return root.bytes(item.atom for item in channel.items)


def entry(facts: Facts) -> str:
    lines = [
        line("id", facts.id),
        line("title", facts.title),
        line("published", facts.published),
        line("updated", facts.updated),
        *(f"    <author>\n  {line('name', name)}    </author>\n" for name in facts.authors),
        line("link", rel="alternate", type="text/html", href=facts.url),
    ]
    if facts.via:
        lines.append(line("link", rel="via", href=facts.via, title=facts.source))
    lines += [line("category", term=id_, label=heading) for id_, heading in facts.tags]
    if facts.summary:
        lines.append(line("summary", facts.summary))
    if facts.html:
        lines.append(line("content", facts.html, type="html", xml_base=facts.url))
    elif facts.text:
        lines.append(line("content", facts.text))
    return piece("entry", lines, xml_lang=facts.lang)
