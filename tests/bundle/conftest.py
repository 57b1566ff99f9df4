"""Fixtures of the bundle tests: one organisation and one small sealed bundle for the whole run."""

import pytest

from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.writer import SealedBundle
from tests.bundle.house import House, a_content


@pytest.fixture(scope="session")
def house() -> House:
    return House()


@pytest.fixture(scope="session")
def content() -> BundleContent:
    return a_content()


@pytest.fixture(scope="session")
def sealed(house: House, content: BundleContent) -> SealedBundle:
    return house.write(content)
