"""Result in, text out: no logic, no printing, and nothing from a file taken for markup."""
