//! Where boxes and lines go: columns by what points at what, few crossings, short lines.
//!
//! The method is Sugiyama's: cycles are broken, boxes put into columns, long lines split at each
//! column that they pass, columns ordered by the mean place of their neighbours, and places evened out.

/// Free space between two columns.
const BETWEEN: f64 = 64.0;
/// Free space between two boxes of a column.
const APART: f64 = 18.0;
/// How often the columns are ordered anew, and the places evened out.
const ROUNDS: usize = 12;

/// A line from one box to another.
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// How far below the top of its box the line leaves.
    pub(super) leaves: f64,
    /// How far below the top of its box the line arrives.
    pub(super) arrives: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A line as SVG has it.
pub(super) struct Path {
    pub(super) data: String,
    pub(super) begin: Point,
    /// -1 for the left side of the box, 1 for the right one.
    pub(super) begin_side: f64,
    pub(super) end: Point,
    pub(super) end_side: f64,
}

pub(super) struct Layout {
    /// The left upper corner of each box.
    pub(super) places: Vec<Point>,
    /// In the order of the edges.
    pub(super) paths: Vec<Path>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A box, or the place where a long line passes a column.
struct Node {
    column: usize,
    height: f64,
    y: f64,
}

/// A line from a column to the one on its left: the nodes, and how far below their tops it meets them.
struct Link {
    right: (usize, f64),
    left: (usize, f64),
}

/// Places boxes of these widths and heights.
pub(super) fn place(sizes: &[(f64, f64)], edges: &[Edge]) -> Layout {
    let columns = columns(sizes.len(), edges);
    let mut nodes: Vec<_> =
        sizes.iter().zip(&columns).map(|(&(_, height), &column)| Node { column, height, y: 0.0 }).collect();
    let mut links = Vec::new();
    // The nodes of each edge, from its beginning to its end.
    let ways: Vec<_> = edges.iter().map(|edge| way(edge, &mut nodes, &mut links)).collect();

    let mut order: Vec<Vec<usize>> =
        vec![Vec::new(); nodes.iter().map(|node| node.column + 1).max().unwrap_or(0)];
    for (index, node) in nodes.iter().enumerate() {
        order[node.column].push(index);
    }
    arrange(&mut order, &links, &mut nodes);

    let mut x = 0.0;
    let mut lefts = Vec::new();
    let mut widths = Vec::new();
    for column in &order {
        let boxes = column.iter().filter_map(|&index| sizes.get(index));
        let width = boxes.map(|size| size.0).fold(0.0, f64::max);
        lefts.push(x);
        widths.push(width);
        x += width + BETWEEN;
    }
    let top = nodes.iter().map(|node| node.y).fold(f64::INFINITY, f64::min);
    nodes.iter_mut().for_each(|node| node.y -= top);
    let places: Vec<_> =
        nodes[..sizes.len()].iter().map(|node| Point { x: lefts[node.column], y: node.y }).collect();
    let mut width = x - BETWEEN;
    let height = nodes.iter().map(|node| node.y + node.height).fold(0.0, f64::max);

    let mut paths = Vec::new();
    for (edge, way) in edges.iter().zip(&ways) {
        let begin_y = places[edge.from].y + edge.leaves;
        let end_y = places[edge.to].y + edge.arrives;
        let right_of = |index: usize| places[index].x + sizes[index].0;
        if edge.from == edge.to {
            let x = right_of(edge.from);
            width = width.max(x + 28.0);
            let data = format!(
                "M{x:.0} {begin_y:.1}C{0:.0} {begin_y:.1} {0:.0} {end_y:.1} {x:.0} {end_y:.1}",
                x + 36.0
            );
            let (begin, end) = (Point { x, y: begin_y }, Point { x, y: end_y });
            paths.push(Path { data, begin, begin_side: 1.0, end, end_side: 1.0 });
            continue;
        }
        let to_left = columns[edge.to] < columns[edge.from];
        let (begin_x, end_x) = if to_left {
            (places[edge.from].x, right_of(edge.to))
        } else {
            (right_of(edge.from), places[edge.to].x)
        };
        let (begin, end) = (Point { x: begin_x, y: begin_y }, Point { x: end_x, y: end_y });
        let mut at = begin;
        let mut data = format!("M{:.0} {:.1}", at.x, at.y);
        let mut bend = |at: Point, to: Point| {
            let middle = f64::midpoint(at.x, to.x);
            data.push_str(&format!(
                "C{middle:.0} {:.1} {middle:.0} {:.1} {:.0} {:.1}",
                at.y, to.y, to.x, to.y
            ));
            to
        };
        for &index in &way[1..way.len() - 1] {
            let node = &nodes[index];
            let (left, right) = (lefts[node.column], lefts[node.column] + widths[node.column]);
            let (near, far) = if to_left { (right, left) } else { (left, right) };
            at = bend(at, Point { x: near, y: node.y });
            at = bend(at, Point { x: far, y: node.y });
        }
        bend(at, end);
        let side = if to_left { -1.0 } else { 1.0 };
        paths.push(Path { data, begin, begin_side: side, end, end_side: -side });
    }
    Layout { places, paths, width, height }
}

/// The column of each box: 0 for those that point at nothing, and otherwise right of all that it points at.
/// An edge that would close a circle does not count.
fn columns(boxes: usize, edges: &[Edge]) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    fn visit(index: usize, edges: &[Edge], state: &mut [State], columns: &mut [usize]) {
        state[index] = State::Open;
        for edge in edges.iter().filter(|edge| edge.from == index) {
            match state[edge.to] {
                State::Open => continue,
                State::New => visit(edge.to, edges, state, columns),
                State::Done => {}
            }
            columns[index] = columns[index].max(columns[edge.to] + 1);
        }
        state[index] = State::Done;
    }
    let mut columns = vec![0; boxes];
    let mut state = vec![State::New; boxes];
    for index in 0..boxes {
        if state[index] == State::New {
            visit(index, edges, &mut state, &mut columns);
        }
    }
    columns
}

