"""Checking files: what reading and the rules find, levels, ignores, memory of earlier runs."""
