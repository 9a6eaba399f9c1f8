"""A folder to publish in."""

import pytest

from tests.unit.publish.desk import Desk


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)
