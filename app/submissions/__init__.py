"""What was handed in: texts of reports, frozen submissions, letters sent and received."""
