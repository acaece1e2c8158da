"""同じ人かも: pairs side by side, merged field by field, and taken apart again."""
