"""Renders pages as HTML files that need nothing else: no network, no script, no other file."""
