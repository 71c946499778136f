"""What changes files on disk: a new data repository, and what later commands write."""
