"""What people type, in a command, a form, a prompt or a table, and what it means in a file."""
