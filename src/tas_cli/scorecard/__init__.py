"""The full-screen scorecard: textual only here; a session that is pure, and the screens around it."""
