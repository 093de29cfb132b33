//! What people find in `sessie.ron`.

use crate::app::state::summary::of;
use crate::paper::sample::conference;

#[test]
fn a_case_conference_as_people_read_it() {
    let summary = of(&conference::talked());
    let ron = ron::ser::to_string_pretty(&summary, ron::ser::PrettyConfig::default()).unwrap();
    insta::assert_snapshot!(ron);
}
