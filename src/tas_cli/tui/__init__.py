"""The toolkit shared by the full-screen commands."""
