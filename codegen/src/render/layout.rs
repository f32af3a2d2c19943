//! How generated code is laid out: indents, empty lines, and lines that are broken where they are long.
//!
//! Templates write an item, a field or a statement on a line of its own. So no parser is needed, which
//! would take most of the time of a build script.

/// The longest line that is left as it is.
const WIDTH: usize = 100;

const INDENT: &str = "    ";

const OPENING: &[u8] = b"{([<";
const CLOSING: &[u8] = b"})]>";

/// What begins an item, which has an empty line before it.
const ITEMS: [&str; 9] = ["///", "#[", "pub ", "impl", "mod ", "fn ", "use ", "include!", "static "];

/// The code with its indents, with an empty line between items and nowhere else.
pub(super) fn layout(code: &str) -> String {
    let mut out = Lines::default();
    let mut previous = "";
    for line in code.lines() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let begins = ITEMS.iter().any(|item| line.starts_with(item));
        let ended = !previous.starts_with("//") && previous.ends_with(['}', ';']);
        let list =
            ["use ", "include!"].iter().any(|item| line.starts_with(item) && previous.starts_with(item));
        if begins && ended && !list {
            out.text.push('\n');
        }
        out.line(line);
        previous = line;
    }
    out.text
}

#[derive(Default)]
struct Lines {
    text: String,
    /// For each open bracket the indent of the line that opened it: all of a line are one indent.
    open: Vec<usize>,
    /// Whether the last lines were the bounds of a `where`.
    bounds: bool,
}

impl Lines {
    fn line(&mut self, line: &str) {
        if line.starts_with("//") {
            return self.push(self.indent(), line);
        }
        if line.starts_with('{') {
            self.bounds = false;
        }
        if line.len() + INDENT.len() * self.indent() > WIDTH
            && let Some((before, parts, after)) = group(line)
        {
            self.line(before);
            for part in parts {
                let end = if part.starts_with("..") { "" } else { "," };
                self.line(&format!("{part}{end}"));
            }
            return self.line(after);
        }
        let closing = line.bytes().take_while(|byte| CLOSING.contains(byte)).count();
        let indent = match self.open.len().checked_sub(closing) {
            Some(outer) if closing > 0 => self.open[outer],
            _ => self.indent(),
        };
        if closing > 0 && self.ends_open() {
            self.text.pop();
            self.text.push_str(line);
            self.text.push('\n');
        } else {
            self.push(indent, line);
        }
        for (_, byte) in code(line) {
            if OPENING.contains(&byte) {
                self.open.push(indent);
            } else if CLOSING.contains(&byte) {
                self.open.pop();
            }
        }
        self.bounds |= line == "where";
    }

    /// Whether nothing stands behind the last bracket that was opened.
    fn ends_open(&self) -> bool {
        let last = self.text.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
        !last.trim_start().starts_with("//") && last.ends_with(['{', '(', '[', '<'])
    }

    fn indent(&self) -> usize {
        self.open.last().map_or(0, |outer| outer + 1) + usize::from(self.bounds)
    }

    fn push(&mut self, indent: usize, line: &str) {
        for _ in 0..indent {
            self.text.push_str(INDENT);
        }
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// The outermost brackets in a line that have several parts, the first ones: what is up to them, the parts,
/// and what is from their end on.
fn group(line: &str) -> Option<(&str, Vec<&str>, &str)> {
    let deepest = 1 + code(line).filter(|(_, byte)| OPENING.contains(byte)).count();
    (1..deepest).find_map(|level| group_at(line, level))
}

fn group_at(line: &str, level: usize) -> Option<(&str, Vec<&str>, &str)> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, byte) in code(line) {
        if OPENING.contains(&byte) {
            depth += 1;
            if depth == level {
                (start, parts) = (at + 1, Vec::new());
            }
        } else if CLOSING.contains(&byte) {
            if depth == level && !parts.is_empty() {
                let before = parts.first().map_or(0, |&(start, _)| start);
                let last = line[start..at].trim();
                let mut parts: Vec<_> =
                    parts.into_iter().map(|(start, end)| line[start..end].trim()).collect();
                parts.extend((!last.is_empty()).then_some(last));
                return Some((line[..before].trim_end(), parts, &line[at..]));
            }
            depth = depth.checked_sub(1)?;
        } else if byte == b',' && depth == level {
            parts.push((start, at));
            start = at + 1;
        }
    }
    None
}

/// The bytes of a line that are neither in a string nor of an arrow.
fn code(line: &str) -> impl Iterator<Item = (usize, u8)> {
    let bytes = line.as_bytes();
    let (mut quoted, mut escaped) = (false, false);
    bytes.iter().copied().enumerate().filter(move |&(at, byte)| {
        let inside = quoted;
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ => {}
        }
        let arrow = byte == b'>' && at > 0 && matches!(bytes[at - 1], b'-' | b'=');
        !inside && !arrow
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_indented_by_its_brackets() {
        let code = "mod a {\n\n/// {\nuse b;\n  fn c() -> D<'static> {\n\"}\\\"}\"\n\n}\n\nimpl<T> A for T\nwhere\nT: B,\n{\n}\n}";
        let laid_out = "\
mod a {
    /// {
    use b;

    fn c() -> D<'static> {
        \"}\\\"}\"
    }

    impl<T> A for T
    where
        T: B,
    {}
}
";
        assert_eq!(layout(code), laid_out);
    }

    #[test]
    fn brackets_of_one_line_are_one_indent() {
        let code = "Ok(Self {\na: b(c)?,\n})\n";
        assert_eq!(layout(code), code.replace("a:", "    a:"));
    }

    #[test]
    fn a_long_line_is_broken_at_its_commas() {
        let name = "a".repeat(90);
        let code = format!("type X = A<B<{name}, \", \", D<E, F>>>;");
        let laid_out = format!("type X = A<B<\n    {name},\n    \", \",\n    D<E, F>,\n>>;\n");
        assert_eq!(layout(&code), laid_out);
    }
}
