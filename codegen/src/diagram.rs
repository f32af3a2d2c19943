//! The picture of an app on its rustdoc page: a box for each model, a line for each relation.
//!
//! Models stand in columns, each to the right of those that its keys point at. What goes where is
//! decided in `layout`; here it is drawn, as SVG in the colours of the page.

mod layout;

use std::fmt::Write;

use self::layout::{Edge, Layout, Point};
use crate::model::{App, Direction, Model, Relation, Shape};

/// More models than these make no picture that anyone reads.
const MOST_MODELS: usize = 60;

/// The height of a box's first line, which has the name of the model.
const HEAD: f64 = 26.0;
/// The height of each further line, which has the name of a relation.
const LINE: f64 = 20.0;
/// The width of a letter in a fixed pitch, of 13 pixels.
const LETTER: f64 = 7.9;
/// What is left free around the text of a box.
const PADDING: f64 = 10.0;

/// One model in the picture.
struct Box<'a> {
    name: &'a str,
    page: String,
    /// Whether it is of another app.
    foreign: bool,
    /// Forward relations, with the number of the box that they lead to.
    lines: Vec<(&'a Relation, usize)>,
    /// The directory of the pages of the relations.
    module: &'a str,
}

impl Box<'_> {
    fn height(&self) -> f64 {
        HEAD + LINE * self.lines.len() as f64 + if self.lines.is_empty() { 0.0 } else { 6.0 }
    }

    fn width(&self) -> f64 {
        let names = self.lines.iter().map(|(relation, _)| relation.name.as_str());
        let longest = names.chain([self.name]).map(|name| name.chars().count()).max();
        longest.unwrap_or_default() as f64 * LETTER + 2.0 * PADDING
    }

    /// Where the line of a relation leaves, below the top of the box.
    fn line(index: usize) -> f64 {
        HEAD + LINE * (index as f64 + 0.5) + 2.0
    }
}

/// The picture, as HTML for a doc comment; `None` where there is no relation to draw, or too much.
pub(crate) fn app(app: &App) -> Option<String> {
    let related = |model: &&Model| !model.relations.is_empty();
    let boxes = boxes(app.models.iter().filter(related));
    if boxes.is_empty() || boxes.len() > MOST_MODELS {
        return None;
    }
    let sizes: Vec<_> = boxes.iter().map(|one| (one.width(), one.height())).collect();
    let mut edges = Vec::new();
    for (from, one) in boxes.iter().enumerate() {
        for (index, &(relation, to)) in one.lines.iter().enumerate() {
            // So that forks and bars at one box do not cover each other.
            let arrives = if relation.shape == Shape::ManyToMany { 18.0 } else { 8.0 };
            edges.push(Edge { from, to, leaves: Box::line(index), arrives });
        }
    }
    let layout = layout::place(&sizes, &edges);
    Some(draw(&app.name, &boxes, &layout))
}

/// The boxes of these models, then those of other apps that they lead to.
fn boxes<'a>(models: impl Iterator<Item = &'a Model>) -> Vec<Box<'a>> {
    let models: Vec<_> = models.collect();
    let mut labels: Vec<_> = models.iter().map(|model| model.label.as_str()).collect();
    let mut boxes: Vec<_> = models
        .iter()
        .map(|model| Box {
            name: &model.name,
            page: format!("struct.{}.html", model.name),
            foreign: false,
            lines: Vec::new(),
            module: &model.ident,
        })
        .collect();
    for (index, model) in models.iter().enumerate() {
        let forward = |relation: &&Relation| relation.direction == Direction::Forward;
        for relation in model.relations.iter().filter(forward) {
            let target = &relation.target;
            let place = labels.iter().position(|label| *label == target.label).unwrap_or_else(|| {
                labels.push(&target.label);
                boxes.push(Box {
                    name: &target.label,
                    page: page_of(&target.type_path),
                    foreign: true,
                    lines: Vec::new(),
                    module: "",
                });
                labels.len() - 1
            });
            boxes[index].lines.push((relation, place));
        }
    }
    boxes
}

