"""Asks one question of many files, in several processes, and caches the answers by content."""
