"""The scorecard as states and numbers, all pure: an opportunity and a day in, figures out."""
