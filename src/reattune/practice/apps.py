"""The desk as one Django application."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Names the application; nothing is opened or read when it is loaded."""

    name = "reattune.practice"
    label = "practice"
    default_auto_field = "django.db.models.BigAutoField"
