"""The only room that knows YAML and files: parsing into nodes with positions, and finding files."""
