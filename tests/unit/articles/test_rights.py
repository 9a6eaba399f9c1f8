"""Every code of the model has its words and its page."""

from typing import get_args

import pytest

from plugins.archive.model import Rights
from plugins.articles.rights import statement


@pytest.mark.parametrize("code", get_args(Rights))
def test_every_code_has_words_and_an_address(code):
    found = statement(code)
    assert found.words[0].isupper()
    assert found.uri.endswith("/")


def test_creative_commons_terms_are_spelt_out():
    found = statement("CC-BY-NC-SA-4.0")
    assert found.words == "Reuse with credit, not for money, under the same licence"
    assert found.name == "CC BY-NC-SA 4.0"
    assert found.uri == "https://creativecommons.org/licenses/by-nc-sa/4.0/"


def test_rights_statements_have_their_own_vocabulary():
    assert statement("InC").uri == "http://rightsstatements.org/vocab/InC/1.0/"
