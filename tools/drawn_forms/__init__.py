"""Our forms as drawings: one module a form, all on the paper of ``paper``."""
