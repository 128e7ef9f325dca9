"""Pages as markdown, and what the documentation says of the checks."""
