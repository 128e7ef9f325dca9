"""Pages on a terminal: text that reads well at 80 columns, with colour or without."""
