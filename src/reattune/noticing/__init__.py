"""Evidence against "business as usual": knows observations, not where they came from."""
