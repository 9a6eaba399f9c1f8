"""Counts what Pelican logs as an error: it goes on after most of them, and exits 0."""

import logging


class ErrorCounter(logging.Handler):
    """Counts records at level ERROR and above of one logger and its children."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__(logging.ERROR)
        self.logger = logger
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1

    @classmethod
    def watch(cls, name: str) -> "ErrorCounter":
        counter = cls(logging.getLogger(name))
        counter.logger.addHandler(counter)
        return counter

    def unwatch(self) -> None:
        self.logger.removeHandler(self)
