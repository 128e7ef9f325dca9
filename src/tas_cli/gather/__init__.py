"""One question put to many files: over several processes, and remembered by content."""
