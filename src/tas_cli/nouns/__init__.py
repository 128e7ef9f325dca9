"""Records under one key of a file, by id or number: each kind is declared once, as a noun."""
