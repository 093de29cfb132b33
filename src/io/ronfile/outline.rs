//! The outline of a RON text: which field or list element stands where.
//!
//! Owns the tree of path → span, looking up a path and naming a place. Must not know: what the
//! fields mean, how the text was read (see [`super::scan`]), or any sentence for a user.
//!
//! Paths made by code count from zero (`stappen[0]`); paths shown to people count from one,
//! because the first step is step 1 to everybody.

use std::ops::Range;

/// How a node hangs under its parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The whole file.
    Root,
    /// A named field of a struct, or a key of a map.
    Field(String),
    /// An element of a list or tuple, counted from zero.
    Index(usize),
    /// A wrapper that adds nothing to the path: the content of `Some(…)`.
    Same,
}

/// What kind of value stands there, as far as the text alone can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Missing,
    Text,
    Char,
    Number,
    Word,
    List,
    Group,
    Map,
}

/// One value in the text.
#[derive(Debug, Clone)]
pub struct Node {
    pub parent: usize,
    pub children: Vec<usize>,
    pub step: Step,
    /// Everything to take away to make the value disappear: name, value and the comma after it.
    pub item: Range<usize>,
    pub value: Range<usize>,
    pub shape: Shape,
    /// Taken out of the text because it was wrong.
    pub cut: bool,
    /// The name that was probably meant, when the field name itself was wrong.
    pub meant: Option<String>,
}

/// The tree; node 0 is the whole file.
#[derive(Debug, Default)]
pub struct Outline {
    nodes: Vec<Node>,
}

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Byte offset to point at.
    pub at: usize,
    /// The path for people, counted from one.
    pub shown: String,
    /// The problem may only exist because something here was taken out.
    pub after_cut: bool,
}

