"""What an open page is told: which build it is of, and what is wrong."""

import json
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class News:
    """`build` names the site that stands there; `problems` are the lines of the last build, if it
    was refused. `number` grows with each news."""

    number: int
    build: str
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        return json.dumps({"build": self.build, "problems": self.problems}, ensure_ascii=False)


class State:
    """The latest news, and threads that wait for others. `name` must differ from one server to
    the next: a page that an earlier one sent reloads, too."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.news = News(0, f"{name}-0")
        self.is_over = False
        self._changed = Condition()

    def built(self) -> None:
        """Another site stands there, or the same after a fault was mended."""
        number = self.news.number + 1
        self.tell(News(number, f"{self.name}-{number}"))

    def refused(self, problems: tuple[str, ...]) -> None:
        """The site is as it was."""
        self.tell(News(self.news.number + 1, self.news.build, problems))

    def tell(self, news: News) -> None:
        with self._changed:
            self.news = news
            self._changed.notify_all()

    def end(self) -> None:
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> News | None:
        """News later than `number`, waited for so long; None if there are none."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_over or self.news.number > number, seconds)
            return self.news if self.news.number > number else None
