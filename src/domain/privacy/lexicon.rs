//! What is known of a word: a table of the lists beside it, made into one automaton (`lexicon.fst`)
//! that is read where it lies. `BRONNEN.md` says where every list comes from and under which
//! licence. Knows nothing of sentences.

use fst::Map;
use std::sync::LazyLock;

/// The lists a word stands on: one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lists(u32);

impl Lists {
    /// A Dutch word.
    pub const WORD: Self = Self(1);
    /// A first name that is used here.
    pub const FIRST: Self = Self(1 << 1);
    /// A first name of the wide world.
    pub const FAR: Self = Self(1 << 2);
    /// A surname that is used here.
    pub const LAST: Self = Self(1 << 3);
    /// A surname of the wide world.
    pub const LAST_FAR: Self = Self(1 << 4);
    /// Written with a capital: a surname or a village.
    pub const PROPER: Self = Self(1 << 5);
    pub const PLACE: Self = Self(1 << 6);
    /// With a capital, and still nobody: a weekday, an organisation, an eponym. Also a series of
    /// words.
    pub const FREE: Self = Self(1 << 7);
    /// A name that is an everyday word as well.
    pub const TWOFOLD: Self = Self(1 << 8);
    /// In small letters never a name.
    pub const SMALL: Self = Self(1 << 9);
    /// *mevrouw*, *dr.*
    pub const TITLE: Self = Self(1 << 10);
    /// *zoon*, *buurvrouw*
    pub const KIN: Self = Self(1 << 11);
    /// *huisarts*, *kapper*
    pub const ROLE: Self = Self(1 << 12);
    /// What people do: *belt*, *kookt*.
    pub const VERB: Self = Self(1 << 13);
    /// What things do too: *is*, *komt*.
    pub const AUXILIARY: Self = Self(1 << 14);
    /// In front of a person: *volgens*, *vraag*.
    pub const ASK: Self = Self(1 << 15);
    /// In front of a person or a thing: *met*, *van*.
    pub const WITH: Self = Self(1 << 16);
    /// In front of a place: *naar*, *in*.
    pub const TOWARDS: Self = Self(1 << 17);
    pub const ARTICLE: Self = Self(1 << 18);
    /// Begins a sentence far more often than it is a name.
    pub const OPENING: Self = Self(1 << 19);
    /// Stands inside a surname.
    pub const PARTICLE: Self = Self(1 << 20);
    /// What is called after somebody: *Huize*, *Stichting*.
    pub const HOUSE: Self = Self(1 << 21);

    /// Begins a series of words that is free.
    pub const OPENS: Self = Self(1 << 22);

    /// Any first name.
    pub const ANY_FIRST: Self = Self(Self::FIRST.0 | Self::FAR.0);
    /// Any surname.
    pub const ANY_LAST: Self = Self(Self::LAST.0 | Self::LAST_FAR.0);
    /// Anything that only a name is.
    pub const ANY_NAME: Self = Self(Self::ANY_FIRST.0 | Self::ANY_LAST.0 | Self::PROPER.0);

    /// Whether it stands on any of these.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.without(Self::OPENS).0 == 0
    }

    /// As it stands in the automaton.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    pub fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// What this has and the other has not.
    pub fn without(self, less: Self) -> Self {
        Self(self.0 & !less.0)
    }
}

/// The files in `lists`, and what standing in one means.
pub const FILES: [(&str, Lists); 22] = [
    ("woorden.txt", Lists::WORD),
    ("voornamen.txt", Lists::FIRST),
    ("voornamen-wijd.txt", Lists::FAR),
    ("achternamen.txt", Lists::LAST),
    ("achternamen-wijd.txt", Lists::LAST_FAR),
    ("eigennamen.txt", Lists::PROPER),
    ("plaatsen.txt", Lists::PLACE),
    ("vrij.txt", Lists::FREE),
    ("dubbel.txt", Lists::TWOFOLD),
    ("functie.txt", Lists::SMALL),
    ("titels.txt", Lists::TITLE),
    ("verwanten.txt", Lists::KIN),
    ("rollen.txt", Lists::ROLE),
    ("werkwoorden.txt", Lists::VERB),
    ("hulpwerkwoorden.txt", Lists::AUXILIARY),
    ("vraag.txt", Lists::ASK),
    ("met.txt", Lists::WITH),
    ("plaatsvoor.txt", Lists::TOWARDS),
    ("lidwoorden.txt", Lists::ARTICLE),
    ("openingen.txt", Lists::OPENING),
    ("tussen.txt", Lists::PARTICLE),
    ("huizen.txt", Lists::HOUSE),
];

/// The longest word in the list of words: what is longer is a compound, and never a name.
pub(super) const LONGEST: usize = 11;

static TABLE: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("lexicon.fst").as_slice()).ok());

/// The lists on which this word stands, in small letters and without accents.
pub fn lists(plain: &str) -> Lists {
    let bits = TABLE.as_ref().and_then(|table| table.get(plain)).unwrap_or(0);
    Lists(u32::try_from(bits).unwrap_or(0))
}

/// Whether this is put together of two words: *wijkverpleegkundige*.
pub(super) fn is_compound(plain: &str) -> bool {
    let word = |part: &str| part.len() > LONGEST || lists(part).any(Lists::WORD);
    plain.len() > LONGEST
        || plain.char_indices().map(|(at, _)| at).filter(|at| (3..).contains(at)).any(|at| {
            let (first, rest) = plain.split_at_checked(at).unwrap_or((plain, ""));
            let first_is = || word(first) || first.strip_suffix('s').is_some_and(word);
            rest.len() > 3 && word(rest) && first_is()
        })
}
