//! What the user has open: sources, which two are compared, settings, choices.
