"""Our prints beside LibreOffice's of the same books, and beside what Excel left in them."""
