"""What people type -> the film, person, category or ceremony they mean."""
