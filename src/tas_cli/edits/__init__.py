"""What a user asked for, as edits of places in the file: pure, one module for each kind."""
