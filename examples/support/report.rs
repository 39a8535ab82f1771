//! An analysis as a person reads it on a terminal.

use std::fmt::{self, Write as _};

use wortlaut::{AnalysisRef, EntityRef};

/// Entities, quotations, times and timeline of an article.
pub fn report(analysis: &AnalysisRef<'_>) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let id = analysis.analysis().id().unwrap_or("text");
    let published = analysis.analysis().published();
    let published = published.map_or_else(
        || "day of publication unknown".to_owned(),
        |day| format!("published {day}"),
    );
    writeln!(out, "{id}, {published}")?;

    writeln!(out, "\nWho and what is named")?;
    for entity in analysis.entities() {
        let count = entity.mentions().count();
        writeln!(
            out,
            "  {:<13} {} ({count}×){}",
            entity.kind().as_str(),
            entity.name(),
            ids(entity)
        )?;
    }
    writeln!(out, "\nWho said what")?;
    for quotation in analysis.quotations() {
        let speaker = quotation.speaker().map_or("?", |speaker| speaker.name());
        writeln!(
            out,
            "  {speaker} [{}] {}",
            quotation.kind().as_str(),
            line(&quotation.text())
        )?;
    }
    writeln!(out, "\nTimes")?;
    for time in analysis.times() {
        writeln!(
            out,
            "  {:<24} {} {}",
            line(time.text()),
            time.kind().as_str(),
            time.value()
        )?;
    }
    writeln!(out, "\nTimeline")?;
    for event in analysis.timeline() {
        let by = event
            .claimed_by()
            .map_or_else(String::new, |entity| format!(" by {}", entity.name()));
        let status = event.status().as_str();
        writeln!(out, "  {:<23} [{status}{by}] {}", event.when(), line(event.text()))?;
    }
    Ok(out)
}

fn ids(entity: EntityRef<'_>) -> String {
    let ids = entity.data().ids.iter();
    ids.map(|(authority, id)| format!(" {authority}:{id}")).collect()
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
