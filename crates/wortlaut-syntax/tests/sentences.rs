//! Whole sentences: clauses, finite verbs with lemma, mood and tense, subjects.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly"
)]

use wortlaut_lexicon::{Category, Mood};
use wortlaut_syntax::{ClauseKind, MoodRule, Parser, PhraseKind, Syntax, Voice};
use wortlaut_text::IdxRange;
use wortlaut_tokenize::{Token, TokenIdx, Tokenization, Tokenizer};

struct Parsed {
    text: String,
    tokens: Tokenization,
    syntax: Syntax,
}

impl Parsed {
    fn new(text: &str) -> Self {
        let tokens = Tokenizer::new().tokenize(text);
        let syntax = Parser::new().parse(text, &tokens);
        Parsed {
            text: text.to_owned(),
            tokens,
            syntax,
        }
    }

    fn words(&self, run: IdxRange<Token>) -> &str {
        self.tokens.span_of(run).map_or("", |span| span.slice(&self.text))
    }

    fn word(&self, token: TokenIdx) -> &str {
        self.tokens.text(token, &self.text)
    }

    fn describe(&self) -> String {
        let mut all = Vec::new();
        for clause in &self.syntax.clauses {
            let mut line = format!("{:?}", clause.kind);
            if let Some(verb) = self.syntax.verb_of(clause) {
                let mood = match verb.mood {
                    Mood::Indicative => "ind",
                    Mood::SubjunctiveI => "k1",
                    Mood::SubjunctiveII => "k2",
                    Mood::Imperative => "imp",
                };
                let finite = verb.finite.map_or("-", |finite| self.word(finite));
                let doubt = if verb.mood_ambiguous { "?" } else { "" };
                line += &format!(" {finite}={} {mood}{doubt} {:?}", verb.lemma, verb.tense);
                if verb.voice == Voice::Passive {
                    line += " passive";
                }
                if let Some(modal) = &verb.modal {
                    line += &format!(" +{modal}");
                }
            }
            if let Some(subject) = self.syntax.subject_of(clause) {
                line += &format!(" < {}", self.words(subject.tokens));
            }
            all.push(line);
        }
        all.join(" | ")
    }
}

