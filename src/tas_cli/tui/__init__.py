"""What the full-screen commands have in common, below both of them."""
