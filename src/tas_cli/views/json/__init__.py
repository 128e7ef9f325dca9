"""The public JSON, version 1: its shapes do not depend on the program's internals."""
