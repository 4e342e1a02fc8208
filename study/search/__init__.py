"""Finding: what a text is searched by, what a query means, which passages answer it best."""
