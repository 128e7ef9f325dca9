"""What GitHub Actions shows for a check: annotations in files, and a page for the run."""
