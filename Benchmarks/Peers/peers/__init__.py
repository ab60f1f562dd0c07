"""The same work by other tools, side by side."""
