"""Builders: how the values of matched words make an expression; one module for each kind of meaning."""
