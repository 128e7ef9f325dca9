"""The full-screen scorecard."""