/// Adds a node for each column that an edge passes, and the links between them.
fn way(edge: &Edge, nodes: &mut Vec<Node>, links: &mut Vec<Link>) -> Vec<usize> {
    let (begin, end) = (nodes[edge.from].column, nodes[edge.to].column);
    let mut way = vec![edge.from];
    let passed = begin.min(end) + 1..begin.max(end);
    let passed: Vec<_> = if begin > end { passed.rev().collect() } else { passed.collect() };
    for column in passed {
        nodes.push(Node { column, height: 0.0, y: 0.0 });
        way.push(nodes.len() - 1);
    }
    way.push(edge.to);
    if edge.from == edge.to {
        return way;
    }
    for (index, pair) in way.windows(2).enumerate() {
        let leaves = (pair[0], if index == 0 { edge.leaves } else { 0.0 });
        let arrives = (pair[1], if index + 2 == way.len() { edge.arrives } else { 0.0 });
        let (right, left) = if begin > end { (leaves, arrives) } else { (arrives, leaves) };
        links.push(Link { right, left });
    }
    way
}

/// Orders the nodes of each column and gives them their places.
fn arrange(order: &mut [Vec<usize>], links: &[Link], nodes: &mut [Node]) {
    for column in order.iter() {
        stack(column, nodes);
    }
    let mut best = (crossings(links, nodes), order.to_vec());
    // Each node is asked for its links many times.
    let mut links_of: Vec<Vec<&Link>> = nodes.iter().map(|_| Vec::new()).collect();
    for link in links {
        links_of[link.right.0].push(link);
        links_of[link.left.0].push(link);
    }
    for round in 0..ROUNDS {
        let forth = round % 2 == 0;
        for place in 0..order.len() {
            let column = if forth { place } else { order.len() - 1 - place };
            let mut wanted: Vec<_> = order[column]
                .iter()
                .map(|&index| {
                    (wish(index, &links_of[index], nodes, Some(forth)).unwrap_or(nodes[index].y), index)
                })
                .collect();
            wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
            order[column] = wanted.into_iter().map(|(_, index)| index).collect();
            stack(&order[column], nodes);
        }
        let found = crossings(links, nodes);
        if found < best.0 {
            best = (found, order.to_vec());
        }
    }
    order.clone_from_slice(&best.1);
    for column in order.iter() {
        stack(column, nodes);
    }
    for _ in 0..ROUNDS {
        for column in order.iter() {
            let wishes: Vec<_> = column
                .iter()
                .map(|&index| wish(index, &links_of[index], nodes, None).unwrap_or(nodes[index].y))
                .collect();
            settle(column, &wishes, nodes);
        }
    }
}

