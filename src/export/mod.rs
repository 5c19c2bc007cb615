//! Results as files: atomic saving and the provenance every file carries.
