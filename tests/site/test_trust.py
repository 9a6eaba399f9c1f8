"""What docs/trust.md tells readers to do gives what the pages say."""

import re
import subprocess
import sys

import pytest
from lxml import html

from tests.building import ROOT, pages

CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)
TOO_LONG = 120_000  # bytes of file names in one command


@pytest.fixture(scope="module")
def recipe(tmp_path_factory):
    script = tmp_path_factory.mktemp("recipe") / "digest.py"
    script.write_text(CODE.search((ROOT / "docs/trust.md").read_text("utf-8"))[1])
    return script


@pytest.mark.parametrize("name", ["site", "good_site", "extreme_site", "hostile_site"])
def test_anybody_can_compute_the_digest_of_a_text_from_its_page(recipe, request, name):
    site = request.getfixturevalue(name)
    said = {page: digest for page in pages(site) if (digest := digest_on(site / page))}
    command = [sys.executable, str(recipe), *said]
    assert sum(map(len, command)) < TOO_LONG
    told = subprocess.run(command, cwd=site, capture_output=True, text=True, check=True).stdout
    assert said
    assert told.splitlines() == [f"{digest} {page}" for page, digest in said.items()]


def digest_on(page):
    """As it stands in the slip; none where there is no text."""
    code = html.fromstring(page.read_bytes()).xpath("//text-check/code")
    return code[0].text.removeprefix("sha256").replace(" ", "") if code else ""
