"""Questions in plain English -> typed queries -> answers from the store."""
