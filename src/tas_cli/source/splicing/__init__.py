"""The parts of an edit: what is asked, where it goes in the text, and the proof of the result."""
