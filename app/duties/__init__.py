"""What the work is sorted by: duties of a contract, kinds of activity, and their crosswalk."""
