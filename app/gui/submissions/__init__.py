"""Reports to the city: written, checked, handed in and compared, and the register of letters."""
