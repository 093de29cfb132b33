//! A small tolerant reader of RON text that builds the outline and finds faults of writing:
//! brackets, quotes, commas, colons.
//!
//! It repairs what it can without moving anything (a space becomes a comma, a wrong item becomes
//! spaces), so that offsets stay true and the rest of the file can still be judged. Must not
//! know: what the fields mean, or any sentence for a user.

use std::ops::Range;

use super::outline::{Outline, Shape, Step};
use fault::Fault;
use token::{is_invisible, is_space, is_word};

pub mod fault;
mod token;

/// Deeper than this nobody writes, and the stack stays small.
const MAX_DEPTH: usize = 48;
/// More values than this is not a settings file.
const MAX_VALUES: usize = 200_000;
/// After this many faults more of them no longer help.
const MAX_FAULTS: usize = 200;

/// A fault with its place; `node` names the path.
#[derive(Debug, Clone)]
pub struct Found {
    pub at: usize,
    pub node: usize,
    pub fault: Fault,
}

/// What the scanner made of a text.
#[derive(Debug)]
pub struct Scan {
    pub outline: Outline,
    pub faults: Vec<Found>,
    /// The text with what could be repaired, byte for byte as long as the original. `None` when
    /// the text cannot be followed to its end.
    pub repaired: Option<String>,
}

/// Scans a whole text.
pub fn scan(text: &str) -> Scan {
    let mut scanner =
        Scanner { text, at: 0, outline: Outline::default(), faults: Vec::new(), patches: Vec::new() };
    let followed = scanner.file().is_ok();
    let Scanner { outline, faults, patches, .. } = scanner;
    let repaired = if followed { patched(text, &patches) } else { None };
    Scan { outline, faults, repaired }
}

