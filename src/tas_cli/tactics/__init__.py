"""The full screen on which suggested tactics are picked."""
