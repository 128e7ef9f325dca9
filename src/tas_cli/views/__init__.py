"""Result in, page or document out: no logic, no printing; text from a file is never markup."""
