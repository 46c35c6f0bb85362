"""Every address: the pages that came through the door, and the programming interface."""

from django.urls import URLPattern, URLResolver, path

from reattune.practice import pages
from reattune.practice.api.mounted import api
from reattune.practice.door import PAGES

pages.load()

urlpatterns: list[URLPattern | URLResolver] = [
    *(path(one.route, one.view, name=one.name) for one in PAGES),
    path("api/v1/", api.urls),
]
handler404 = "reattune.practice.pages.refusing.missing"
handler500 = "reattune.practice.pages.refusing.broken"
