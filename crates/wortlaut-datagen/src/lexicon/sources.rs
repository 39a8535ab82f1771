//! Reads the lists of words that need no paradigm: closed classes, adverbs, adjectives.

use std::error::Error;

use super::compile::Compiler;
use super::features::Packed;

/// The lines of a list that are not empty or comments, with their numbers.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// `form TAB lemma TAB category TAB codes`, codes separated by blanks, each one reading.
pub(crate) fn closed(text: &str, compiler: &mut Compiler) -> Result<(), Box<dyn Error>> {
    for (number, line) in lines(text) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [forms, lemma, category, codes] = fields.as_slice() else {
            return Err(format!("closed.tsv:{number}: four columns expected").into());
        };
        let base = Packed::category(category).ok_or_else(|| format!("closed.tsv:{number}: category {category}"))?;
        for form in forms.split(' ') {
            let lemma = if *lemma == "=" { form } else { lemma };
            for code in codes.split(' ') {
                let reading = base
                    .with_code(code)
                    .ok_or_else(|| format!("closed.tsv:{number}: code {code}"))?;
                compiler.add(form, lemma, reading);
            }
        }
    }
    Ok(())
}

/// Words of one category separated by blanks.
pub(crate) fn words(text: &str, category: &str, compiler: &mut Compiler) -> Result<(), Box<dyn Error>> {
    let reading = Packed::category(category).ok_or("no such category")?;
    for (_, line) in lines(text) {
        for word in line.split_whitespace() {
            compiler.add(word, word, reading);
        }
    }
    Ok(())
}

/// Adjectives separated by blanks. `alt/ält` has a comparative and superlative on the second stem, `hoch=hoh` another
/// stem before endings, `gut/bess,best` stems of their own for both degrees.
pub(crate) fn adjectives(text: &str, compiler: &mut Compiler) -> Result<(), Box<dyn Error>> {
    let adjective = Packed::category("ADJ").ok_or("category ADJ")?;
    for (_, line) in lines(text) {
        for item in line.split_whitespace() {
            let (item, degrees) = item.split_once('/').map_or((item, None), |(i, d)| (i, Some(d)));
            let (lemma, stem) = item.split_once('=').map_or((item, None), |(l, s)| (l, Some(s)));
            compiler.add(lemma, lemma, adjective);
            if let Some(stem) = stem {
                compiler.add(stem, lemma, adjective);
            }
            degrees_of(lemma, stem.unwrap_or(lemma), |form| {
                compiler.add(form, lemma, adjective)
            });
            if let Some(degrees) = degrees {
                let (comparative, superlative) = degrees.split_once(',').unwrap_or((degrees, ""));
                compiler.add(&format!("{comparative}er"), lemma, adjective);
                let superlative = match superlative {
                    "" if comparative.ends_with(['t', 'd', 's', 'ß', 'z']) => format!("{comparative}est"),
                    "" => format!("{comparative}st"),
                    own => own.to_string(),
                };
                compiler.add(&superlative, lemma, adjective);
            }
        }
    }
    Ok(())
}

/// The regular comparative and superlative, without endings.
fn degrees_of(lemma: &str, stem: &str, mut add: impl FnMut(&str)) {
    // *leise*: *leiser*, *leisest*.
    add(&format!("{}er", stem.strip_suffix('e').unwrap_or(stem)));
    add(&format!("{lemma}st"));
    if lemma.ends_with(['t', 'd', 's', 'ß', 'z', 'x', 'h', 'u', 'i', 'o', 'w']) {
        add(&format!("{lemma}est"));
    }
}
