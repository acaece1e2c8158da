"""What every page is made with.

``page.Page``             base of a page: ``Page(store, year, dialogs, jobs, clock, parent=None)``
``observable_store``      ``ObservableStore``: ask, do, note, undo, redo; changed, refused, done
``year_choice``           ``YearChoice``: ``.value``, ``changed(FiscalYear)``
``dialogs``               ``Dialogs`` (protocol); tests have ``tests/gui/fake_dialogs``
``jobs``                  ``Job(work, title=…, writes=…)`` and ``Jobs.start(job)``
``newest``                ``Newest.ask(query)``: reads in a job; only the newest request is answered
``window_model``          ``WindowModel(store, columns, listing, parent)`` and ``Column``
``list_view``             ``ListView.show_model(model, name)``; ``chosen(key)``, ``opened(key)``
``edit_form``             ``EditForm``: ``bind``, ``show_draft``, ``read``, ``mark``
``search``                ``Hit``, ``Target`` and ``Finder``: what Ctrl+K finds and where it leads
``shortcuts``             ``PageKeys.add(text, key, slot, button)``: the keys F1 lists
``status_line``           what was done, with 元に戻す beside it (the window's own)
``undo_actions``          the two actions of the menu, in words
``theme``, ``icons``      ``theme.current()`` colours, ``icons.icon("name")``
``settings``              ``ViewSettings``: text size, light or dark, offices opened lately
``window_state``          geometry and column widths
``excepthook``            ``Reporter``: what is said when the program itself fails

Nothing here imports storage or SQLAlchemy when it is imported: the window is drawn first.
A page that has something to find sets the class attribute ``finders``; one that can be linked
to overrides ``open_target``; links lead away with ``self.wanted.emit(Target(place, kind, key))``.
"""
