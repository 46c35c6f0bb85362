"""Django is set up before the pages are imported that German is looked for on."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")
django.setup()
