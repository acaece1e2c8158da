"""実績: the figures of a fiscal year, each of which opens the rows it counts.

``results_page``   the page: a table of figures, and below it the rows of the one that was opened
``figure_tables``  the tables: by month, by district and kind, by level
``figures_view``   a table of figures as a view; Enter and a double click open one
``figure_rows``    the rows behind a figure as a list
"""
