"""Checks files: what reading and the rules find, levels, ignores, fixes, earlier runs."""
