"""The full screen on which a plan is challenged."""
