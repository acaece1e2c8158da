"""What pages and documents read of retention."""

from app.retention.queries.disposals import disposals
from app.retention.queries.due import due
from app.retention.queries.exports import exports_of
from app.retention.queries.periods import retention_years

__all__ = ["disposals", "due", "exports_of", "retention_years"]
