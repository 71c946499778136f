"""The campaign's calendar: what is due on which day, by which source, and what is known of it."""

from fzjs.assess.calendar.counted import Counted, counted
from fzjs.assess.calendar.gather import Calendar, gather
from fzjs.assess.calendar.item import Item

__all__ = ["Calendar", "Counted", "Item", "counted", "gather"]
