"""Fields and panels that several pages use.  Each can be bound by an ``EditForm``.

``name_edit``      ``NameEdit`` and ``ReadingLink``: ふりがな from the input method
``wareki_edit``    ``WarekiEdit``: a day in any spelling; ``value() -> date | None``
``phone_edit``     ``PhoneEdit``: ``value() -> str`` as it is stored
``postal_edit``    ``PostalEdit``: ``value() -> str``; ``found(places)``
``person_picker``  ``PersonPicker``: search as you type; ``picked(key)``
``glyph_mark``     ``GlyphMark.watch(edit)``: says which characters no bundled font has
``empty_state``    ``EmptyState``: what belongs here, and the first step
``pdf_preview``    ``PdfPreview``: pages, zoom, print, save
"""
