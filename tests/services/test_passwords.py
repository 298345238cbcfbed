"""The hash as people get it: the other tests hash more cheaply."""

from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
from argon2 import Type, extract_parameters

PASSWORD = "three plain words"


@pytest.fixture(scope="module")
def as_shipped() -> ModuleType:
    """The module anew, without what the tests make cheap."""
    spec = find_spec("rtw.services.passwords")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_hash_costs_at_least_what_owasp_asks(as_shipped: ModuleType) -> None:
    cost = extract_parameters(as_shipped.hash_password(PASSWORD))
    assert cost.type is Type.ID
    assert cost.memory_cost >= 19 * 1024  # KiB, OWASP Password Storage Cheat Sheet, argon2id with t = 2
    assert cost.time_cost >= 2


def test_only_the_password_matches_its_hash(as_shipped: ModuleType) -> None:
    stored = as_shipped.hash_password(PASSWORD)
    assert as_shipped.matches(stored, PASSWORD)
    assert not as_shipped.matches(stored, PASSWORD + ".")
    assert not as_shipped.matches("no hash", PASSWORD)


def test_without_an_account_no_password_matches(as_shipped: ModuleType) -> None:
    assert not as_shipped.matches(None, "nobody has this password")
