"""The settings of Django: strict, and nothing in them that stays the same on another computer or after a restart."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.checks import run_checks

from reattune.practice import settings as ours


def test_the_secret_is_another_one_each_time_the_program_starts():
    command = [sys.executable, "-c", "from reattune.practice import settings; print(settings.SECRET_KEY)"]
    secrets = {subprocess.run(command, capture_output=True, check=True, text=True).stdout for _time in range(2)}
    assert len(secrets) == 2
    assert all(len(one.strip()) >= 48 for one in secrets)


def test_nothing_is_told_of_what_goes_wrong_inside():
    assert ours.DEBUG is False


def test_django_finds_nothing_wrong_with_them_but_that_there_is_no_https():
    found = {one.id for one in run_checks(include_deployment_checks=True, tags=["security"])}
    assert found - set(settings.SILENCED_SYSTEM_CHECKS) == COOKIES_OVER_HTTP


COOKIES_OVER_HTTP = {"security.W012", "security.W016"}
"""A cookie for HTTPS alone would never be sent: there is only this computer's own address."""


def test_files_that_are_brought_stay_in_memory():
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]


def test_a_session_lies_in_the_encrypted_store_and_ends_with_the_browser():
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert list(settings.DATABASES) == ["default"]
    assert settings.DATABASES["default"]["ENGINE"] == "reattune.practice.sqlcipher"


@pytest.mark.parametrize("name", ["SessionMiddleware", "CsrfViewMiddleware", "CSPMiddleware", "SecurityMiddleware"])
def test_the_door_stands_behind_everything_that_guards_it(name):
    order = [one.rsplit(".", 1)[1] for one in settings.MIDDLEWARE]
    assert order.index(name) < order.index("DoorMiddleware") == len(order) - 1


def test_nothing_of_the_machine_is_asked_for_but_the_settings_module():
    assert os.environ["DJANGO_SETTINGS_MODULE"] == "reattune.practice.settings"
    assert "environ" not in dir(ours)
