"""What a manager looks at: all deals as figures, action items, the next meeting."""
