//! Settings.
use super::store::places::Places;
use crate::ui::theme::{self, Depth, Theme};
use std::path::PathBuf;

#[derive(Debug, Clone, Default)]
pub struct Config {
    pub output: Option<PathBuf>,
}

pub fn theme_at(_places: &Places, index: usize, depth: Depth) -> Result<Theme, String> {
    let name = theme::SHIPPED.get(index).map_or("licht", |(name, _)| name);
    theme(name, depth)
}

pub fn theme(name: &str, depth: Depth) -> Result<Theme, String> {
    let looks = theme::resolve(name, &mut |name| {
        theme::shipped(name).and_then(|text| super::ronfile::read(text, theme::raw::check).ok())
    })
    .map_err(|_| "Dit thema klopt niet.".to_owned())?;
    Ok(Theme::new(&looks, depth))
}
