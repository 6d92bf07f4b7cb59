"""Files of facts -> checked records -> a fresh database file."""
