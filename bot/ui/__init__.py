"""Cards -> Discord: embeds, buttons, menus."""