/// Replaces ranges by one repeated byte; the length stays the same.
pub fn patched(text: &str, patches: &[(Range<usize>, u8)]) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for (range, byte) in patches {
        if let Some(target) = bytes.get_mut(range.clone()) {
            target.fill(*byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The text cannot be followed any further.
struct Stop;

type Going = Result<(), Stop>;

/// Names the element with this number.
type Naming = fn(usize) -> Step;

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    outline: Outline,
    faults: Vec<Found>,
    patches: Vec<(Range<usize>, u8)>,
}

/// A bracket that is open.
#[derive(Clone, Copy)]
struct Open {
    bracket: char,
    at: usize,
    node: usize,
    depth: usize,
}

impl Open {
    fn close(self) -> char {
        match self.bracket {
            '[' => ']',
            '{' => '}',
            _ => ')',
        }
    }
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.text.len());
    }

    fn report(&mut self, at: usize, node: usize, fault: Fault) -> Going {
        self.faults.push(Found { at, node, fault });
        if self.faults.len() < MAX_FAULTS { Ok(()) } else { Err(Stop) }
    }

    fn stop(&mut self, at: usize, node: usize, fault: Fault) -> Going {
        self.faults.push(Found { at, node, fault });
        Err(Stop)
    }

    fn file(&mut self) -> Going {
        let root = self.outline.add(0, Step::Root, 0);
        self.blank(root)?;
        while self.rest().starts_with("#!") {
            self.take_while(|c| c != ']' && c != '\n');
            self.skip(1);
            self.blank(root)?;
        }
        let start = self.at;
        match self.peek() {
            None => return self.stop(0, root, Fault::Empty),
            Some(c @ (')' | ']' | '}')) => return self.stop(start, root, Fault::StrayClose(c)),
            Some(',' | ':' | '=') => return self.stop(start, root, Fault::MissingValue),
            Some(_) => self.value(root, 0)?,
        }
        if let Some(node) = self.outline.node_mut(root) {
            node.item = 0..self.text.len();
        }
        self.blank(root)?;
        if self.peek().is_some() {
            self.report(self.at, root, Fault::Trailing)?;
            self.patches.push((self.at..self.text.len(), b' '));
        }
        Ok(())
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) {
        let rest = self.rest();
        let bytes = rest.find(|c| !keep(c)).unwrap_or(rest.len());
        self.skip(bytes);
    }

    /// Skips white space and comments.
    fn blank(&mut self, node: usize) -> Going {
        loop {
            let start = self.at;
            self.take_while(is_space);
            if self.rest().starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                self.block_comment(node)?;
            } else if let Some(odd) = self.peek().filter(|&c| is_invisible(c)) {
                self.report(start, node, Fault::Invisible)?;
                self.patches.push((self.at..self.at + odd.len_utf8(), b' '));
                self.skip(odd.len_utf8());
            } else if self.at == start {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self, node: usize) -> Going {
        let start = self.at;
        let mut level = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                level += 1;
                self.skip(2);
            } else if self.rest().starts_with("*/") {
                level = level.saturating_sub(1);
                self.skip(2);
                if level == 0 {
                    return Ok(());
                }
            } else {
                match self.peek() {
                    Some(c) => self.skip(c.len_utf8()),
                    None => return self.stop(start, node, Fault::OpenComment),
                }
            }
        }
    }

    /// Reads one value into a node that exists.
    fn value(&mut self, node: usize, depth: usize) -> Going {
        let start = self.at;
        let shape = match self.peek() {
            Some(bracket @ ('(' | '[' | '{')) => self.group(node, bracket, depth, Step::Index)?,
            Some('"') => self.string(node, 0)?,
            Some('\'') => self.quoted_char(node)?,
            Some('“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»') => self.curly(node)?,
            Some(',' | ':' | ')' | ']' | '}' | '=') | None => {
                self.report(start, node, Fault::MissingValue)?;
                self.drop_item(node);
                Shape::Missing
            }
            Some(_) => self.word(node, depth)?,
        };
        let end = self.at;
        if let Some(node) = self.outline.node_mut(node) {
            node.value = start..end;
            node.shape = shape;
        }
        Ok(())
    }

    /// Marks an item as wrong; it is taken out of the repaired text once its end is known.
    fn drop_item(&mut self, node: usize) {
        if let Some(node) = self.outline.node_mut(node) {
            node.cut = true;
        }
    }

    /// Everything between two brackets.
    fn group(&mut self, node: usize, bracket: char, depth: usize, step: Naming) -> Result<Shape, Stop> {
        let open = Open { bracket, at: self.at, node, depth };
        if depth >= MAX_DEPTH {
            self.stop(self.at, node, Fault::TooDeep)?;
        }
        self.skip(1);
        let mut index = 0;
        loop {
            self.blank(node)?;
            match self.peek() {
                None => self.stop(open.at, node, Fault::Unclosed { open: bracket, more: depth })?,
                Some(c) if c == open.close() => {
                    self.skip(1);
                    return Ok(match bracket {
                        '[' => Shape::List,
                        '{' => Shape::Map,
                        _ => Shape::Group,
                    });
                }
                Some(found @ (')' | ']' | '}')) => self.wrong_close(open, found)?,
                Some(',') => {
                    self.report(self.at, node, Fault::ExtraComma)?;
                    self.patches.push((self.at..self.at + 1, b' '));
                    self.skip(1);
                }
                Some(_) => {
                    self.item(open, step(index))?;
                    index += 1;
                }
            }
        }
    }

    /// The wrong bracket closes. When it ends a list whose elements stand among the named fields,
    /// the bracket that began the list was forgotten.
    fn wrong_close(&mut self, open: Open, found: char) -> Going {
        let field = if found == ']' { self.outline.list_without_bracket(open.node) } else { None };
        if let Some((id, at, Step::Field(name))) = field {
            return self.stop(at, id, Fault::MissingOpen(name));
        }
        let fault = Fault::WrongClose { found, open: open.bracket, open_at: open.at };
        self.stop(self.at, open.node, fault)
    }

    /// One field or element with the comma after it.
    fn item(&mut self, open: Open, step: Step) -> Going {
        let start = self.at;
        let id = self.outline.add(open.node, step, start);
        if self.outline.count() > MAX_VALUES {
            self.stop(start, open.node, Fault::TooMany)?;
        }
        match open.bracket {
            '(' => self.field(id, open.depth + 1)?,
            '{' => self.entry(id, open.depth + 1)?,
            _ => self.value(id, open.depth + 1)?,
        }
        self.bare_text(id)?;
        let end = self.at;
        self.blank(open.node)?;
        match self.peek() {
            Some(',') => self.skip(1),
            Some(')' | ']' | '}') | None => self.at = end,
            Some(_) => self.missing_comma(id, start, end)?,
        }
        let whole = start..self.at.max(end);
        if let Some(node) = self.outline.node_mut(id) {
            node.item = whole.clone();
            if node.cut {
                self.patches.push((whole, b' '));
            }
        }
        Ok(())
    }

    /// A named field, or a bare value when no name stands there.
    fn field(&mut self, id: usize, depth: usize) -> Going {
        let start = self.at;
        self.take_while(is_word);
        let end = self.at;
        let name = self.text.get(start..end).unwrap_or("").trim_start_matches("r#").to_owned();
        let named = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        self.blank(id)?;
        match self.peek() {
            Some(':') if named => self.skip(1),
            Some('=') if named => {
                self.report(self.at, id, Fault::EqualsSign(name.clone()))?;
                self.patches.push((self.at..self.at + 1, b':'));
                self.skip(1);
            }
            // Only where a plain space can become the colon.
            Some(c)
                if named
                    && (is_word(c) || matches!(c, '"' | '['))
                    && self.text.get(end..).is_some_and(|t| t.starts_with([' ', '\t'])) =>
            {
                self.report(end, id, Fault::MissingColon(name.clone()))?;
                self.patches.push((end..end + 1, b':'));
            }
            _ => {
                self.at = start;
                return self.value(id, depth);
            }
        }
        if let Some(node) = self.outline.node_mut(id) {
            node.step = Step::Field(name);
        }
        self.blank(id)?;
        self.value(id, depth)
    }

    /// `key: value` of a map.
    fn entry(&mut self, id: usize, depth: usize) -> Going {
        let start = self.at;
        self.value(id, depth)?;
        let key = self.text.get(start..self.at).unwrap_or("").trim_matches('"').to_owned();
        self.blank(id)?;
        if self.peek() != Some(':') {
            self.report(self.at, id, Fault::MissingColon(key))?;
            self.drop_item(id);
            return Ok(());
        }
        self.skip(1);
        if let Some(node) = self.outline.node_mut(id) {
            node.step = Step::Field(key);
        }
        self.blank(id)?;
        self.value(id, depth)
    }

    /// Puts a comma in the white space between two items, if there is any.
    fn missing_comma(&mut self, id: usize, start: usize, end: usize) -> Going {
        let item = self.text.get(start..end).unwrap_or("");
        let gap = self.text.get(end..self.at).unwrap_or("");
        // A text that runs over lines and is followed by more on its last line was left open:
        // its closing quote is really the opening quote of the next text.
        if item.ends_with('"') && item.contains('\n') && !gap.contains('\n') {
            let at = item.find('"').map_or(start, |bytes| start + bytes);
            return self.stop(at, id, Fault::OpenString);
        }
        let space = if gap.ends_with([' ', '\t']) {
            self.at.saturating_sub(1)
        } else if gap.starts_with([' ', '\t', '\n', '\r']) {
            end
        } else {
            return self.stop(self.at, id, Fault::MissingComma);
        };
        self.patches.push((space..space + 1, b','));
        self.report(end, id, Fault::MissingComma)
    }
}
