"""What is shown while no office is open."""
