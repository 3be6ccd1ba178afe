"""What pages and API show, worked out from the store: one frozen dataclass a page."""
