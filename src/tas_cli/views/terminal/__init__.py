"""Pages on a terminal: text that reads well at 80 columns, with or without color."""
