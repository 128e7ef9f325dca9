"""The four-question debrief: its answers (pure) and the full screen that collects them."""
