//! No date depends on the clock: the same text gives the same times whatever the system believes the time to be.
//!
//! The test runs itself again as a child with a false clock: a shim, preloaded by the dynamic linker, answers what the
//! C library is asked for the time of day. The child says what its clock shows, so the test knows that it was deceived.
//! Linux cannot give a process another `CLOCK_REALTIME` in any other way short of setting that of the machine; where no
//! shim can be built (no `cc`, no Linux) the children differ in time zone and locale only, and the test says so.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]
#![allow(clippy::disallowed_methods, reason = "the clock is what is tested")]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the child speaks to its parent"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::Date;
use wortlaut_syntax::Parser;
use wortlaut_timex::{Domain, TimexOptions, TimexTagger};
use wortlaut_tokenize::Tokenizer;

const CHILD: &str = "WORTLAUT_CLOCK_CHILD";
const FALSE_TIME: &str = "WORTLAUT_FALSE_TIME";

const SHIM: &str = r#"
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t told(void) {
    const char *time = getenv("WORTLAUT_FALSE_TIME");
    return time ? (time_t)atoll(time) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *into) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
        return (int)syscall(SYS_clock_gettime, clock, into);
    into->tv_sec = told();
    into->tv_nsec = 0;
    return 0;
}

int gettimeofday(struct timeval *restrict into, void *restrict zone) {
    (void)zone;
    into->tv_sec = told();
    into->tv_usec = 0;
    return 0;
}

time_t time(time_t *into) {
    if (into)
        *into = told();
    return told();
}
"#;

/// Every way a time can be anchored, with and without a day of publication.
fn all_times() -> String {
    let text = "Kiel, 3. Mai. Am Montag hat der Rat getagt, heute wird gewählt, morgen gezählt. Vor zwei Jahren war das \
        anders. Im Mai, im Winter und am 24. Dezember bleibt geschlossen. Kommende Woche um 20.15 Uhr, in der Nacht zum \
        Sonntag, am Wochenende, zu Ostern, derzeit, heuer, im dritten Quartal, in den 80er Jahren, im nächsten Jahr, am \
        ersten Sonntag im September. Stand: 25.02.2025";
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let mut said = Vec::new();
    for domain in [Domain::News, Domain::Narrative] {
        for published in [None, Some(Date::constant(2019, 7, 9))] {
            let mut options = TimexOptions::default();
            options.domain = domain;
            let tagger = TimexTagger::with_options(options);
            let times = tagger.tag(text, &tokens, &syntax, published);
            assert!(times.len() > 15);
            said.push(format!(
                "{times:?} {:?}",
                tagger.infer_date(text, &tokens, &syntax, &times)
            ));
        }
    }
    said.join(" ")
}

/// What a child prints: its clock, and all times.
#[test]
fn child() {
    if std::env::var_os(CHILD).is_some() {
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        println!("CLOCK {clock}\nTIMES {}", all_times());
    }
}

fn run(shim: Option<&Path>, variables: &[(&str, &str)]) -> (String, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, "1");
    command.envs(variables.iter().copied());
    if let Some(shim) = shim {
        command.env("LD_PRELOAD", shim);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = String::from_utf8(output.stdout).unwrap();
    let line = |name: &str| {
        let line = output.lines().find_map(|line| line.split_once(name));
        line.map(|(_, rest)| rest.trim().to_owned()).unwrap()
    };
    (line("CLOCK "), line("TIMES "))
}

/// The shim, or why there is none.
fn shim() -> Result<PathBuf, String> {
    if !cfg!(target_os = "linux") {
        return Err("not on Linux".to_owned());
    }
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (source, library) = (directory.join("false_clock.c"), directory.join("false_clock.so"));
    std::fs::write(&source, SHIM).map_err(|error| error.to_string())?;
    let status = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .arg(&library)
        .arg(&source)
        .status();
    match status {
        Ok(status) if status.success() => Ok(library),
        Ok(status) => Err(format!("cc failed: {status}")),
        Err(error) => Err(format!("no cc: {error}")),
    }
}

#[test]
fn two_false_clocks_and_the_true_one_give_the_same_times() {
    let expected = all_times();
    // 1970 and 2068.
    for (at, zone) in [("3600", "Pacific/Kiritimati"), ("3101673600", "America/Adak")] {
        let variables = [
            (FALSE_TIME, at),
            ("TZ", zone),
            ("LC_ALL", "de_CH.UTF-8"),
            ("SOURCE_DATE_EPOCH", at),
        ];
        match shim() {
            Ok(shim) => {
                let (clock, times) = run(Some(&shim), &variables);
                assert_eq!(clock, at, "the child saw the true clock");
                assert_eq!(times, expected);
            }
            Err(reason) => {
                eprintln!("NOT TESTED with a false clock: {reason}");
                assert_eq!(run(None, &variables).1, expected);
            }
        }
    }
}
