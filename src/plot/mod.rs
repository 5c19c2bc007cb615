//! Draws a chart once: in the window with `egui_plot`, or off screen to SVG and PNG.