/// The place of a node where its lines would be level, on the mean: those to the left, to the right, or all.
fn wish(index: usize, links: &[&Link], nodes: &[Node], to_left: Option<bool>) -> Option<f64> {
    let mut places = Vec::new();
    for link in links {
        if link.right.0 == index && to_left != Some(false) {
            places.push(nodes[link.left.0].y + link.left.1 - link.right.1);
        }
        if link.left.0 == index && to_left != Some(true) {
            places.push(nodes[link.right.0].y + link.right.1 - link.left.1);
        }
    }
    (!places.is_empty()).then(|| places.iter().sum::<f64>() / places.len() as f64)
}

/// Puts the nodes of a column one below the other.
fn stack(column: &[usize], nodes: &mut [Node]) {
    let mut y = 0.0;
    for &index in column {
        nodes[index].y = y;
        y += nodes[index].height + APART;
    }
}

/// Puts the nodes of a column as near to where they want to be as their order and the space between them let.
fn settle(column: &[usize], wishes: &[f64], nodes: &mut [Node]) {
    let mut down = wishes.to_vec();
    for place in 1..column.len() {
        down[place] = down[place].max(down[place - 1] + nodes[column[place - 1]].height + APART);
    }
    let mut up = wishes.to_vec();
    for place in (1..column.len()).rev() {
        up[place - 1] = up[place - 1].min(up[place] - nodes[column[place - 1]].height - APART);
    }
    // Both keep the order and the space, so their mean does.
    for (place, &index) in column.iter().enumerate() {
        nodes[index].y = f64::midpoint(down[place], up[place]);
    }
}

/// How many pairs of lines cross between two columns.
fn crossings(links: &[Link], nodes: &[Node]) -> usize {
    let mut by_column: Vec<Vec<(f64, f64)>> = Vec::new();
    for link in links {
        let (right, left) = (&nodes[link.right.0], &nodes[link.left.0]);
        if by_column.len() <= right.column {
            by_column.resize_with(right.column + 1, Vec::new);
        }
        by_column[right.column].push((right.y + link.right.1, left.y + link.left.1));
    }
    let mut crossings = 0;
    for ends in &by_column {
        for (index, &(a, b)) in ends.iter().enumerate() {
            for &(c, d) in &ends[index + 1..] {
                crossings += usize::from((a - c) * (b - d) < 0.0);
            }
        }
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::{Edge, place};

    fn edges(pairs: &[(usize, usize)]) -> Vec<Edge> {
        pairs.iter().map(|&(from, to)| Edge { from, to, leaves: 20.0, arrives: 10.0 }).collect()
    }

    #[test]
    fn a_box_stands_right_of_all_that_it_points_at() {
        let layout = place(&[(50.0, 40.0); 4], &edges(&[(0, 1), (1, 2), (0, 2), (3, 2)]));
        let x: Vec<_> = layout.places.iter().map(|place| place.x).collect();
        assert!(x[0] > x[1] && x[1] > x[2] && x[3] > x[2], "{x:?}");
    }

    #[test]
    fn no_two_boxes_overlap() {
        let pairs = [(0, 1), (1, 0), (2, 0), (3, 0), (4, 0), (4, 3), (5, 2), (5, 1), (6, 6), (7, 5), (7, 0)];
        let layout = place(&[(60.0, 46.0); 8], &edges(&pairs));
        for (index, one) in layout.places.iter().enumerate() {
            for other in &layout.places[index + 1..] {
                let apart = (one.x - other.x).abs() >= 60.0 || (one.y - other.y).abs() >= 46.0;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn two_lines_do_not_cross_where_they_need_not() {
        // In the order given, 2 → 1 and 3 → 0 would cross.
        let layout = place(&[(50.0, 40.0); 4], &edges(&[(2, 1), (3, 0)]));
        let y: Vec<_> = layout.places.iter().map(|place| place.y).collect();
        assert_eq!(y[2] < y[3], y[1] < y[0], "{y:?}");
    }
}
