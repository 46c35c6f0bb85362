"""What a page with sound may do beyond others: play from this desk, and bear its one word."""

from django.http import HttpResponse
from django.test import RequestFactory

from reattune.practice.recorded.shown.policy import nonce_of, with_sound


def test_the_answer_stays_the_same_one_and_only_its_policy_grows():
    request, answer = RequestFactory().get("/"), HttpResponse("x")
    assert with_sound(request, answer) is answer
    assert set(answer._csp_update) == {"media-src", "style-src"}


def test_the_word_is_that_of_the_request():
    request = RequestFactory().get("/")
    assert nonce_of(request) == ""
    request.csp_nonce = "once"
    assert nonce_of(request) == "once"
