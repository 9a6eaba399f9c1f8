"""The pages that the room offers, one by one; `why` is told where changes lead to them."""

from datetime import date
from functools import partial

from plugins.archive.pages import Page
from plugins.archive.permalinks import anniversary_address, day_address, month_address, year_address

from .anniversaries import DAYS, anniversary_view, days_view
from .day import day_view
from .index import index_view
from .month import month_view
from .timeline import timeline_view
from .year import year_view


def index_page(why: str = "") -> Page:
    return Page("dates/index.html", "dates_index", index_view, why)


def timeline_page(why: str = "") -> Page:
    return Page("timeline.html", "timeline", timeline_view, why)


def days_page(why: str = "") -> Page:
    return Page(DAYS[0], "days", days_view, why)


def year_page(year: int, why: str = "") -> Page:
    return Page(year_address(year), "year", partial(year_view, year), why)


def month_page(year: int, month: int, why: str = "") -> Page:
    return Page(month_address(year, month), "month", partial(month_view, year, month), why)


def day_page(day: date, why: str = "") -> Page:
    return Page(day_address(day), "day", partial(day_view, day), why)


def anniversary_page(month: int, day: int, why: str = "") -> Page:
    view = partial(anniversary_view, month, day)
    return Page(anniversary_address(month, day), "anniversary", view, why)
