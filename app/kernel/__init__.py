"""Words every other package uses: days, names, numbers, errors, progress."""
