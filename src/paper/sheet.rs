//! The sheets in one table: what each is called, for which werkwijze it makes sense, and which
//! file fills it. A new sheet is a file and a row here.
//!
//! Must not know: what stands on a sheet.

use super::doc::Doc;
use super::{
    agenda, cards, couple, fallback, flaps, handbook, home, invitation, mails, matrix, postits, report,
    spider, timecard, timereport, tipsheet,
};
use crate::domain::casus::Casus;
use crate::domain::method::Method;
use crate::domain::session::Session;
use crate::domain::time::Now;

/// What is known of a sheet.
struct Row {
    /// In file names and on the command line.
    word: &'static str,
    /// What may be typed on the command line as well; empty for nothing.
    short: &'static str,
    /// The name people see.
    name: &'static str,
    /// One sentence for a choice list.
    about: &'static str,
    /// Whether it makes sense in a werkwijze.
    fits: fn(&Method) -> bool,
    when: When,
    of: Of,
    make: fn(&Session, &Casus, &Now) -> Doc,
}

/// When it is of use.
#[derive(PartialEq, Eq)]
enum When {
    /// Also before a meeting, without anything filled in.
    Before,
    /// When there is something to fill it with, or when somebody asks for it.
    Asked,
}

/// What it is about.
#[derive(PartialEq, Eq)]
enum Of {
    Casus,
    /// The same for the whole meeting.
    Meeting,
    /// The same for every meeting.
    Program,
}

