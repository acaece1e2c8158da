"""The place 報告と様式: every document, looked at before it is printed or saved."""
