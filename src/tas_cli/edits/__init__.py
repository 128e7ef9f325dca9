"""Turns what a user asked for into edits to places in the file: pure, one module per kind."""
