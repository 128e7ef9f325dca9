"""The decision engine: the tree walked over what is known and what is not, pure and exact."""
