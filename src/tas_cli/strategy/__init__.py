"""The decision engine: walks the tree over known and unknown cells; pure and exact."""
