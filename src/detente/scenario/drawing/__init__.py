"""A scenario as a graph of states and moves: SVG with a layout of our own, and dot."""
