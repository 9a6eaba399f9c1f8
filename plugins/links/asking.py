"""What one address answers: asked for its head, for its page where that is refused, and followed.

A permanent redirect says that the archive's address is out of date; a passing one does not. So
what is suggested is where an unbroken run of permanent ones leads.
"""

from contextlib import suppress
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from .answers import MISSING, MOVED, REFUSED, THERE, UNSURE, Answer
from .client import Client, LocalAddressError, NoReplyError, Reply
from .turns import RestingError, Turns

MOST_HOPS = 8
PERMANENT = frozenset({301, 308})
GONE = frozenset({404, 410})
OVERLOADED = frozenset({429, 503})
MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})
# A server that answers so to HEAD may mean the question, not the address.
NOT_BY_HEAD = range(400, 600)
SOME = 1_024  # bytes of a page: that it comes at all is enough
# A server that wants to be left alone for longer is: until the next run.
LONGEST = 60.0


class Asking:
    """`tries`: how often a request is sent that nobody answers, or with a trouble that may pass."""

    def __init__(self, client: Client, turns: Turns, tries: int = 3) -> None:
        self.client, self.turns, self.tries = client, turns, tries

    def ask(self, url: str) -> Answer | None:
        """The answer; None where a host that should give it is left alone by now."""
        try:
            return self.follow(url)
        except RestingError:
            return None
        except LocalAddressError:
            return Answer(found=REFUSED, why="leads to a private network", answered=False)
        except NoReplyError as error:
            found = MISSING if error.by_name else UNSURE
            return Answer(found=found, why=str(error), answered=False, by_name=error.by_name)

    def follow(self, url: str) -> Answer:
        here, lasting, is_lasting = url, url, True
        for _ in range(MOST_HOPS):
            reply = self.page(here)
            if over(reply):
                self.turns.let_rest(host_of(here))
            if reply.location is None:
                return judged(url, here, lasting, reply)
            is_lasting = is_lasting and reply.status in PERMANENT
            here = target(here, reply.location)
            if urlsplit(here).scheme not in ("http", "https"):
                return Answer(found=REFUSED, why=f"leads to {here[:200]}, which is no web page")
            if is_lasting:
                lasting = here
        return Answer(found=UNSURE, why="redirects that don't come to an end")

    def page(self, url: str) -> Reply:
        """The reply to HEAD; to GET where that is an error, unless it tells us to go away."""
        reply = self.send("HEAD", url, 0)
        if reply.status in NOT_BY_HEAD and reply.status not in OVERLOADED:
            reply = self.send("GET", url, SOME)
        return reply

    def send(self, method: str, url: str, most: int) -> Reply:
        """The last reply of several tries, each later than the one before."""
        host = host_of(url)
        for tried in range(self.tries):
            is_last = tried == self.tries - 1
            with self.turns.turn(host):
                try:
                    reply = self.client.send(method, url, most)
                except NoReplyError as error:
                    if is_last or not error.may_pass:
                        self.turns.note(host, answered=not error.may_pass)
                        raise
                    pause = 0.0
                else:
                    self.turns.note(host, answered=True)
                    pause = reply.wait
                    # An error of its own for HEAD is settled by GET, not by patience.
                    passes = reply.status in MAY_PASS and (method == "GET" or over(reply))
                    if is_last or not passes or pause > LONGEST:
                        return reply
                self.turns.put_off(host, max(pause, self.turns.delay * 2**tried))
        raise AssertionError("the last try returns or raises")


def over(reply: Reply) -> bool:
    return reply.status in OVERLOADED


def judged(url: str, here: str, lasting: str, reply: Reply) -> Answer:
    """What the last reply means, at `here`, for the address that was asked."""
    why, elsewhere = words(reply), here if here != url else ""
    if reply.status in GONE:
        return Answer(found=MISSING, why=why, to=elsewhere)
    if reply.status in MAY_PASS:
        return Answer(found=UNSURE, why=why, to=elsewhere)
    if not HTTPStatus.OK <= reply.status < HTTPStatus.MULTIPLE_CHOICES:
        return Answer(found=REFUSED, why=why, to=elsewhere)
    if elsewhere and is_front_page(here) and not is_front_page(url):
        # Many sites answer so for what they no longer have; it is no proof.
        return Answer(found=UNSURE, why="leads to a front page; it may be gone", to=here)
    if lasting != url:
        return Answer(found=MOVED, why=why, to=lasting)
    return Answer(found=THERE, why=why, to=elsewhere)


def words(reply: Reply) -> str:
    """404 Not Found, in the words of the standard: those of a server may be any."""
    try:
        return f"{reply.status} {HTTPStatus(reply.status).phrase}"
    except ValueError:
        return str(reply.status)


def is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def target(here: str, location: str) -> str:
    """Where a redirect leads. Its bytes may be UTF-8, which Python takes for Latin-1."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise NoReplyError("a redirect to what is no address", may_pass=False) from error


def host_of(url: str) -> str:
    """The machine to be polite to, whatever the port."""
    try:
        return (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return ""
