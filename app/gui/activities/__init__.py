"""活動報告: the slips of a month, typed from paper into a grid.

``slips_page``    the page: month, grid, totals, and what the current cell says in detail
``slip_grid``     the grid: typing into cells, going on to the next expected day
``slip_keeper``   writing cells into the store, one step of undo each
``worked``        what can be typed into a cell: ``1.5``, ``90``, ``9-11``, ``3,10,17 1.5``
"""
