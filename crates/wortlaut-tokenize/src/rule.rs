//! The rules behind zones and mark pairs, by their stable ids.

use wortlaut_text::Confidence;

/// Why a [`Zone`](crate::Zone) is of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum ZoneRule {
    /// A short paragraph that ends no sentence, before the running text.
    HeadlineTop,
    /// The same between two paragraphs of running text.
    HeadlineSection,
    /// An agency in brackets: *Hannover (dpa/lni) -*, *(KNA)*.
    DatelineAgencyBracket,
    /// An agency without brackets: *dpa Berlin.*, *Berlin/dpa.*, *BERLIN taz |*.
    DatelineAgencySign,
    /// A place and a date: *Potsdam, 12.03.2026.*
    DatelineDate,
    /// A place and a dash: *Altenau –*, *Bern/Chur. –*.
    DatelineDash,
    /// A place, a reporter's initials or the like in brackets: *Altenau (mk).*
    DatelineInitials,
    /// A place and a full stop: *Altenau. Der Rat …*
    DatelineStop,
    /// *Von* and names, and nothing else.
    BylineNames,
    /// None of the other rules fits.
    BodyText,
    /// A name and a colon, as several paragraphs start, and one of the names comes back.
    InterviewLabel,
    /// What follows a label, or stands between two labelled paragraphs.
    InterviewTurn,
    /// A bullet, or a number with another one beside it.
    ListBullet,
    /// *Foto:*, *©*.
    CaptionLabel,
    /// A short paragraph that ends with *Foto:* and names.
    CaptionCredit,
    /// A label of the list with a colon, a dash or nothing behind it: *Mehr zum Thema –*.
    BoilerplateLabel,
    /// A phrase of the list: *Folgen Sie uns …*
    BoilerplatePhrase,
    /// A line below a label that stands alone.
    BoilerplateTeaser,
    /// A paragraph of agencies' and editors' signs: *dpa/lni*, *(Schluss) kre*.
    BoilerplateSigns,
    /// Such signs behind the last sentence: *… sagte er. (dpa)*.
    BoilerplateTail,
}

impl ZoneRule {
    /// All rules.
    pub const ALL: &'static [ZoneRule] = &[
        ZoneRule::HeadlineTop,
        ZoneRule::HeadlineSection,
        ZoneRule::DatelineAgencyBracket,
        ZoneRule::DatelineAgencySign,
        ZoneRule::DatelineDate,
        ZoneRule::DatelineDash,
        ZoneRule::DatelineInitials,
        ZoneRule::DatelineStop,
        ZoneRule::BylineNames,
        ZoneRule::BodyText,
        ZoneRule::InterviewLabel,
        ZoneRule::InterviewTurn,
        ZoneRule::ListBullet,
        ZoneRule::CaptionLabel,
        ZoneRule::CaptionCredit,
        ZoneRule::BoilerplateLabel,
        ZoneRule::BoilerplatePhrase,
        ZoneRule::BoilerplateTeaser,
        ZoneRule::BoilerplateSigns,
        ZoneRule::BoilerplateTail,
    ];

    /// The stable id of the rule.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            ZoneRule::HeadlineTop => "zone.headline.top",
            ZoneRule::HeadlineSection => "zone.headline.section",
            ZoneRule::DatelineAgencyBracket => "zone.dateline.agency-bracket",
            ZoneRule::DatelineAgencySign => "zone.dateline.agency-sign",
            ZoneRule::DatelineDate => "zone.dateline.date",
            ZoneRule::DatelineDash => "zone.dateline.dash",
            ZoneRule::DatelineInitials => "zone.dateline.initials",
            ZoneRule::DatelineStop => "zone.dateline.stop",
            ZoneRule::BylineNames => "zone.byline.names",
            ZoneRule::BodyText => "zone.body.text",
            ZoneRule::InterviewLabel => "zone.interview.label",
            ZoneRule::InterviewTurn => "zone.interview.turn",
            ZoneRule::ListBullet => "zone.list.bullet",
            ZoneRule::CaptionLabel => "zone.caption.label",
            ZoneRule::CaptionCredit => "zone.caption.credit",
            ZoneRule::BoilerplateLabel => "zone.boilerplate.label",
            ZoneRule::BoilerplatePhrase => "zone.boilerplate.phrase",
            ZoneRule::BoilerplateTeaser => "zone.boilerplate.teaser",
            ZoneRule::BoilerplateSigns => "zone.boilerplate.signs",
            ZoneRule::BoilerplateTail => "zone.boilerplate.tail",
        }
    }

    /// How sure the rule is, judged by what else looks the same.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        Confidence::from_permille(
            10 * match self {
                ZoneRule::DatelineAgencyBracket | ZoneRule::BoilerplatePhrase | ZoneRule::InterviewLabel => 98,
                ZoneRule::DatelineAgencySign
                | ZoneRule::DatelineDate
                | ZoneRule::CaptionLabel
                | ZoneRule::BoilerplateLabel
                | ZoneRule::BodyText => 95,
                ZoneRule::HeadlineTop
                | ZoneRule::BylineNames
                | ZoneRule::InterviewTurn
                | ZoneRule::ListBullet
                | ZoneRule::BoilerplateTail => 90,
                ZoneRule::DatelineDash
                | ZoneRule::DatelineInitials
                | ZoneRule::CaptionCredit
                | ZoneRule::BoilerplateSigns => 85,
                ZoneRule::HeadlineSection | ZoneRule::DatelineStop | ZoneRule::BoilerplateTeaser => 80,
            },
        )
    }
}

