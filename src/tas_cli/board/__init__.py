"""What a manager looks at: all deals as figures, corrective actions, the next meeting."""
