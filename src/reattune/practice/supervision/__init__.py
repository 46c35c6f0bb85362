"""Supervision: what is brought, under which letter, on one page, and what came of it."""
