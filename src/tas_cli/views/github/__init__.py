"""What GitHub Actions shows of a check: annotations of the files, and a page for the run."""
