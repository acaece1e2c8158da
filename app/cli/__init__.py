"""The command line: the same program with no screen."""