impl Outline {
    /// How many values the text holds.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    pub fn node(&self, id: usize) -> Option<&Node> {
        self.nodes.get(id)
    }

    pub fn node_mut(&mut self, id: usize) -> Option<&mut Node> {
        self.nodes.get_mut(id)
    }

    /// Adds a value that begins at `at`; its end is filled in when it is known.
    pub fn add(&mut self, parent: usize, step: Step, at: usize) -> usize {
        let id = self.nodes.len();
        let node = Node {
            parent,
            children: Vec::new(),
            step,
            item: at..at,
            value: at..at,
            shape: Shape::Missing,
            cut: false,
            meant: None,
        };
        self.nodes.push(node);
        if id != parent
            && let Some(above) = self.nodes.get_mut(parent)
        {
            above.children.push(id);
        }
        id
    }

    /// The innermost value around a byte offset that is still in the text; the root if none.
    pub fn innermost(&self, at: usize) -> usize {
        let mut here = 0;
        loop {
            let children = self.nodes.get(here).map_or(&[][..], |node| &node.children);
            let next = children.iter().copied().find(|&child| {
                self.nodes.get(child).is_some_and(|node| !node.cut && node.item.contains(&at))
            });
            match next {
                Some(child) => here = child,
                None => return here,
            }
        }
    }

    /// What must be taken out when this value is wrong. An element of a tuple cannot go alone: the
    /// elements after it would take its place.
    pub fn removable(&self, id: usize) -> usize {
        let mut here = id;
        while let Some(node) = self.nodes.get(here)
            && let Some(above) = self.nodes.get(node.parent)
            && matches!(node.step, Step::Index(_) | Step::Same)
            && above.shape == Shape::Group
            && !above.children.iter().any(|&child| self.is_field(child))
        {
            here = node.parent;
        }
        here
    }

    /// The field whose list lost its first bracket, with its place: the elements after the first
    /// then stand without a name among the fields, and look like the first one.
    pub fn list_without_bracket(&self, id: usize) -> Option<(usize, usize, Step)> {
        let children = &self.nodes.get(id)?.children;
        let second = children.iter().position(|&child| !self.is_field(child))?;
        let first = children.get(second.checked_sub(1)?).copied()?;
        let (field, nameless) = (self.nodes.get(first)?, self.nodes.get(children.get(second).copied()?)?);
        let alike = field.shape == nameless.shape && field.shape != Shape::List;
        alike.then(|| (first, field.value.start, field.step.clone()))
    }

    fn is_field(&self, id: usize) -> bool {
        self.nodes.get(id).is_some_and(|node| matches!(node.step, Step::Field(_)))
    }

    /// Whether something inside this value was taken out.
    pub fn has_cut(&self, id: usize) -> bool {
        let mut todo = vec![id];
        while let Some(here) = todo.pop() {
            for &child in self.nodes.get(here).map_or(&[][..], |node| &node.children) {
                if self.nodes.get(child).is_some_and(|node| node.cut) {
                    return true;
                }
                todo.push(child);
            }
        }
        false
    }

    /// The path of a value for people, counted from one.
    pub fn path(&self, id: usize) -> String {
        let mut steps = Vec::new();
        let mut here = id;
        while let Some(node) = self.nodes.get(here) {
            steps.push(&node.step);
            if here == 0 {
                break;
            }
            here = node.parent;
        }
        let mut path = String::new();
        for step in steps.into_iter().rev() {
            push_step(&mut path, step);
        }
        path
    }

    /// Follows a path made by code. A missing part leads to the nearest value that does exist.
    /// Elements that were taken out do not count: the code never saw them.
    pub fn find(&self, path: &str) -> Place {
        let steps = parse(path);
        let mut here = 0;
        let mut rest = steps.iter();
        let mut missing: Option<&Step> = None;
        for step in rest.by_ref() {
            let Some(child) = self.child(here, step) else {
                missing = Some(step);
                break;
            };
            here = child;
        }
        let after_cut = match missing {
            Some(step) => self.was_cut(here, step),
            None => self.has_cut(here),
        };
        let mut shown = self.path(here);
        for step in missing.into_iter().chain(rest) {
            push_step(&mut shown, step);
        }
        let at = self.nodes.get(here).map_or(0, |node| match missing {
            Some(_) => node.value.start,
            None => node.item.start,
        });
        Place { at, shown, after_cut }
    }

    fn child(&self, here: usize, step: &Step) -> Option<usize> {
        let inside = self.unwrapped(here);
        let mut alive =
            self.nodes.get(inside)?.children.iter().copied().filter(|&child| self.is_alive(child));
        match step {
            Step::Index(index) => alive.nth(*index),
            Step::Field(_) | Step::Root | Step::Same => {
                alive.find(|&child| self.nodes.get(child).is_some_and(|node| node.step == *step))
            }
        }
    }

    /// Goes through `Some(…)`, which code cannot see.
    fn unwrapped(&self, here: usize) -> usize {
        let mut inside = here;
        while let Some(&child) = self.nodes.get(inside).and_then(|node| node.children.first())
            && self.nodes.get(child).is_some_and(|node| node.step == Step::Same)
        {
            inside = child;
        }
        inside
    }

    fn is_alive(&self, id: usize) -> bool {
        self.nodes.get(id).is_some_and(|node| !node.cut)
    }

    fn was_cut(&self, here: usize, step: &Step) -> bool {
        let Step::Field(name) = step else { return self.has_cut(here) };
        let children = self.nodes.get(self.unwrapped(here)).map_or(&[][..], |node| &node.children);
        children.iter().filter_map(|&child| self.nodes.get(child)).any(|node| {
            let same = node.step == *step || node.meant.as_ref() == Some(name);
            node.cut && same
        })
    }
}

fn push_step(path: &mut String, step: &Step) {
    match step {
        Step::Root | Step::Same => {}
        Step::Field(name) => {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        Step::Index(index) => {
            path.push('[');
            path.push_str(&index.saturating_add(1).to_string());
            path.push(']');
        }
    }
}

/// Reads `stappen[4].minuten[0]` into steps. Anything odd becomes a name.
fn parse(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        let index = part.strip_suffix(']').and_then(|digits| digits.parse().ok());
        steps.push(index.map_or_else(|| Step::Field(part.to_owned()), Step::Index));
    }
    steps
}
