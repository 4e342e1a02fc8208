"""Materials: files are read, cleaned, outlined, and cut into excerpts."""
