"""One address: what each kind of answer is taken for, and how politely it is asked."""

from time import monotonic

import pytest

from plugins.links.answers import MISSING, MOVED, REFUSED, THERE, UNSURE
from plugins.links.asking import Asking
from plugins.links.client import AGENT, Client
from plugins.links.turns import Turns


class Waits(list):
    """Notes the waits instead of waiting."""

    def __call__(self, seconds):
        self.append(seconds)


@pytest.fixture
def waits():
    return Waits()


@pytest.fixture
def ask(waits):
    client = Client(timeout=1.0, allow_local=True)
    return Asking(client, Turns(0.0, waits), tries=2).ask


@pytest.mark.parametrize(
    ("status", "found", "why"),
    [
        (200, THERE, "200 OK"),
        (204, THERE, "204 No Content"),
        (404, MISSING, "404 Not Found"),
        (410, MISSING, "410 Gone"),
        (401, REFUSED, "401 Unauthorized"),
        (403, REFUSED, "403 Forbidden"),
        (451, REFUSED, "451 Unavailable For Legal Reasons"),
        (429, UNSURE, "429 Too Many Requests"),
        (500, UNSURE, "500 Internal Server Error"),
        (503, UNSURE, "503 Service Unavailable"),
        (599, REFUSED, "599"),
    ],
)
def test_a_status_means(server, ask, status, found, why):
    server.pages["/x"] = (status, {}, b"")
    answer = ask(f"{server.base}/x")
    assert (answer.found, answer.why, answer.to) == (found, why, "")


def test_a_page_that_answers_is_asked_for_its_head_alone(server, ask):
    server.pages["/x"] = (200, {}, b"text")
    assert ask(f"{server.base}/x").found == THERE
    assert server.asked() == [("HEAD", "/x")]
    assert server.seen[0][2] == AGENT
    assert "Cuttings" in AGENT


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_a_server_that_refuses_head_is_asked_for_the_page(server, ask, status):
    server.pages["/x"] = (lambda h: status if h.command == "HEAD" else 200, {}, b"text")
    assert ask(f"{server.base}/x").found == THERE
    assert server.asked() == [("HEAD", "/x"), ("GET", "/x")]


def test_of_a_page_without_an_end_little_is_taken(server, ask):
    server.endless.add("/x")
    assert ask(f"{server.base}/x").found == THERE
    assert server.poured < 20_000_000  # what the two ends hold between them


def test_a_permanent_redirect_gives_the_address_to_write(server, ask):
    server.pages["/old"] = (301, {"Location": "/newer"}, b"")
    server.pages["/newer"] = (308, {"Location": f"{server.base}/new"}, b"")
    server.pages["/new"] = (200, {}, b"")
    answer = ask(f"{server.base}/old")
    assert (answer.found, answer.to) == (MOVED, f"{server.base}/new")


def test_a_passing_redirect_is_followed_and_nothing_else_is_suggested(server, ask):
    server.pages["/x"] = (302, {"Location": "/today"}, b"")
    server.pages["/today"] = (301, {"Location": "/now"}, b"")
    server.pages["/now"] = (200, {}, b"")
    answer = ask(f"{server.base}/x")
    assert (answer.found, answer.to) == (THERE, f"{server.base}/now")


def test_of_mixed_redirects_the_permanent_beginning_counts(server, ask):
    server.pages["/old"] = (301, {"Location": "/new"}, b"")
    server.pages["/new"] = (302, {"Location": "/new?consent=1"}, b"")
    server.pages["/new"] = (lambda h: 200 if "?" in h.path else 302, {"Location": "/new?c"}, b"")
    answer = ask(f"{server.base}/old")
    assert (answer.found, answer.to) == (MOVED, f"{server.base}/new")


def test_a_redirect_to_what_is_not_there_is_missing(server, ask):
    server.pages["/old"] = (301, {"Location": "/never"}, b"")
    answer = ask(f"{server.base}/old")
    assert (answer.found, answer.to) == (MISSING, f"{server.base}/never")


def test_a_redirect_to_a_front_page_proves_nothing(server, ask):
    server.pages["/story"] = (301, {"Location": "/"}, b"")
    server.pages["/"] = (200, {}, b"")
    answer = ask(f"{server.base}/story")
    assert answer.found == UNSURE
    assert "front page" in answer.why


def test_a_front_page_may_lead_to_another(server, ask):
    server.pages["/"] = (301, {"Location": f"{server.base}"}, b"")
    assert ask(f"{server.base}/").found == UNSURE  # in a circle
    server.pages["/"] = (200, {}, b"")
    assert ask(server.base).found == THERE


