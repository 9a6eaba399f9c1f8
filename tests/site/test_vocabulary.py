"""What readers meet at an address that a curator has changed."""

import re
from shutil import copytree

from tests.building import GOOD, build_site, run_python

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


def test_old_addresses_lead_to_where_things_are_now(tmp_path):
    content = copytree(GOOD, tmp_path / "content")
    commands = (
        ("rename-tag", "harbours", "ports", "--heading", "Ports"),
        ("merge-people", "asha-tamm", "meera-kadam,nobody-yet"),
        ("move", "2021/ferry-talks", "2021/talks"),
        ("withdraw", "2020/count-of-boats", "--reason", "Counted twice."),
    )
    for command in commands:
        run = run_python("invoke", *command, "--yes", "--content", str(content))
        assert run.returncode == 0, run.stderr
    assert run_python("invoke", "check", "--content", str(content)).returncode == 0
    site = build_site(content, tmp_path)
    for old, new in (
        ("tags/harbours.html", "tags/ports.html"),
        ("tags/piers.html", "tags/ports.html"),
        ("people/meera-kadam.html", "people/asha-tamm.html"),
        ("people/nobody-yet.html", "people/asha-tamm.html"),
        ("people/tamm.html", "people/asha-tamm.html"),
        ("articles/2021/ferry-talks.html", "articles/2021/talks.html"),
    ):
        page = site / old
        [target] = REFRESH.findall(page.read_text("utf-8"))
        assert (page.parent / target).resolve() == (site / new).resolve()
        assert (site / new).is_file()
    tombstone = (site / "articles/2020/count-of-boats.html").read_text("utf-8")
    assert "Counted&nbsp;twice." in tombstone
