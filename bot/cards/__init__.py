"""Records -> cards: what to say, apart from where it is shown."""
