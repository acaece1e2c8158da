"""The place 研修: courses at the left, the card of one with its tabs at the right.

``training_page``   the page: list, card, links to a course or a session
``course_list``     the courses of the year; opening, copying, the bin
``course_card``     the card: heading and tabs, each tab made when it is first shown
``course_tab``      ``CourseTab``: what every tab of the card is
``attendance_tab``  the grid and what stands beside it
"""
