"""Colours that colour-blind people tell apart, and grey prints keep apart.

What they say is always written beside them too.
"""

CALENDAR = ("#EEF0F3", "#A1DAB4", "#41B6C4", "#2C7FB8", "#253494")
"""From no answer (grey) to many: YlGnBu of ColorBrewer (colorbrewer2.org), each step darker."""
BAR, BAR_BEHIND = "#0072B2", "#E3E6EA"
"""A share and what is missing of it: blue of Okabe and Ito."""
TODAY = "#D55E00"
"""What is due today: vermilion of Okabe and Ito."""
INK, PALE_INK = "#1F2328", "#57606A"
