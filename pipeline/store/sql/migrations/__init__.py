"""One file a version of the tables, frozen: what it did once, it does for ever."""
