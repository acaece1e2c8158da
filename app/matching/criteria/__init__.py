"""The criteria of the ranking: each says in words and points how well an offer fits a request.

A criterion is made once for a request.  It looks at a small part of an offer only, so that its
sentence is written once for all supporters who are alike in that part.
"""
