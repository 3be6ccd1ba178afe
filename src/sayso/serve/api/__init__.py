"""The API: the contexts of the pages as JSON, lists with filters, and reports sent for reading."""
