"""A watched page tells what goes wrong on it: without this, every other test here is blind."""

import pytest

POLICY = "default-src 'none'; script-src 'self' {}; img-src 'self'"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{title}</title>
<p>A page{body}"""


@pytest.fixture
def shown(open_page, tmp_path):
    """Opens a page with `body` in it, scripts allowed or not, and returns it."""

    def shown(body="", *, scripts=False, **options):
        policy = POLICY.format("'unsafe-inline'" if scripts else "")
        file = tmp_path / "page.html"
        file.write_text(PAGE.format(policy=policy, title="Try", body=body), encoding="utf-8")
        page = open_page(**options)
        page.goto(file.as_uri())
        page.wait_for_timeout(100)
        return page

    return shown


def told(faults, words, page):
    """What a page reports arrives when it may; on a busy machine that takes a while."""
    for _ in range(50):
        if any(words in fault for fault in faults):
            break
        page.wait_for_timeout(100)
    found = [fault for fault in faults if words in fault]
    faults.clear()
    return bool(found)


def test_a_sound_page_has_no_faults(shown, faults):
    assert shown().title() == "Try"
    assert faults == []


def test_a_page_without_scripts_can_be_watched(shown, faults):
    assert shown(java_script_enabled=False).title() == "Try"
    assert faults == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("<script>0</script>", "policy: script-src", id="inline script"),
        pytest.param("<p style='color:red'>", "policy: style-src", id="inline style"),
        pytest.param("<img src='https://other.invalid/x.png'>", "policy: img-src", id="image"),
        pytest.param("<img src='none.png'>", "request failed", id="missing file"),
    ],
)
def test_what_the_policy_or_the_disk_refuses_is_told(shown, faults, body, words):
    page = shown(body)
    assert told(faults, words, page)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        pytest.param("console.error('seen')", "console: seen", id="console"),
        pytest.param("throw new Error('thrown')", "script: thrown", id="exception"),
        pytest.param("alert('asked')", "dialog: asked", id="dialog"),
        pytest.param("location = 'http://other.invalid/'", "another origin", id="going away"),
        pytest.param("open('http://other.invalid/')", "another origin", id="new window"),
        pytest.param(
            "new Image().src = 'https://other.invalid/x'", "policy: img-src", id="by script"
        ),
    ],
)
def test_what_a_script_does_is_told(shown, faults, script, words):
    page = shown(f"<script>{script}</script>", scripts=True)
    assert told(faults, words, page)
