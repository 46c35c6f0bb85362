"""Addresses: the pages that came through the door, each under its own name, and the programming interface."""

from django.urls import URLPattern, resolve, reverse

from reattune.practice import urls
from reattune.practice.door import PAGES, May
from reattune.practice.pages import refusing


def test_every_address_is_a_page_or_is_for_programs():
    own = [one for one in urls.urlpatterns if isinstance(one, URLPattern)]
    assert {str(one.pattern) for one in own} == {one.route for one in PAGES}
    assert all(isinstance(one.callback.may, May) for one in own)
    others = [str(one.pattern) for one in urls.urlpatterns if not isinstance(one, URLPattern)]
    assert others == ["api/v1/"]
    assert not [one for one in PAGES if one.route.startswith("api/")]


def test_no_two_pages_have_the_same_address():
    routes = [one.route for one in PAGES]
    assert len(set(routes)) == len(routes)


def test_pages_and_the_interface_are_found_by_name():
    assert reverse("unlock") == "/unlock/"
    assert reverse("tokens") == "/settings/tokens/"
    assert reverse("api:relationships") == "/api/v1/relationships"
    assert resolve("/").url_name == "today"


def test_what_goes_wrong_is_told_by_pages_of_ours():
    assert urls.handler404 == f"{refusing.__name__}.{refusing.missing.__name__}"
    assert urls.handler500 == f"{refusing.__name__}.{refusing.broken.__name__}"
