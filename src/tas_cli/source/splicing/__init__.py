"""The parts of an edit: the request, where it goes in the text, and the check of the result."""
