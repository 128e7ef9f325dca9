"""The method's pages as plain text: a module for each kind of thing that can be explained."""
