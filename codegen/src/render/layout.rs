//! How generated code is laid out: indents, empty lines, and lines that are broken where they are long.
//!
//! Templates write an item, a field or a statement on a line of its own. So no parser is needed, which
//! would take most of the time of a build script.

/// The longest line that is left as it is.
const WIDTH: usize = 100;

/// What an indent is wide.
const INDENT: usize = 4;

/// What indents are cut from: one piece of text takes less time than many.
const SPACES: &str = "                                                                                ";

/// What begins an item, which has an empty line before it.
const ITEMS: [&str; 9] = ["///", "#[", "pub ", "impl", "mod ", "fn ", "use ", "include!", "static "];

/// The code with its indents, with an empty line between items and nowhere else.
pub(super) fn layout(code: &str) -> String {
    let mut out = Lines::default();
    let mut previous = "";
    // The end of the literal that lasts for several lines.
    let mut raw_end: Option<String> = None;
    for line in code.lines() {
        if raw_end.is_some() {
            out.push(out.indent(), line);
            raw_end = raw_end.filter(|end| !line.contains(end));
            continue;
        }
        let line = line.trim_ascii();
        if let Some(end) = raw_string_end(line) {
            out.push(out.indent(), line);
            raw_end = Some(end);
            continue;
        }
        if line.is_empty() {
            continue;
        }
        // The last byte is asked first, since few lines end in it.
        let ended = matches!(previous.as_bytes().last(), Some(b'}' | b';')) && !previous.starts_with("//");
        if ended && ITEMS.iter().any(|item| line.starts_with(item)) {
            let list =
                ["use ", "include!"].iter().any(|item| line.starts_with(item) && previous.starts_with(item));
            if !list {
                out.text.push('\n');
            }
        }
        out.line(line);
        previous = line;
    }
    out.text
}

/// What ends the raw string that a line begins, and does not end itself.
fn raw_string_end(line: &str) -> Option<String> {
    let (hashes, begun) = line.strip_prefix('r')?.split_once('"')?;
    let end = format!("\"{hashes}");
    let is_raw = hashes.bytes().all(|byte| byte == b'#');
    (is_raw && !begun.contains(&end)).then_some(end)
}

#[derive(Default)]
struct Lines {
    text: String,
    /// For each open bracket the indent of the line that opened it: all of a line are one indent.
    open: Vec<usize>,
    /// Whether nothing stands behind the last bracket that was opened.
    ends_open: bool,
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
        if line.len() + INDENT * self.indent() > WIDTH
            && let Some((before, parts, after)) = group(line)
        {
            self.line(before);
            for part in parts {
                let end = if part.starts_with("..") { "" } else { "," };
                self.line(&[part, end].concat());
            }
            return self.line(after);
        }
        let closing = line.bytes().take_while(|byte| matches!(byte, b'}' | b')' | b']' | b'>')).count();
        let indent = match self.open.len().checked_sub(closing) {
            Some(outer) if closing > 0 => self.open[outer],
            _ => self.indent(),
        };
        if closing > 0 && self.ends_open {
            self.text.pop();
            self.end(line);
        } else {
            self.push(indent, line);
        }
        let mut marks = Marks::of(line);
        while let Some((_, mark)) = marks.next() {
            match mark {
                Mark::Opening => self.open.push(indent),
                Mark::Closing => drop(self.open.pop()),
                Mark::Comma => {}
            }
        }
        self.bounds |= line == "where";
    }

    fn indent(&self) -> usize {
        self.open.last().map_or(0, |outer| outer + 1) + usize::from(self.bounds)
    }

    fn push(&mut self, indent: usize, line: &str) {
        let mut spaces = INDENT * indent;
        while spaces > 0 {
            let some = spaces.min(SPACES.len());
            self.text.push_str(&SPACES[..some]);
            spaces -= some;
        }
        self.end(line);
    }

    /// The rest of a line.
    fn end(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        let opens = matches!(line.as_bytes().last(), Some(b'{' | b'(' | b'[' | b'<'));
        self.ends_open = opens && !line.starts_with("//");
    }
}

/// The outermost brackets in a line that have several parts, the first ones: what is up to them, the parts,
/// and what is from their end on.
fn group(line: &str) -> Option<(&str, Vec<&str>, &str)> {
    // For each open bracket where the part begins that it is at, and the parts before that.
    let mut open: Vec<(usize, Vec<&str>)> = Vec::new();
    // How deep the brackets stand that were found, and they.
    let mut found: Option<(usize, Vec<&str>, usize)> = None;
    let mut marks = Marks::of(line);
    while let Some((at, mark)) = marks.next() {
        match mark {
            Mark::Opening => open.push((at + 1, Vec::new())),
            Mark::Closing => {
                let Some((start, mut parts)) = open.pop() else { break };
                let depth = open.len();
                let outermost = found.as_ref().is_none_or(|&(deepest, ..)| depth < deepest);
                if outermost && !parts.is_empty() {
                    let last = line[start..at].trim_ascii();
                    parts.extend((!last.is_empty()).then_some(last));
                    found = Some((depth, parts, at));
                }
            }
            Mark::Comma => {
                if let Some((start, parts)) = open.last_mut() {
                    parts.push(line[*start..at].trim_ascii());
                    *start = at + 1;
                }
            }
        }
    }
    let (_, parts, end) = found?;
    let before = parts[0].as_ptr().addr() - line.as_ptr().addr();
    Some((line[..before].trim_ascii_end(), parts, &line[end..]))
}

/// What the layout of a line goes by.
enum Mark {
    Opening,
    Closing,
    Comma,
}

/// The marks of a line that are neither in a string nor of an arrow.
///
/// By hand: a build script is mostly built without optimization, and each byte of the code goes through here.
struct Marks<'l> {
    bytes: &'l [u8],
    at: usize,
}

impl<'l> Marks<'l> {
    fn of(line: &'l str) -> Self {
        Marks { bytes: line.as_bytes(), at: 0 }
    }

    fn next(&mut self) -> Option<(usize, Mark)> {
        let bytes = self.bytes;
        let mut at = self.at;
        while at < bytes.len() {
            let mark = match bytes[at] {
                b'{' | b'(' | b'[' | b'<' => Mark::Opening,
                b'>' if at > 0 && matches!(bytes[at - 1], b'-' | b'=') => {
                    at += 1;
                    continue;
                }
                b'}' | b')' | b']' | b'>' => Mark::Closing,
                b',' => Mark::Comma,
                b'"' => {
                    at = end_of_string(bytes, at);
                    continue;
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            self.at = at + 1;
            return Some((at, mark));
        }
        None
    }
}

/// Where a string that begins at `at` has ended.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    at += 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
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
    fn a_raw_string_is_left_as_it_is() {
        let code = "f(\nr#\"{\n    \"a\": \"{\",\n\n}\"#,\n&[]\n);\n";
        let laid_out = "f(\n    r#\"{\n        \"a\": \"{\",\n    \n    }\"#,\n    &[]\n);\n";
        assert_eq!(layout(code), laid_out);
    }

    #[test]
    fn a_long_line_is_broken_at_its_commas() {
        let name = "a".repeat(90);
        let code = format!("type X = A<B<{name}, \", \", D<E, F>>>;");
        let laid_out = format!("type X = A<B<\n    {name},\n    \", \",\n    D<E, F>,\n>>;\n");
        assert_eq!(layout(&code), laid_out);
    }
}
