"""Reads a plan as a calendar library does, and prints each to-do: its id, due day, status and what it waits for.

    read_plan.py FILE.ics
"""
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for todo in calendar.walk("VTODO"):
    needs = todo.get("RELATED-TO", [])
    needs = needs if isinstance(needs, list) else [needs]
    due = todo.decoded("DUE").isoformat() if "DUE" in todo else "-"
    print(todo["UID"], due, todo["STATUS"], *sorted(need for need in needs if need.params.get("RELTYPE") == "DEPENDS-ON"), sep="\t")
