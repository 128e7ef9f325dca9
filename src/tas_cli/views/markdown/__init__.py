"""Views as markdown, for the documentation and for pages on the web."""
