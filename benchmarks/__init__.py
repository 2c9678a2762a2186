"""Speed, measured here and asserted nowhere."""
