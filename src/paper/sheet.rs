//! Which sheets there are, what they are called, and for which werkwijze they make sense.
//!
//! Must not know: what stands on a sheet.

use crate::domain::method::{Activity, Method};

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The tips of one casus, for the casusinbrenger to take to the client.
    Tips,
    /// Werkblad 8: the report of the case conference, one for each koppel.
    Report,
    /// The selected adviezen, for the koppel to read.
    Couple,
    /// Werkblad 7: the agenda of the case conference.
    Agenda,
    /// The headings of the flappen.
    Flaps,
    /// The post-its as they hang.
    PostIts,
    /// The invitation with the samenvatting.
    Invitation,
    /// The messages after the case conference.
    Mails,
    /// An empty Compensatiematrix to hand out.
    Matrix,
    /// The spinnetje, to prepare a casus with.
    Spider,
    /// The cards *Wat doe ik als …*.
    Cards,
    /// Steps and times for the tijdbewaker.
    TimeCard,
    /// Everything to go on with when the laptop dies.
    Fallback,
    /// What was planned and what it took, to look back on.
    TimeReport,
    /// What was chosen, in plain words, for at home.
    Home,
}

impl Sheet {
    pub const ALL: [Self; 15] = [
        Self::Tips,
        Self::Report,
        Self::Couple,
        Self::Mails,
        Self::PostIts,
        Self::Invitation,
        Self::Agenda,
        Self::Flaps,
        Self::Matrix,
        Self::Spider,
        Self::Cards,
        Self::TimeCard,
        Self::Fallback,
        Self::TimeReport,
        Self::Home,
    ];

    /// The sheets of a werkwijze.
    pub fn of(method: &Method) -> Vec<Self> {
        Self::ALL.into_iter().filter(|sheet| sheet.is_for(method)).collect()
    }

    /// The sheet a meeting is for: what is taken along to the client.
    pub fn main(method: &Method) -> Self {
        if method.has(Activity::Wegen) { Self::Report } else { Self::Tips }
    }

    /// Whether it makes sense in a werkwijze: werkblad 8 is about what a group decided, a
    /// Compensatiematrix has columns.
    pub fn is_for(self, method: &Method) -> bool {
        let weighs = method.has(Activity::Wegen);
        match self {
            Self::Tips => !weighs,
            Self::Report
            | Self::Couple
            | Self::Agenda
            | Self::Flaps
            | Self::PostIts
            | Self::Invitation
            | Self::Mails => weighs,
            Self::Matrix => method.has(Activity::Verzamelen),
            Self::Spider => !method.spider.is_empty(),
            Self::Cards => !method.cards.is_empty(),
            Self::TimeCard | Self::Fallback | Self::TimeReport | Self::Home => true,
        }
    }

    /// Whether it is of use before a meeting, without anything filled in.
    pub fn is_useful_empty(self) -> bool {
        match self {
            Self::Report
            | Self::Agenda
            | Self::Flaps
            | Self::Matrix
            | Self::Spider
            | Self::Cards
            | Self::TimeCard => true,
            Self::Tips
            | Self::Couple
            | Self::PostIts
            | Self::Invitation
            | Self::Mails
            | Self::Fallback
            | Self::TimeReport
            | Self::Home => false,
        }
    }

    /// The name people see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tips => "Tipblad",
            Self::Report => "Werkblad 8: verslag",
            Self::Couple => "Koppelversie",
            Self::Agenda => "Werkblad 7: agenda",
            Self::Flaps => "Flappen",
            Self::PostIts => "Post-its",
            Self::Invitation => "Uitnodiging",
            Self::Mails => "Berichten",
            Self::Matrix => "Compensatiematrix",
            Self::Spider => "Spinnetje",
            Self::Cards => "Kaarten",
            Self::TimeCard => "Tijdkaart",
            Self::Fallback => "Noodblad",
            Self::TimeReport => "Tijdverslag",
            Self::Home => "Adviesblad voor thuis",
        }
    }

    /// One sentence for a choice list.
    pub fn about(self) -> &'static str {
        match self {
            Self::Tips => "De tips per doel, om met de cliënt te bespreken. Met vakjes om in te schrijven.",
            Self::Report => "Het verslag voor de aanwezigen, met vakken voor het adviesgesprek.",
            Self::Couple => "De gekozen adviezen in gewone taal, als het koppel daar prijs op stelt.",
            Self::Agenda => "De agendapunten met hun tijden.",
            Self::Flaps => "De doelen in grote letters, om op te hangen: PMD, MZ en samen.",
            Self::PostIts => "Alle post-its, per flap en per doel.",
            Self::Invitation => "Een tekst om te versturen, met de samenvatting.",
            Self::Mails => "Teksten om te versturen: aan de aanwezigen, het kernteam en de huisarts.",
            Self::Matrix => "Een lege Compensatiematrix om uit te delen.",
            Self::Spider => "Een blad om een casus op voor te bereiden.",
            Self::Cards => "De kaarten ‘Wat doe ik als …’, per stap.",
            Self::TimeCard => "De stappen met hun tijden, voor de tijdbewaker.",
            Self::Fallback => "De stappen, de doelen en wat er al is, voor als de laptop uitvalt.",
            Self::TimeReport => "Gepland en werkelijk per stap, om op terug te kijken.",
            Self::Home => "Wat er gekozen is, hoogstens zeven tips, om op te hangen.",
        }
    }

    /// The word in file names and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tips => "tipblad",
            Self::Report => "werkblad8",
            Self::Couple => "koppelversie",
            Self::Agenda => "agenda",
            Self::Flaps => "flappen",
            Self::PostIts => "post-its",
            Self::Invitation => "uitnodiging",
            Self::Mails => "berichten",
            Self::Matrix => "compensatiematrix",
            Self::Spider => "spinnetje",
            Self::Cards => "kaarten",
            Self::TimeCard => "tijdkaart",
            Self::Fallback => "noodblad",
            Self::TimeReport => "tijdverslag",
            Self::Home => "adviesblad",
        }
    }

    /// The sheet with this name, case ignored.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        Self::ALL.into_iter().find(|sheet| sheet.word() == typed)
    }

    /// Whether it is about one casus; the others are the same for the whole meeting.
    pub fn is_per_casus(self) -> bool {
        match self {
            Self::Tips
            | Self::Report
            | Self::Couple
            | Self::Flaps
            | Self::PostIts
            | Self::Invitation
            | Self::Mails
            | Self::Spider
            | Self::Fallback
            | Self::Home => true,
            Self::Agenda | Self::Matrix | Self::Cards | Self::TimeCard | Self::TimeReport => false,
        }
    }
}
