"""予定表: a month of requests, meetings, openings, activities and sessions of courses.

``planner_page``  the page: month, kinds, the calendar, and the day that is chosen beside it
``month_view``    the calendar: a painted cell a day; arrows, Enter and clicks
``occasions``     what stands on a day, with the card it leads to
"""