#[test]
fn sentences_are_read_as_written_down() {
    let mut sentence = None;
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in include_str!("sentences.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        match line.strip_prefix("    ") {
            None => sentence = Some(line),
            Some(expected) => {
                let text = sentence.take().expect("a sentence before its analysis");
                count += 1;
                let found = Parsed::new(text).describe();
                if found != expected {
                    wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
                }
            }
        }
    }
    assert!(count > 400, "{count} sentences");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn clauses_know_their_kind_parent_and_extent() {
    // Text, then for each clause: kind, words, words of the parent.
    type Expected<'a> = (&'a str, &'a [(ClauseKind, &'a str, Option<&'a str>)]);
    let cases: &[Expected<'_>] = &[
        (
            "Die Stadt teilte mit, dass die Halle, die seit Mai leer steht, verkauft werde.",
            &[
                (ClauseKind::Main, "Die Stadt teilte mit", None),
                (
                    ClauseKind::Dass,
                    "dass die Halle, die seit Mai leer steht, verkauft werde",
                    Some("Die Stadt teilte mit"),
                ),
                (
                    ClauseKind::Relative,
                    "die seit Mai leer steht",
                    Some("dass die Halle, die seit Mai leer steht, verkauft werde"),
                ),
            ],
        ),
        (
            "Wenn es regnet, bleibt das Bad zu.",
            &[
                (ClauseKind::Adverbial, "Wenn es regnet", Some("bleibt das Bad zu")),
                (ClauseKind::Main, "bleibt das Bad zu", None),
            ],
        ),
        (
            "„Das Bad bleibt zu“, sagte die Leiterin.",
            &[
                (ClauseKind::Main, "Das Bad bleibt zu", Some("sagte die Leiterin")),
                (ClauseKind::Main, "sagte die Leiterin", None),
            ],
        ),
        (
            "Die Leiterin sagte: „Das Bad bleibt zu.“",
            &[
                (ClauseKind::Main, "Die Leiterin sagte", None),
                (ClauseKind::Main, "Das Bad bleibt zu", Some("Die Leiterin sagte")),
            ],
        ),
        (
            "Das Bad bleibe zu, sagte die Leiterin.",
            &[
                (ClauseKind::Main, "Das Bad bleibe zu", Some("sagte die Leiterin")),
                (ClauseKind::Main, "sagte die Leiterin", None),
            ],
        ),
        (
            "Die Leiterin sagte, das Bad bleibe zu.",
            &[
                (ClauseKind::Main, "Die Leiterin sagte", None),
                (ClauseKind::Main, "das Bad bleibe zu", Some("Die Leiterin sagte")),
            ],
        ),
        (
            "Das Bad, so die Leiterin, bleibe zu.",
            &[
                (ClauseKind::Main, "Das Bad, so die Leiterin, bleibe zu", None),
                (
                    ClauseKind::Comment,
                    "so die Leiterin",
                    Some("Das Bad, so die Leiterin, bleibe zu"),
                ),
            ],
        ),
        (
            "Die Stadt plant, das Bad zu verkaufen.",
            &[
                (ClauseKind::Main, "Die Stadt plant", None),
                (ClauseKind::Infinitive, "das Bad zu verkaufen", Some("Die Stadt plant")),
            ],
        ),
    ];
    for (text, expected) in cases {
        let parsed = Parsed::new(text);
        let found: Vec<_> = parsed
            .syntax
            .clauses
            .iter()
            .map(|clause| {
                let parent = clause
                    .parent
                    .and_then(|parent| parent.get(&parsed.syntax.clauses))
                    .map(|parent| parsed.words(parent.tokens));
                (clause.kind, parsed.words(clause.tokens), parent)
            })
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn phrases_have_a_core_and_an_extent() {
    // Text; the core looked for; its maximal phrase; its preposition; kind.
    let cases: &[(&str, &str, &str, Option<&str>, PhraseKind)] = &[
        (
            "Die Sprecherin des Ministeriums in Wien bestätigte das.",
            "Die Sprecherin",
            "Die Sprecherin des Ministeriums in Wien",
            None,
            PhraseKind::Common,
        ),
        (
            "Am Montag traf Außenministerin Lena Hartwig ein.",
            "Außenministerin Lena Hartwig",
            "Außenministerin Lena Hartwig",
            None,
            PhraseKind::Name,
        ),
        (
            "Die Abgeordnete Lena Hartwig (SPD) widersprach.",
            "Die Abgeordnete Lena Hartwig",
            "Die Abgeordnete Lena Hartwig (SPD)",
            None,
            PhraseKind::Name,
        ),
        (
            "Der Chef der Gewerkschaft, Udo Lenz, widersprach.",
            "Der Chef",
            "Der Chef der Gewerkschaft, Udo Lenz",
            None,
            PhraseKind::Common,
        ),
        (
            "Den Angaben zufolge blieb es ruhig.",
            "Den Angaben",
            "Den Angaben",
            Some("zufolge"),
            PhraseKind::Common,
        ),
        (
            "Nach Angaben der Polizei blieb es ruhig.",
            "Angaben",
            "Angaben der Polizei",
            Some("Nach"),
            PhraseKind::Name,
        ),
        (
            "Der vom Gericht bestellte Gutachter schwieg.",
            "Der vom Gericht bestellte Gutachter",
            "Der vom Gericht bestellte Gutachter",
            None,
            PhraseKind::Common,
        ),
        (
            "Anna Kern und Paul Roth schwiegen.",
            "Anna Kern",
            "Anna Kern und Paul Roth",
            None,
            PhraseKind::Name,
        ),
        ("Niemand glaubt ihm.", "Niemand", "Niemand", None, PhraseKind::Pronoun),
        (
            "Die EU-Kommissarin Ursula von der Linden schwieg.",
            "Die EU-Kommissarin Ursula von der Linden",
            "Die EU-Kommissarin Ursula von der Linden",
            None,
            PhraseKind::Name,
        ),
    ];
    for (text, core, all, preposition, kind) in cases {
        let parsed = Parsed::new(text);
        let phrase = parsed
            .syntax
            .phrases
            .iter()
            .find(|phrase| parsed.words(phrase.core) == *core)
            .unwrap_or_else(|| panic!("no core {core:?} in {text:?}"));
        assert_eq!(parsed.words(phrase.tokens), *all, "{text}");
        assert_eq!(phrase.preposition.map(|at| parsed.word(at)), *preposition, "{text}");
        if *preposition != Some("Nach") {
            assert_eq!(phrase.kind, *kind, "{text}");
        }
    }
}

#[test]
fn homographs_get_the_category_of_their_place() {
    let cases: &[(&str, &str, Category)] = &[
        ("Der Mann, der schlief, fuhr mit.", "der", Category::RelativePronoun),
        ("Dann kam der Mann.", "der", Category::Determiner),
        ("Das sagte Weber.", "Das", Category::Pronoun),
        ("Das Ziel ist klar.", "Das", Category::Determiner),
        ("Er plant zu reisen.", "zu", Category::InfinitiveMarker),
        ("Er reist zu ihr.", "zu", Category::Preposition),
        ("Die Zahl nahm zu.", "zu", Category::VerbParticle),
        ("Er kündigte Reformen an.", "an", Category::VerbParticle),
        ("Er wohnt an der Elbe.", "an", Category::Preposition),
        ("Er hat das Ziel erklärt.", "erklärt", Category::Verb),
        ("Das erklärte Ziel ist Frieden.", "erklärte", Category::Adjective),
        ("Das erklärte Weber am Montag.", "erklärte", Category::Verb),
        ("Die Polizei hörte laute Rufe.", "laute", Category::Adjective),
        ("Laut Weber ist das falsch.", "Laut", Category::Preposition),
        ("Während er sprach, ging sie.", "Während", Category::Subordination),
        ("Während der Rede ging sie.", "Während", Category::Preposition),
        ("Er will Minister sein.", "sein", Category::Auxiliary),
        ("Er mag sein Amt.", "sein", Category::Determiner),
        ("Wir waren dort.", "waren", Category::Auxiliary),
        ("Sie ist größer als er.", "als", Category::Preposition),
        ("Als er kam, ging sie.", "Als", Category::Subordination),
    ];
    for (text, word, category) in cases {
        let parsed = Parsed::new(text);
        let at = (0..parsed.tokens.tokens.len())
            .map(TokenIdx::new)
            .find(|&at| parsed.word(at) == *word)
            .expect("the word is there");
        assert_eq!(parsed.syntax.category(at), *category, "{word} in {text}");
    }
}

#[test]
fn separated_parts_are_found() {
    let parsed = Parsed::new("Am Freitag wies der Minister die Vorwürfe zurück.");
    let verb = parsed.syntax.verbs.first().expect("a verb");
    assert_eq!(verb.particle.map(|at| parsed.word(at)), Some("zurück"));
    assert_eq!(
        verb.tokens.iter().map(|&at| parsed.word(at)).collect::<Vec<_>>(),
        ["wies", "zurück"]
    );

    let parsed = Parsed::new("Die Ministerin hat sich dazu nicht geäußert.");
    let verb = parsed.syntax.verbs.first().expect("a verb");
    assert_eq!(verb.reflexive.map(|at| parsed.word(at)), Some("sich"));
    assert_eq!(parsed.word(verb.main), "geäußert");
}

#[test]
fn the_reason_of_a_category_is_told() {
    let cases: &[(&str, &str, Category, &str)] = &[
        ("Die Verletzten warten.", "Verletzten", Category::Noun, "nominalization"),
        (
            "Das lange Warten hat ein Ende.",
            "Warten",
            Category::Noun,
            "nominalization",
        ),
        ("Die Abgeordneten warten.", "warten", Category::Verb, "finite"),
        (
            "Die geplante Reform kommt.",
            "geplante",
            Category::Adjective,
            "attribute",
        ),
        ("Nach der Rede ging sie.", "Nach", Category::Preposition, "initial"),
        ("Laut Weber ist das falsch.", "Laut", Category::Preposition, "initial"),
        ("Der Rat tagte in Krombachtal.", "Krombachtal", Category::Name, "ending"),
        ("Anna und Paul schwiegen.", "und", Category::Coordination, "lexicon"),
        ("Er wohnt an der Elbe.", "an", Category::Preposition, "context"),
        ("Er kündigte Reformen an.", "an", Category::VerbParticle, "context"),
        ("Es kamen 300 Gäste.", "300", Category::Other, "token"),
    ];
    for (text, word, category, rule) in cases {
        let parsed = Parsed::new(text);
        let mut tokens = (0..parsed.tokens.tokens.len()).map(TokenIdx::new);
        let Some(at) = tokens.rfind(|&at| parsed.word(at) == *word) else {
            panic!("{word} in {text}");
        };
        assert_eq!(parsed.syntax.category(at), *category, "{word} in {text}");
        let evidence = parsed.syntax.evidence(at, &parsed.tokens).unwrap();
        assert_eq!(
            evidence.rule.as_str(),
            format!("syntax.category.{rule}"),
            "{word} in {text}"
        );
        assert_eq!(evidence.span.slice(text), *word);
    }
}

#[test]
fn possible_subjects_are_ranked() {
    // Text; what could be the subject, the likeliest first.
    let cases: &[(&str, &[&str])] = &[
        ("Die Bank warnt die Stadt.", &["Die Bank", "die Stadt"]),
        ("Der Rat warnt den Verein.", &["Der Rat"]),
        ("Den Verein warnt der Rat.", &["der Rat"]),
        ("Die Stadt warnen die Vereine.", &["die Vereine"]),
        ("Heute warnt die Bank die Stadt.", &["die Bank", "die Stadt"]),
        (
            "Die Firma nennt das Werk eine Perle.",
            &["Die Firma", "das Werk", "eine Perle"],
        ),
        ("Weber kam und lobte die Stadt.", &["Weber"]),
        ("Geh nach Hause!", &[]),
    ];
    for (text, expected) in cases {
        let parsed = Parsed::new(text);
        let clause = parsed.syntax.clauses.first().unwrap();
        let ranked = parsed.syntax.subjects_of(clause);
        let words: Vec<_> = ranked
            .iter()
            .map(|candidate| parsed.words(candidate.phrase.get(&parsed.syntax.phrases).unwrap().tokens))
            .collect();
        assert_eq!(words, *expected, "{text}");
        assert_eq!(clause.subject, ranked.first().map(|best| best.phrase), "{text}");
        let sure: Vec<_> = ranked.iter().map(|candidate| candidate.confidence).collect();
        assert!(sure.is_sorted_by(|a, b| a >= b), "{text}: {sure:?}");
    }
}

#[test]
fn doubt_lowers_the_confidence() {
    let parse = |text: &str| {
        let parsed = Parsed::new(text);
        let clause = parsed.syntax.clauses.first().unwrap().clone();
        (parsed, clause)
    };
    // The same decision, sure and doubtful.
    let subject = |text: &str| {
        let (parsed, clause) = parse(text);
        parsed.syntax.subjects_of(&clause).first().unwrap().confidence
    };
    assert!(subject("Der Rat warnt den Verein.") > subject("Die Bank warnt die Stadt."));
    let clause = |text: &str| parse(text).1.confidence;
    assert!(clause("Die Preise sanken.") > clause("Die Preise steigen."));
    assert!(clause("Sie lachte.") > clause("Sie brombte."));
    assert!(clause("Die Halle schließt.") > clause("Halle geschlossen"));
    let phrase = |text: &str| parse(text).0.syntax.phrases.first().unwrap().confidence;
    assert!(phrase("Der Rat tagt.") > phrase("Krombach tagt."));
    assert!(phrase("Der Rat tagt.") > phrase("Der Rat der Stadt tagt."));
    let verb = |text: &str| parse(text).0.syntax.verbs.first().unwrap().confidence;
    assert!(verb("Sie lachte.") > verb("Sie brombte."));
    let mood = |text: &str| parse(text).0.syntax.verbs.first().unwrap().mood_rule;
    assert_eq!(mood("Er habe Zeit."), MoodRule::Subject);
    assert_eq!(mood("Er sei krank."), MoodRule::Form);
    assert_eq!(mood("Sie sagten nichts."), MoodRule::Open);
    assert_eq!(mood("Das sollte man wissen."), MoodRule::Unreal);
    assert_eq!(mood("Kommen Sie!"), MoodRule::Command);
}

#[test]
fn clauses_phrases_and_verbs_have_evidence() {
    // Text; rule and words of the evidence of each clause.
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("Der Rat tagt.", &[("verb_second", "tagt")]),
        ("Tagt der Rat?", &[("verb_first", "Tagt")]),
        (
            "Sie weiß, dass er kommt und bleibt.",
            &[("verb_second", "weiß"), ("conjunction", "dass"), ("joined", "bleibt")],
        ),
        (
            "Der Mann, der schlief, fuhr mit.",
            &[("verb_second", "fuhr"), ("relative", "der")],
        ),
        (
            "Sie fragte, warum er kam.",
            &[("verb_second", "fragte"), ("question", "warum")],
        ),
        (
            "Das Bad, so die Leiterin, bleibe zu.",
            &[("verb_second", "bleibe"), ("source", "so")],
        ),
        (
            "Die Stadt plant, das Bad zu verkaufen.",
            &[("verb_second", "plant"), ("infinitive", "das")],
        ),
        (
            "Das Werk, so heißt es, schließt.",
            &[("verb_second", "schließt"), ("insertion", "heißt")],
        ),
        ("Neue Halle für den Verein", &[("no_verb", "Neue")]),
    ];
    for (text, expected) in cases {
        let parsed = Parsed::new(text);
        let found: Vec<_> = (parsed.syntax.clauses.iter())
            .map(|clause| parsed.syntax.clause_evidence(clause, &parsed.tokens).unwrap())
            .map(|evidence| (evidence.rule.as_str().to_owned(), evidence.span.slice(text)))
            .collect();
        let expected: Vec<_> = (expected.iter())
            .map(|(rule, word)| (format!("syntax.clause.{rule}"), *word))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    // Text; rule of the first phrase.
    for (text, rule) in [
        ("Der Rat tagt.", "determiner"),
        ("Neue Hallen kommen.", "attribute"),
        ("Regen kommt.", "bare_noun"),
        ("Anna Krohn kommt.", "name"),
        ("Niemand kommt.", "pronoun"),
        ("Die beiden kommen.", "ellipsis"),
        ("Die 300 kommen.", "number"),
    ] {
        let parsed = Parsed::new(text);
        let phrase = parsed.syntax.phrases.first().unwrap();
        let evidence = parsed.syntax.phrase_evidence(phrase, &parsed.tokens).unwrap();
        assert_eq!(evidence.rule.as_str(), format!("syntax.phrase.{rule}"), "{text}");
    }
    let parsed = Parsed::new("Sie kündigte Reformen an.");
    let verb = parsed.syntax.verbs.first().unwrap();
    let [group, mood] = parsed.syntax.verb_evidence(verb, &parsed.tokens).unwrap();
    assert_eq!(
        (group.rule.as_str(), group.span.slice(&parsed.text)),
        ("syntax.verb.particle", "kündigte Reformen an")
    );
    assert_eq!(
        (mood.rule.as_str(), mood.span.slice(&parsed.text)),
        ("syntax.mood.open", "kündigte")
    );
}
