"""State machines between what is kept and what is shown. QtCore only, no widgets."""
