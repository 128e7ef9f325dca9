"""The nouns of the files as pydantic models: what is valid, and nothing about where it stands."""
