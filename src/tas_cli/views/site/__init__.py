"""A site of all deals: its addresses, its links, and the pages that only a site has."""
