"""The journal of what tas writes, so that `tas undo` can take it back."""
