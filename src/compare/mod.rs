//! Two sources compared: differences with their uncertainty.
