"""Times as feeds write them: RFC 3339."""

from datetime import UTC, date, datetime

from plugins.archive.days import Moment
from plugins.archive.model import Article


def published(moment: Moment) -> str:
    """A day without a time counts from its midnight in UTC, as elsewhere."""
    return moment.time.isoformat() if moment.time else midnight(moment.day)


def midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def updated(article: Article) -> str:
    """The latest day that the front matter tells: published, added or corrected."""
    days = [correction.date for correction in article.corrections]
    days += [article.added] if article.added else []
    latest = max((midnight(day) for day in days), default="")
    first = datetime.fromtimestamp(article.date.utc, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return max(latest, first)
