//! What Enter will do with the text in de regel, said before it is pressed. The label on the
//! screen and the deed come from the same answer, so they cannot differ.

use super::intent::Intent;
use super::shown::Shown;

#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// Stands before the line: "Tip bij Netwerk".
    pub label: Shown,
    /// For the key bar: "toevoegen".
    pub enter: Shown,
    pub intent: Intent,
    /// Why Enter would not work with this text; said before Enter, not after.
    pub problem: Option<Shown>,
    /// A gentle remark about the text: long for one tip.
    pub remark: Option<Shown>,
    /// Soft limit in characters, for the counter.
    pub limit: Option<usize>,
}

impl Meaning {
    pub fn new(label: impl Into<Shown>, enter: impl Into<Shown>, intent: Intent) -> Self {
        Self { label: label.into(), enter: enter.into(), intent, problem: None, remark: None, limit: None }
    }

    /// Enter does nothing here.
    pub fn nothing(label: impl Into<Shown>) -> Self {
        Self::new(label, "", Intent::Nothing)
    }

    /// Enter would do nothing, and this is why.
    pub fn refused(label: impl Into<Shown>, problem: impl Into<Shown>) -> Self {
        Self { problem: Some(problem.into()), ..Self::new(label, "", Intent::Nothing) }
    }

    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    pub fn remark(mut self, remark: Option<Shown>) -> Self {
        self.remark = remark;
        self
    }
}
