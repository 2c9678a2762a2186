"""Records: what is stored: Django models, migrations, queries."""
