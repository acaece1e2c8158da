"""A believable office of synthetic people, to try the program on and to measure it with."""
