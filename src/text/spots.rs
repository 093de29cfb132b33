//! Where a text stands, in the words people point with: "tip 14", "de terugkoppelafspraak".

use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::plan;
use crate::domain::session::Session;
use crate::domain::verdicts::TextKey;

/// The place of a text.
pub fn name(session: &Session, key: TextKey) -> String {
    match key {
        TextKey::Idea(id) => {
            let number = session.ideas.get(id).map_or(0, |idea| idea.number);
            format!("{} {number}", session.method.words.idea.one)
        }
        TextKey::Because(advice) => format!("het antwoord bij {}", of_advice(session, advice)),
        TextKey::Reasoning(advice) => format!("de onderbouwing van {}", of_advice(session, advice)),
        TextKey::Purpose(advice) => format!("het doel van {}", of_advice(session, advice)),
        TextKey::TakenUp(advice) => format!("wie {} oppakt", of_advice(session, advice)),
        TextKey::Title(id) => of_advice(session, Advice::Cluster(id)),
        TextKey::Note(_) => "een notitie".to_owned(),
        TextKey::Goal(_) => "een doel".to_owned(),
        TextKey::Barrier(_) => "de belemmering bij een doel".to_owned(),
        TextKey::Explanation(_) => "de toelichting bij een doel".to_owned(),
        TextKey::Casus(_, casus::Field::Alias) => "de alias".to_owned(),
        TextKey::Casus(_, casus::Field::Summary) => "de samenvatting".to_owned(),
        TextKey::Casus(_, casus::Field::ReportWanted) => "het antwoord over het verslag".to_owned(),
        TextKey::Casus(
            _,
            casus::Field::FeedbackWho | casus::Field::FeedbackWhen | casus::Field::FeedbackWhat,
        ) => "de terugkoppelafspraak".to_owned(),
        TextKey::Postponed(_) => "de reden van het doorschuiven".to_owned(),
        TextKey::Plan(plan::Field::GroupName) => "de naam van de groep".to_owned(),
        TextKey::Plan(plan::Field::NextDate | plan::Field::NextContributor) => "de volgende keer".to_owned(),
    }
}

fn of_advice(session: &Session, advice: Advice) -> String {
    match advice {
        Advice::Idea(id) => name(session, TextKey::Idea(id)),
        Advice::Cluster(_) => format!("cluster {}", session.advice_label(advice)),
    }
}
