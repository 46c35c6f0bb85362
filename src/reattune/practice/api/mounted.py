"""The interface as a whole, at /api/v1/: read only, described by its own document, without any page of its own."""

from ninja import NinjaAPI

from reattune.practice.api import episodes, noticings, relationships
from reattune.practice.api.bearer import Token
from reattune.practice.api.refusals import refuse

# No page that shows the interface: it would load its parts from elsewhere.
api = NinjaAPI(
    title="Reattune",
    version="1",
    description=(
        "What the desk keeps, for other programs on this computer: read only, with a token made in the settings, "
        "while the practice is unlocked. Everything that is read stands in the audit."
    ),
    urls_namespace="api",
    auth=Token(),
    docs_url=None,
)
for one in (relationships, noticings, episodes):
    api.add_router("", one.router)
refuse(api)
