"""What Pelican logs and goes on after is counted."""

import logging

import pytest

from plugins.publish.errors import ErrorCounter


@pytest.fixture
def counter():
    found = ErrorCounter.watch("pelican-of-this-test")
    yield found
    found.unwatch()


def test_errors_of_a_logger_and_those_below_it_are_counted(counter):
    logging.getLogger("pelican-of-this-test").error("one")
    logging.getLogger("pelican-of-this-test.readers").critical("two")
    assert counter.count == 2


def test_warnings_and_other_loggers_do_not_count(counter):
    logging.getLogger("pelican-of-this-test").warning("no")
    logging.getLogger("elsewhere").error("no")
    assert counter.count == 0


def test_a_later_build_in_the_same_process_begins_at_nothing(counter):
    logging.getLogger("pelican-of-this-test").error("one")
    counter.unwatch()
    later = ErrorCounter.watch("pelican-of-this-test")
    logging.getLogger("pelican-of-this-test").error("two")
    later.unwatch()
    assert (counter.count, later.count) == (1, 1)
