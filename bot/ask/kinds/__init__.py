"""The kinds of questions, each a module with its query, how it is recognised, and its answer."""
