"""The full screen on which the people of a deal are kept."""
