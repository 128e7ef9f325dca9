"""What can be wrong with a user's files: one module for each check, and the list of them all."""
