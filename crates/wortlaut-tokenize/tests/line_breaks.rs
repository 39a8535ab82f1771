//! What a single line break means: told by the text, or by the caller.

#![allow(missing_docs)]

use wortlaut_tokenize::{LineBreaks, Tokenizer, TokenizerOptions};

/// The sentences of a text with `‖` between them, their line breaks as `/`.
fn sentences(text: &str, line_breaks: LineBreaks) -> String {
    let mut options = TokenizerOptions::default();
    options.line_breaks = line_breaks;
    let t = Tokenizer::with_options(options).tokenize(text);
    let shown: Vec<String> = t
        .sentences
        .iter()
        .map(|sentence| {
            sentence
                .span
                .slice(text)
                .replace("\r\n", "/")
                .replace(['\n', '\r'], "/")
        })
        .collect();
    shown.join("‖")
}

#[track_caller]
fn hold(line_breaks: LineBreaks, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(sentences(text, line_breaks), *expected, "{text:?}");
    }
}

#[test]
fn the_text_tells() {
    hold(
        LineBreaks::Detect,
        &[
            // An e-mail: lines go on with capitals, too, and the signature does not.
            (
                "Liebe Kolleginnen und Kollegen,\n\nam Donnerstag tagt der Ausschuss für Stadtentwicklung im\n\
                 Rathaus. Es geht um den Neubau der Kita am Weiher und die\nBrücke über die Beker.\n\n\
                 Mit freundlichen Grüßen\nMarike Tolsdorf\nPressestelle der Stadt Altenau",
                "Liebe Kolleginnen und Kollegen,‖am Donnerstag tagt der Ausschuss für Stadtentwicklung im/Rathaus.‖\
                 Es geht um den Neubau der Kita am Weiher und die/Brücke über die Beker.‖\
                 Mit freundlichen Grüßen‖Marike Tolsdorf‖Pressestelle der Stadt Altenau",
            ),
            (
                "Der Rat\r\nhat am Montag\r\ndie Brücke beschlossen.",
                "Der Rat/hat am Montag/die Brücke beschlossen.",
            ),
            (
                "Der Rat\rhat am Montag\rdie Brücke beschlossen.",
                "Der Rat/hat am Montag/die Brücke beschlossen.",
            ),
            // Quoted in an answer.
            (
                "> Am Montag schrieb Marike Tolsdorf, dass die\n> Kosten zu hoch sind.\n\nDas stimmt nicht.",
                "> Am Montag schrieb Marike Tolsdorf, dass die/> Kosten zu hoch sind.‖Das stimmt nicht.",
            ),
            // A sentence a line.
            (
                "Der Rat hat getagt\nEr lehnte die Pläne ab\nDie Bürgermeisterin stimmte zu\n",
                "Der Rat hat getagt‖Er lehnte die Pläne ab‖Die Bürgermeisterin stimmte zu",
            ),
            (
                "Der Rat hat getagt.\nEr lehnte ab.\nniemand sprach.\n",
                "Der Rat hat getagt.‖Er lehnte ab.‖niemand sprach.",
            ),
        ],
    );
}

#[test]
fn the_caller_tells() {
    let wrapped = "Der Rat hat am Montag neue\nPläne für zwei Brücken\nNiederaus beschlossen. Sie sind\nteuer.\n\nEnde";
    let lines = "Der Rat hat getagt und\nalle Pläne abgelehnt und\nkeine neuen gemacht";
    hold(
        LineBreaks::Join,
        &[
            (
                wrapped,
                "Der Rat hat am Montag neue/Pläne für zwei Brücken/Niederaus beschlossen.‖Sie sind/teuer.‖Ende",
            ),
            (
                lines,
                "Der Rat hat getagt und/alle Pläne abgelehnt und/keine neuen gemacht",
            ),
            ("Eins\r\nzwei\r\n\r\nDrei\n \nVier", "Eins/zwei‖Drei‖Vier"),
            ("\n\nEins\n", "Eins"),
            ("", ""),
        ],
    );
    hold(
        LineBreaks::Part,
        &[
            (
                lines,
                "Der Rat hat getagt und‖alle Pläne abgelehnt und‖keine neuen gemacht",
            ),
            ("Eins\r\nzwei\n\nDrei", "Eins‖zwei‖Drei"),
            ("", ""),
        ],
    );
}
