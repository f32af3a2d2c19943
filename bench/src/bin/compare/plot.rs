//! A plot of ratios: a row for each scenario, a point for each contestant, on a logarithmic scale.

use std::fmt::Write;

use crate::peers::BASELINE;
use crate::report::{Measured, names};

const LABELS: f64 = 210.0;
const WIDTH: f64 = 620.0;
const ROW: f64 = 22.0;
const TOP: f64 = 76.0;
/// The ends of the scale.
const LOW: f64 = 0.03;
const HIGH: f64 = 32.0;
const TICKS: [f64; 10] = [0.03, 0.06, 0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];
const COLORS: [&str; 9] =
    ["#0b6e4f", "#8a8d91", "#c26a00", "#7a4fbf", "#b3261e", "#0072b2", "#cc79a7", "#9a8500", "#444444"];

fn place(ratio: f64) -> f64 {
    let part = (ratio.clamp(LOW, HIGH) / LOW).ln() / (HIGH / LOW).ln();
    LABELS + part * WIDTH
}

/// The plot as SVG.
pub fn svg(title: &str, rows: &[&Measured]) -> String {
    let names = names(rows);
    let bottom = TOP + ROW * rows.len() as f64;
    let (width, height) = (LABELS + WIDTH + 30.0, bottom + 34.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <text x=\"10\" y=\"22\" font-size=\"15\">{title}: time as a ratio to {BASELINE} by hand</text>\n"
    );
    let mut x = 10.0;
    for (name, color) in names.iter().zip(COLORS) {
        let _ = writeln!(svg, "<circle cx=\"{}\" cy=\"42\" r=\"5\" fill=\"{color}\"/>", x + 5.0);
        let _ = writeln!(svg, "<text x=\"{}\" y=\"46\">{name}</text>", x + 14.0);
        x += 30.0 + name.len() as f64 * 6.8;
    }
    for tick in TICKS {
        let (x, color) = (place(tick), if tick == 1.0 { "#333333" } else { "#dddddd" });
        let _ = writeln!(
            svg,
            "<line x1=\"{x:.1}\" y1=\"{}\" x2=\"{x:.1}\" y2=\"{bottom}\" stroke=\"{color}\"/>",
            TOP - 12.0
        );
        let y = bottom + 18.0;
        let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{tick}</text>");
    }
    for (at, Measured { scenario, peers, .. }) in rows.iter().enumerate() {
        let y = TOP + ROW * at as f64;
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{scenario}</text>",
            LABELS - 12.0,
            y + 4.0
        );
        // Ours is drawn last, on top of the others.
        for (name, color) in names.iter().zip(COLORS).rev() {
            let Some(one) = peers.iter().find(|one| one.name == *name) else { continue };
            let [low, median, high] = one.ratios.map(place);
            let _ = writeln!(
                svg,
                "<line x1=\"{low:.1}\" y1=\"{y}\" x2=\"{high:.1}\" y2=\"{y}\" stroke=\"{color}\" \
                 stroke-opacity=\"0.4\" stroke-width=\"3\"/><circle cx=\"{median:.1}\" cy=\"{y}\" r=\"5\" \
                 fill=\"{color}\"/>"
            );
        }
    }
    svg.push_str("</svg>\n");
    svg
}
