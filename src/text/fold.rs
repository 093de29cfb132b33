//! Words made plain for searching: lower case, accents off.

/// Lower case without accents: "Ideeën" becomes "ideeen".
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(bare).collect()
}

/// The plain words of a text.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}

/// The letter without its accent, for the accents Dutch people type.
fn bare(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}
