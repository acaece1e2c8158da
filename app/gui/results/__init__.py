"""Tables of figures, each of which opens the rows it counts.

``figures_page``   what such a page has: a table, and below it the rows of an opened figure
``results_page``   実績: the figures of matching of a fiscal year
``tallies_page``   集計 of 日報: the log of a year or a month in every classification
``figure_tables``  the tables of 実績: by month, by district and kind, by level
``figures_view``   a table of figures as a view; Enter and a double click open one
``figure_rows``    the rows behind a figure as a list, by what the figure counts
"""