/// The page of a type, seen from the app's page; the path is one from inside a model's module.
fn page_of(type_path: &str) -> String {
    let names: Vec<_> = type_path.split("::").filter(|name| *name != "super").collect();
    match names.as_slice() {
        [app, name] => format!("../{app}/struct.{name}.html"),
        _ => format!("struct.{}.html", names.concat()),
    }
}

fn draw(app: &str, boxes: &[Box<'_>], layout: &Layout) -> String {
    let mut svg = String::new();
    let (width, height) = (layout.width.ceil() + 2.0, layout.height.ceil() + 2.0);
    // Scrolls where the page is narrower than the picture.
    let _ = writeln!(svg, r#"<div style="overflow-x:auto;margin:1em 0">"#);
    let _ = writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The models of {app} and their relations" width="{width}" height="{height}" viewBox="-1 -1 {width} {height}" font-family="'Source Code Pro', monospace" font-size="13" fill="currentColor" stroke-width="1.2">"#
    );
    let lines = boxes.iter().flat_map(|one| one.lines.iter().map(move |(relation, _)| (one, *relation)));
    for ((one, relation), path) in lines.zip(&layout.paths) {
        line(&mut svg, one, relation, path);
    }
    for (one, &Point { x, y }) in boxes.iter().zip(&layout.places) {
        boxed(&mut svg, one, x, y);
    }
    svg.push_str("</svg>\n</div>");
    svg
}

fn boxed(svg: &mut String, one: &Box<'_>, x: f64, y: f64) {
    let (width, height) = (one.width(), one.height());
    let dashes = if one.foreign { r#" stroke-dasharray="5 3""# } else { "" };
    let _ = writeln!(
        svg,
        r#"<rect x="{x:.0}" y="{y:.0}" width="{width:.0}" height="{height:.0}" rx="4" fill="none" stroke="currentColor"{dashes}/>"#
    );
    let left = x + PADDING;
    let _ = writeln!(
        svg,
        r#"<a href="{}"><text x="{left:.0}" y="{:.0}" fill="currentColor" font-weight="600">{}</text></a>"#,
        one.page,
        y + 17.5,
        one.name,
    );
    if !one.lines.is_empty() {
        let (right, under) = (x + width, y + HEAD);
        let _ = writeln!(
            svg,
            r#"<path d="M{x:.0} {under:.0}H{right:.0}" stroke="currentColor" stroke-opacity="0.4"/>"#
        );
    }
    for (index, (relation, _)) in one.lines.iter().enumerate() {
        let _ = writeln!(
            svg,
            r#"<a href="{}/fn.{}.html"><text x="{left:.0}" y="{:.0}" fill="currentColor">{}</text></a>"#,
            one.module,
            relation.ident,
            y + Box::line(index) + 4.5,
            relation.name,
        );
    }
}

/// A relation's line with a mark at each end: a fork for many rows, a bar for one.
fn line(svg: &mut String, one: &Box<'_>, relation: &Relation, path: &layout::Path) {
    let (many_here, many_there) = match relation.shape {
        Shape::ManyToOne => (true, false),
        Shape::OneToOne => (false, false),
        Shape::OneToMany => (false, true),
        Shape::ManyToMany => (true, true),
    };
    let dashes = if relation.null && !many_there { r#" stroke-dasharray="5 3""# } else { "" };
    let _ = writeln!(
        svg,
        r#"<g fill="none" stroke="currentColor" stroke-opacity="0.65"><title>{}.{} to {}</title><path d="{}"{dashes}/><path d="{}{}"/></g>"#,
        one.name,
        relation.name,
        relation.target.label,
        path.data,
        mark(path.begin, path.begin_side, many_here),
        mark(path.end, path.end_side, many_there),
    );
}

/// A mark on the side of a box; `side` is -1 for the left one and 1 for the right one.
fn mark(at: Point, side: f64, many: bool) -> String {
    let Point { x, y } = at;
    let out = x + 9.0 * side;
    if many {
        format!("M{x:.0} {:.1}L{out:.0} {y:.1}L{x:.0} {:.1}", y - 5.0, y + 5.0)
    } else {
        format!("M{out:.0} {:.1}V{:.1}", y - 5.0, y + 5.0)
    }
}
