"""The only room that knows YAML: reading text into nodes with positions, and finding files."""
