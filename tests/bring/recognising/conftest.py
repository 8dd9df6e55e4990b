"""The networks are loaded once."""

import pytest

from app.bring.recognising.recognition import Recogniser


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """What recognises text."""
    return Recogniser()
