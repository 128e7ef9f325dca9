"""The pages of `tas explain`: a module for each kind of thing that can be explained."""
