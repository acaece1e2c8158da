"""What each document of the catalogue holds: gather, then fields, then a filled form."""
