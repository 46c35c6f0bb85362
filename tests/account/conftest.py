"""How the account is tested: a caseload made by hand, and the words that are never said."""

from types import SimpleNamespace

import pytest
from tests.account.gone_through import calibration, line
from tests.account.made import UNSHARED, caseload, with_check_ins
from tests.account.never import never_said


@pytest.fixture
def hands():
    return SimpleNamespace(UNSHARED=UNSHARED, with_check_ins=with_check_ins, never_said=never_said, line=line)


@pytest.fixture
def whole():
    return caseload()


@pytest.fixture
def one_alone():
    return caseload(frozenset({"heron"}))


@pytest.fixture
def gone_through():
    return calibration()
