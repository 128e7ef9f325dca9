"""The pydantic models of the files: what is valid, whatever its place in the text."""
