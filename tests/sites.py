"""What a site says of itself, where a test doesn't ask."""

from plugins.archive.site import Site

SITE = Site(
    name="Cuttings",
    url=None,
    subtitle="",
    description="",
    collection="",
    lang="en",
    licence="CC-BY-4.0",
    marks=(),
)
