"""robots.txt (RFC 9309): who may fetch what, from the policy MACHINE_READERS.

Crawlers look for it at the root of a domain only; on a site below a path, the head of each page
says the same, as far as there are words for it.
"""

from urllib.parse import quote, urlsplit

from plugins.archive.library import Library
from plugins.archive.site import Site

from .crawlers import TRAINING

SAID = {
    "welcome": "Programs are welcome. What may be reused, and how, each page says.",
    "no-training": "Programs may fetch pages to search them and for readers who ask, "
    "not to train models.",
    "none": "Programs are asked to stay away.",
}


def robots(_library: Library, site: Site) -> bytes:
    blocks = [f"# {site.name}. {SAID[site.machine_readers]}\n", *groups(site)]
    sitemap = site.absolute("sitemap.xml")
    if sitemap and site.machine_readers != "none":
        blocks.append(f"Sitemap: {sitemap}\n")
    return "\n".join(blocks).encode()


def groups(site: Site) -> list[str]:
    """Rules for the crawlers they name; a rule without a path allows everything."""
    closed = f"Disallow: {root(site)}\n"
    if site.machine_readers == "none":
        return [f"User-agent: *\n{closed}"]
    everybody = "User-agent: *\nDisallow:\n"
    if site.machine_readers == "welcome":
        return [everybody]
    names = "".join(f"User-agent: {name}\n" for name, _ in TRAINING)
    return [names + closed, everybody]


def root(site: Site) -> str:
    """The path that the site stands at, as far as it is known: a neighbour is none of ours."""
    return f"{quote(urlsplit(site.url).path, safe='/%')}/" if site.url else "/"
