"""What can be wrong with keys, in words with a way on."""

import pickle

import pytest

from reattune.errors import ReattuneError
from reattune.practice.vault import errors
from reattune.practice.vault.errors import TooManyTriesError, VaultError


@pytest.mark.parametrize(("seconds", "said"), [(1, "Wait 1 second, then"), (64, "Wait 64 seconds, then")])
def test_how_long_to_wait_is_said(seconds, said):
    error = TooManyTriesError(seconds)
    assert said in str(error)
    assert error.seconds == seconds
    assert pickle.loads(pickle.dumps(error)).seconds == seconds


def test_each_can_be_caught_as_one_of_ours():
    kinds = [one for one in vars(errors).values() if isinstance(one, type) and one.__module__ == errors.__name__]
    assert len(kinds) == 6
    assert all(issubclass(one, VaultError) and issubclass(one, ReattuneError) for one in kinds)
