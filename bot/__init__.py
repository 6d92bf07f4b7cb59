"""Statuette: a Discord bot that knows every Academy Award."""
