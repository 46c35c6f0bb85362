"""Rows whose words are sealed: with the client's own key, so that erasing the key erases the words everywhere."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import models

from reattune.practice import keys


class Sealed(models.Model):
    """A row with an identity of its own and sealed words, a JSON object; `owner` says whose key seals it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField(null=True, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True

    @property
    def owner(self) -> uuid.UUID | None:
        """Return the client whose key seals this row, or None where it is the practice's."""
        return getattr(self, "client_id", None)

    @property
    def words(self) -> dict[str, Any]:
        """Return the sealed words, an empty object where nothing was written."""
        if self.sealed is None:
            return {}
        opened = keys.sealer(self.owner).open(bytes(self.sealed), self._about())
        found: dict[str, Any] = json.loads(opened)
        return found

    @words.setter
    def words(self, words: Mapping[str, Any]) -> None:
        plain = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
        self.sealed = keys.sealer(self.owner).seal(plain, self._about())

    def _about(self) -> str:
        # Tied to the row, so that sealed words moved to another row do not open there.
        return f"{self._meta.label_lower}:{self.pk}"
