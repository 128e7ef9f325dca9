"""What holds for all tests: how hypothesis searches."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run, and no clock: a slow machine is no failure. Nothing is written to
# the tree. For a wider search: `pytest --hypothesis-profile=search`.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, database=None, max_examples=5000)
settings.load_profile("ci")
