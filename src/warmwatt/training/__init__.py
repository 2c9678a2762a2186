"""Training: simulated customers, drills, daily recap, wellbeing."""
