"""OpenSearch 1.1: how a browser's own field can ask the search page.

Its template must be absolute, so without SITEURL there is none.
"""

from plugins.archive.library import Library
from plugins.archive.markup import OPENSEARCH, Element
from plugins.archive.site import Site

# Characters that the format allows.
SHORT, LONG, DESCRIPTION = 16, 48, 1024


def description(_library: Library, site: Site) -> bytes:
    if not site.url:
        return b""
    root = Element.root("OpenSearchDescription", OPENSEARCH)
    root.add("ShortName", cut(site.name, SHORT))
    if len(site.name) > SHORT:
        root.add("LongName", cut(site.name, LONG))
    root.add("Description", cut(f"Search {site.name}. {site.description}".strip(), DESCRIPTION))
    root.add("InputEncoding", "UTF-8")
    root.add("Language", site.lang)
    root.add("Image", site.absolute("theme/icon.svg"), type="image/svg+xml")
    # The braces are the format's; the words come where they stand, quoted.
    search = f"{site.absolute('search.html')}?q={{searchTerms}}"
    root.add("Url", type="text/html", template=search)
    own = site.absolute("opensearch.xml")
    root.add("Url", type="application/opensearchdescription+xml", rel="self", template=own)
    return root.bytes()


def cut(text: str, most: int) -> str:
    """At a word, where there is one to cut at."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]