@pytest.mark.parametrize(
    ("location", "found"),
    [("/circle", UNSURE), ("ftp://127.0.0.1/x", REFUSED), ("http://[bad/", UNSURE)],
)
def test_a_redirect_that_leads_nowhere_is_no_proof(server, ask, location, found):
    server.pages["/circle"] = (302, {"Location": location}, b"")
    assert ask(f"{server.base}/circle").found == found


def test_a_redirect_in_another_script_is_followed(server, ask):
    wired = "/статья".encode().decode("latin-1")
    server.pages["/x"] = (301, {"Location": wired}, b"")
    server.pages["/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F"] = (200, {}, b"")
    answer = ask(f"{server.base}/x")
    assert (answer.found, answer.to) == (MOVED, f"{server.base}/статья")


def test_a_server_says_when_to_come_again(server, ask, waits):
    turns = iter([429, 200])
    server.pages["/x"] = (lambda h: next(turns), {"Retry-After": "7"}, b"")
    assert ask(f"{server.base}/x").found == THERE
    assert waits == pytest.approx([7.0], abs=1.0)
    assert waits[0] <= 7.0


def test_a_server_that_wants_a_long_rest_gets_it(server, ask, waits):
    server.pages["/x"] = (429, {"Retry-After": "3600"}, b"")
    server.pages["/y"] = (200, {}, b"")
    assert ask(f"{server.base}/x").found == UNSURE
    assert ask(f"{server.base}/y") is None
    assert server.asked() == [("HEAD", "/x")]
    assert waits == []


def test_a_silly_retry_after_is_passed_over(server, ask):
    server.pages["/x"] = (503, {"Retry-After": "soon"}, b"")
    assert ask(f"{server.base}/x").found == UNSURE


def test_no_answer_in_time_may_pass(server, ask):
    answer = ask(f"{server.base}/slow")
    assert (answer.found, answer.why) == (UNSURE, "no answer in time")
    assert server.asked() == [("HEAD", "/slow")] * 2


def test_a_connection_that_is_not_safe_is_no_proof(server, ask):
    answer = ask(f"{server.base.replace('http:', 'https:')}/x")
    assert answer.found == UNSURE
    assert answer.why.startswith("no safe connection")


def test_an_answer_that_trickles_is_broken_off(server, waits):
    server.trickling.add("/x")
    ask = Asking(Client(timeout=0.4, allow_local=True), Turns(0.0, waits), tries=1).ask
    began = monotonic()
    assert ask(f"{server.base}/x").found == UNSURE
    assert monotonic() - began < 10  # it would take twenty


def test_a_port_where_nobody_listens_may_pass(ask, closed):
    answer = ask(closed)
    assert (answer.found, answer.why) == (UNSURE, "no connection")


def test_a_host_that_is_silent_for_three_addresses_is_left_alone(ask, closed):
    found = [ask(f"{closed}{number}") for number in range(4)]
    assert [answer and answer.found for answer in found] == [UNSURE, UNSURE, UNSURE, None]


def test_a_name_that_does_not_exist_is_missing(ask):
    answer = ask("http://nobody.invalid/x")
    # Where there is no resolver at all the system says "try again", which proves nothing.
    assert (answer.found, answer.answered) in [(MISSING, False), (UNSURE, False)]
    assert answer.by_name == (answer.found == MISSING)


@pytest.mark.parametrize("url", ["http://[bad/", "http://a.example:99999/", "http:///x"])
def test_what_is_no_address_is_said(ask, url):
    answer = ask(url)
    assert (answer.found, answer.answered) == (UNSURE, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_network_is_not_asked(server, waits, host):
    asking = Asking(Client(timeout=1.0), Turns(0.0, waits))
    answer = asking.ask(f"http://{host}:{server.server_address[1]}/x")
    assert (answer.found, answer.why) == (REFUSED, "leads to a private network")
    assert server.seen == []


def test_one_host_is_asked_with_a_pause_after_each_request(server):
    now, waits = [100.0], []

    def wait(seconds):
        waits.append(seconds)
        now[0] += seconds

    turns = Turns(3.0, wait, clock=lambda: now[0])
    ask = Asking(Client(timeout=1.0, allow_local=True), turns).ask
    for path in ("/a", "/b"):
        server.pages[path] = (200, {}, b"")
        ask(f"{server.base}{path}")
    assert waits == [3.0]
