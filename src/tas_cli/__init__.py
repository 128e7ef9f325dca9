"""tas: judge sales opportunities in plain text, by the Target Account Selling method."""

__version__ = "0.2.0"
