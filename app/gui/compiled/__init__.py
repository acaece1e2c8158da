"""Form classes written by ``python -m app.gui.compiled`` from ``resources/ui``; git-ignored."""
