"""Pictures: results in, SVG out, drawn by us; they load nothing and run nothing."""
