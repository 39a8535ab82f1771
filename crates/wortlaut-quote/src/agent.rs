//! Common nouns for those who speak.

use wortlaut_lexicon::Lexicon;

/// Documents that speak in the place of who wrote them (lower case).
const DOCUMENTS: &[&str] = &[
    "bericht",
    "berichte",
    "studie",
    "gutachten",
    "mitteilung",
    "pressemitteilung",
    "erklärung",
    "stellungnahme",
    "zeitung",
    "blatt",
    "magazin",
    "umfrage",
    "medienberichte",
    "brief",
];

/// Whether a noun form names somebody or something that speaks.
pub(crate) fn is_agent(form: &str) -> bool {
    Lexicon::german().role(form).is_some() || DOCUMENTS.contains(&form.to_lowercase().as_str())
}
