"""Turns what a user asked for into edits of places in the file: pure, one module per kind."""
