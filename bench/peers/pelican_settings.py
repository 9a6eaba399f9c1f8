"""Pelican as it comes, with addresses and pages like ours."""

SITENAME = "Bench"
SITEURL = ""
THEME = "theme"
ARTICLE_PATHS = ["articles"]
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
TYPOGRIFY = True
RELATIVE_URLS = True

ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{date:%Y}/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "people/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "sources/{slug}.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "dates/{date:%Y}.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "dates/{date:%Y-%m}.html"
DAY_ARCHIVE_URL = DAY_ARCHIVE_SAVE_AS = "dates/{date:%Y-%m-%d}.html"
DIRECT_TEMPLATES = ["index", "tags", "authors", "categories"]
DEFAULT_PAGINATION = 100

FEED_DOMAIN = "https://archive.example"
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "tags/{slug}.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
