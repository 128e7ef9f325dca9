"""tas: qualify and plan complex deals in plain text, with Target Account Selling."""

__version__ = "0.2.0"
