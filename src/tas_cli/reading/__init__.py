"""From the bytes of a file to its model, or to what is wrong with it."""
