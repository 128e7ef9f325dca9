"""Result in, page or document out: no logic, no printing, nothing from a file taken for markup."""
