"""A receipt printer on paper made of numbers, to hold the drivers against."""

from .interpreter import interpret
from .printer import NARROW, WIDE, Printer, Slip

__all__ = ["NARROW", "WIDE", "Printer", "Slip", "interpret"]
