"""The public JSON, version 1: shapes of its own, whatever the program's inside looks like."""
