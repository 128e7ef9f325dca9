"""The colors of pictures and pages, each by day and by night.

A picture is drawn in the colors of the day, so it can go onto any slide. On a page, the style sheet
puts the colors of the night in their place where the reader's screen is dark.
"""

from __future__ import annotations

INK, QUIET = "#1f2933", "#52606d"
"""What is read first, and what is read second."""
PAPER, GROUND, BADGE = "#ffffff", "#f1f4f8", "#e4e9f0"
"""The ground, a darker one, and the ground of a small sign."""
FAINT = "#8593a3"
"""What is there without being read."""
GREEN, AMBER, RED = "#1b7340", "#a8470a", "#a61b1b"
"""Strong, unknown and weak; nothing depends on the color alone."""
BLUE, PLUM, SLATE = "#3a4db0", "#7a1f4f", "#4a5568"
"""Influence, competitors, and departures."""

NIGHT = {
    INK: "#e6ebf1",
    QUIET: "#aab5c1",
    PAPER: "#12161c",
    GROUND: "#1c222b",
    BADGE: "#2a323d",
    FAINT: "#738091",
    GREEN: "#5fc58a",
    AMBER: "#f0a45d",
    RED: "#ff8a80",
    BLUE: "#9db0ff",
    PLUM: "#ee9cc4",
    SLATE: "#a3b0c0",
}
"""What each color becomes on a dark screen."""
NAMES = {
    "ink": INK,
    "quiet": QUIET,
    "paper": PAPER,
    "ground": GROUND,
    "badge": BADGE,
    "faint": FAINT,
    "green": GREEN,
    "amber": AMBER,
    "red": RED,
    "blue": BLUE,
    "plum": PLUM,
    "slate": SLATE,
}
"""The names by which a style sheet uses the colors."""
