"""Settings of the site. What each one does stands beside it; nothing here is computed."""

import importlib
import sys
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

# The archive
SITENAME = "Cuttings"
SITESUBTITLE = "An archive of news, kept as digests"
COLLECTION = "Sample collection: India and Russia, from 1971"
DESCRIPTION = (
    "News reports about India and Russia, from the treaty of 1971 to the Delhi summit of "
    "December 2025: each digested in our own words, credited to the paper that printed it, "
    "and filed under everyone it names."
)
# Address where the site will stand, such as "https://example.org/cuttings"; empty means
# unknown: then no page holds an absolute address. `inv build --site-url` sets it.
SITEURL = ""
DEFAULT_LANG = "en"
# Licence under which digests may be reused: CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC0-1.0.
DIGEST_LICENCE = "CC-BY-4.0"
# What programs may do with the site: "welcome" (anything the rights of a text allow),
# "no-training" (search and read, but not train models) or "none" (stay away; search engines,
# too). It is written to robots.txt, llms.txt and the head of pages: docs/machine-readers.md.
MACHINE_READERS = "welcome"
# Words at years of the front page's chart: a curator's, never generated.
CHART_CAPTIONS = {
    1971: "Treaty of friendship",
    1984: "First Indian in orbit",
    1988: "Kudankulam agreed",
    2000: "Strategic partnership",
    2012: "Leased submarine",
    2021: "Vaccines, missiles, a summit",
}

# Folders
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = str(HERE / "theme")

# Processes that work side by side; 0 is one for each core.
JOBS = 0

# The rooms, in build order. Without `plugins.feeds`, say, a site has no feeds.
PLUGINS = [
    "plugins.checks",
    "plugins.home",
    "plugins.articles",
    "plugins.authorities",
    "plugins.dates",
    "plugins.atlas",
    "plugins.feeds",
    "plugins.machines",
    "plugins.data",
    "plugins.search",
    "plugins.publish",
]
ROOMS = tuple(PLUGINS)
for room in ROOMS:
    # Pelican only logs a plugin that can't be imported, and goes on without it.
    importlib.import_module(room)

# Text
TYPOGRIFY = True
# A name that a template misspells must stop the build, not print nothing.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
}
TIMEZONE = "UTC"

# Pelican's own articles, lists and feeds are not used: the rooms above make them.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
LOAD_CONTENT_CACHE = CACHE_CONTENT = False
