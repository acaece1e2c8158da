"""Training courses (研修): sessions, applicants, attendance, completion, certificates."""
