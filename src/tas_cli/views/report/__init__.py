"""The report of a deal: its parts, each a function from a sheet to the blocks of a section."""
