"""The only SQL: reads the award database."""
