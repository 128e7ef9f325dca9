"""The dialogs, one module each: what is asked before the grid."""