/// Why a [`MarkPair`](crate::MarkPair) is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum PairRule {
    /// Both marks belong to one style and say which is which: `„…“`, `»…«`.
    Typographic,
    /// The marks are of two styles, as typed in haste: `„…"`, `“…“`.
    Mixed,
    /// One character opens and closes; where it stands tells which: `"…"`, `'…'`.
    Position,
    /// Where a mark stands tells nothing; which way the others of the document point does.
    DocumentStyle,
    /// Opened in one paragraph and closed in a later one.
    AcrossParagraphs,
    /// Never closed, and opened again at the next paragraph.
    Repeated,
    /// Never closed: it ends with its paragraph.
    Unclosed,
}

impl PairRule {
    /// All rules.
    pub const ALL: &'static [PairRule] = &[
        PairRule::Typographic,
        PairRule::Mixed,
        PairRule::Position,
        PairRule::DocumentStyle,
        PairRule::AcrossParagraphs,
        PairRule::Repeated,
        PairRule::Unclosed,
    ];

    /// The stable id of the rule.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            PairRule::Typographic => "pair.typographic",
            PairRule::Mixed => "pair.mixed",
            PairRule::Position => "pair.position",
            PairRule::DocumentStyle => "pair.document-style",
            PairRule::AcrossParagraphs => "pair.across-paragraphs",
            PairRule::Repeated => "pair.repeated",
            PairRule::Unclosed => "pair.unclosed",
        }
    }

    /// How sure the rule is.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        Confidence::from_permille(
            10 * match self {
                PairRule::Typographic => 99,
                PairRule::Position | PairRule::Repeated => 95,
                PairRule::Mixed | PairRule::DocumentStyle => 90,
                PairRule::AcrossParagraphs => 80,
                PairRule::Unclosed => 50,
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct_and_dotted() {
        let mut ids: Vec<&str> = ZoneRule::ALL.iter().map(|rule| rule.id()).collect();
        ids.extend(PairRule::ALL.iter().map(|rule| rule.id()));
        let count = ids.len();
        assert!(ids.iter().all(|id| {
            id.split('.').count() >= 2
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || b".-".contains(&byte))
        }));
        // The crate's documentation names each of them.
        let docs = include_str!("lib.rs");
        for id in &ids {
            assert!(docs.contains(&format!("`{id}`")), "{id}");
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