/// Makes the kinds of sheets and what is known of them from one table, so that neither can lack a
/// part of the other.
macro_rules! sheets {
    ($($(#[$doc:meta])* $kind:ident: $row:expr,)*) => {
        /// A sheet of paper.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Sheet {
            $($(#[$doc])* $kind,)*
        }

        impl Sheet {
            pub const ALL: [Self; [$(Self::$kind),*].len()] = [$(Self::$kind),*];

            fn row(self) -> &'static Row {
                match self {
                    $(Self::$kind => const { &$row },)*
                }
            }
        }
    };
}

sheets! {
    /// The tips of one casus, for the casusinbrenger to take to the client.
    Tips: Row {
        word: "tipblad",
        short: "tips",
        name: "Tipblad",
        about: "De tips per doel, om met de cliënt te bespreken. Met vakjes om in te schrijven.",
        fits: |method| !method.group_decides(),
        when: When::Asked,
        of: Of::Casus,
        make: tipsheet::make,
    },
    /// Werkblad 8: the report of the case conference, one for each koppel.
    Report: Row {
        word: "werkblad8",
        short: "",
        name: "Werkblad 8: verslag",
        about: "Het verslag voor de aanwezigen, met vakken voor het adviesgesprek.",
        fits: Method::group_decides,
        when: When::Before,
        of: Of::Casus,
        make: report::make,
    },
    /// The selected adviezen, for the koppel to read.
    Couple: Row {
        word: "koppelversie",
        short: "",
        name: "Koppelversie",
        about: "De gekozen adviezen in gewone taal, als het koppel daar prijs op stelt.",
        fits: Method::group_decides,
        when: When::Asked,
        of: Of::Casus,
        make: couple::make,
    },
    /// The messages after the case conference.
    Mails: Row {
        word: "berichten",
        short: "",
        name: "Berichten",
        about: "Teksten om te versturen: aan de aanwezigen, het kernteam en de huisarts.",
        fits: Method::group_decides,
        when: When::Asked,
        of: Of::Casus,
        make: mails::make,
    },
    /// The post-its as they hang.
    PostIts: Row {
        word: "post-its",
        short: "",
        name: "Post-its",
        about: "Alle post-its, per flap en per doel.",
        fits: Method::has_clusters,
        when: When::Asked,
        of: Of::Casus,
        make: postits::make,
    },
    /// The invitation with the samenvatting.
    Invitation: Row {
        word: "uitnodiging",
        short: "",
        name: "Uitnodiging",
        about: "Een tekst om te versturen, met de samenvatting.",
        fits: Method::group_decides,
        when: When::Asked,
        of: Of::Casus,
        make: invitation::make,
    },
    /// Werkblad 7: the agenda of the case conference.
    Agenda: Row {
        word: "agenda",
        short: "",
        name: "Werkblad 7: agenda",
        about: "De agendapunten met hun tijden.",
        fits: Method::group_decides,
        when: When::Before,
        of: Of::Meeting,
        make: |session, _, now| agenda::make(session, now),
    },
    /// The headings of the flappen.
    Flaps: Row {
        word: "flappen",
        short: "",
        name: "Flappen",
        about: "De doelen in grote letters, om op te hangen: PMD, MZ en samen.",
        fits: Method::has_flaps,
        when: When::Before,
        of: Of::Casus,
        make: |session, casus, _| flaps::make(session, casus),
    },
    /// An empty Compensatiematrix to hand out.
    Matrix: Row {
        word: "compensatiematrix",
        short: "matrix",
        name: "Compensatiematrix",
        about: "Een lege Compensatiematrix om uit te delen.",
        fits: |method| !method.layouts.is_empty(),
        when: When::Before,
        of: Of::Meeting,
        make: |session, _, _| matrix::make(session),
    },
    /// The spinnetje, to prepare a casus with.
    Spider: Row {
        word: "spinnetje",
        short: "",
        name: "Spinnetje",
        about: "Een blad om een casus op voor te bereiden.",
        fits: |method| !method.spider.is_empty(),
        when: When::Before,
        of: Of::Casus,
        make: |session, casus, _| spider::make(session, casus),
    },
    /// The cards *Wat doe ik als …*.
    Cards: Row {
        word: "kaarten",
        short: "",
        name: "Kaarten",
        about: "De kaarten ‘Wat doe ik als …’, per stap.",
        fits: |method| !method.cards.is_empty(),
        when: When::Before,
        of: Of::Meeting,
        make: |session, _, _| cards::make(session),
    },
    /// Steps and times for the tijdbewaker.
    TimeCard: Row {
        word: "tijdkaart",
        short: "",
        name: "Tijdkaart",
        about: "De stappen met hun tijden, voor de tijdbewaker.",
        fits: |_| true,
        when: When::Before,
        of: Of::Meeting,
        make: |session, _, now| timecard::make(session, now),
    },
    /// Everything to go on with when the laptop dies.
    Fallback: Row {
        word: "noodblad",
        short: "",
        name: "Noodblad",
        about: "De stappen, de doelen en wat er al is, voor als de laptop uitvalt.",
        fits: |_| true,
        when: When::Asked,
        of: Of::Casus,
        make: fallback::make,
    },
    /// What was planned and what it took, to look back on.
    TimeReport: Row {
        word: "tijdverslag",
        short: "",
        name: "Tijdverslag",
        about: "Gepland en werkelijk per stap, om op terug te kijken.",
        fits: |_| true,
        when: When::Asked,
        of: Of::Meeting,
        make: |session, _, now| timereport::make(session, now),
    },
    /// What was chosen, in plain words, for at home.
    Home: Row {
        word: "adviesblad",
        short: "thuis",
        name: "Adviesblad voor thuis",
        about: "Wat er gekozen is, hoogstens zeven tips, om op te hangen.",
        fits: |_| true,
        when: When::Asked,
        of: Of::Casus,
        make: home::make,
    },
    /// What a begeleider needs at hand, on one page.
    Card: Row {
        word: "spiekbriefje",
        short: "spiek",
        name: "Spiekbriefje",
        about: "Eén A4 met de tien dingen die je nodig hebt.",
        fits: |_| true,
        when: When::Before,
        of: Of::Program,
        make: |_, _, _| handbook::card(),
    },
    /// The whole handbook.
    Handbook: Row {
        word: "handleiding",
        short: "handboek",
        name: "Handleiding",
        about: "Beginnen, leiden, na afloop, privacy, toetsen.",
        fits: |_| true,
        when: When::Asked,
        of: Of::Program,
        make: |_, _, _| handbook::make(),
    },
}

impl Sheet {
    /// The sheets of a meeting in this werkwijze.
    pub fn of(method: &Method) -> Vec<Self> {
        Self::ALL.into_iter().filter(|sheet| sheet.is_for(method) && !sheet.is_of_program()).collect()
    }

    /// Whether it is the same for every meeting: it is about the program.
    pub fn is_of_program(self) -> bool {
        self.row().of == Of::Program
    }

    /// The sheet a meeting is for: what is taken along to the client.
    pub fn main(method: &Method) -> Self {
        if method.group_decides() { Self::Report } else { Self::Tips }
    }

    /// Whether it makes sense in a werkwijze.
    pub fn is_for(self, method: &Method) -> bool {
        (self.row().fits)(method)
    }

    /// Whether it is of use before a meeting, without anything filled in.
    pub fn is_useful_empty(self) -> bool {
        self.row().when == When::Before
    }

    /// The name people see.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// One sentence for a choice list.
    pub fn about(self) -> &'static str {
        self.row().about
    }

    /// The word in file names and on the command line.
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// The sheet with this name, or this short one; case ignored.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let is = |row: &Row| row.word == typed || (row.short == typed && !typed.is_empty());
        Self::ALL.into_iter().find(|sheet| is(sheet.row()))
    }

    /// Whether it is about one casus; the others are the same for the whole meeting.
    pub fn is_per_casus(self) -> bool {
        self.row().of == Of::Casus
    }

    /// What stands on it.
    pub(super) fn doc(self, session: &Session, casus: &Casus, now: &Now) -> Doc {
        (self.row().make)(session, casus, now)
    }
}
