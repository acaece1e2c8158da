"""The office file: one database, changed only by commands, with a record of every change."""
