"""The full screen on which a meeting is written down."""
