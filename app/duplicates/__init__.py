"""The same person or organisation twice (名寄せ): found, merged, and taken apart again."""
