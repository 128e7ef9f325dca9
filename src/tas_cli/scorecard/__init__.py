"""The full-screen scorecard: textual only here."""
