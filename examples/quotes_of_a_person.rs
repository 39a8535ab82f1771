//! Prints all that one person says in some articles.
//!
//! ```text
//! cargo run --example quotes_of_a_person                                   # Wolgast, in the article shipped
//! cargo run --example quotes_of_a_person -- Wolgast article.txt another.txt
//! ```

#[path = "support/input.rs"]
mod input;

use std::process::ExitCode;

use wortlaut::Pipeline;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let person = arguments.next().unwrap_or_else(|| "Wolgast".to_owned());
    input::finish(run(&person, &arguments.collect::<Vec<_>>()))
}

fn run(person: &str, files: &[String]) -> Result<String, input::Error> {
    let person = person.to_lowercase();
    let pipeline = Pipeline::german();
    let mut output = String::new();
    for document in &input::documents(files, None)? {
        let analysis = pipeline.analyze(document);
        for quotation in analysis.quotations() {
            let Some(speaker) = quotation.speaker() else { continue };
            // The name of the entity, not the words at hand: *sie* and *die Senatorin* count as well.
            if speaker.name().to_lowercase().contains(&person) {
                let place = quotation.data().content.first().map_or(0, |span| span.start());
                let file = document.get_id().unwrap_or_default();
                let kind = quotation.kind().as_str();
                output += &format!("{file}:{place}: {} [{kind}] {}\n", speaker.name(), quotation.text());
            }
        }
    }
    Ok(output)
}
