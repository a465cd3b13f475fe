//! All candidates typed beforehand, so that judging alone is measured.

use assess::{Engine, Scratch, Subject, Verdict, Verdicts};
use rulebook::SeasonDay;

use crate::{Candidate, candidates, engine, season};

/// How many partial candidates are judged.
pub const PARTIAL: usize = 2_000;

/// The engine with typed candidates.
pub struct Prepared {
    engine: Engine,
    season: SeasonDay,
    complete: Vec<Subject>,
    partial: Vec<Subject>,
    scratch: Scratch,
}

impl Prepared {
    /// Types all candidates; none when the book is not what the engine expects.
    pub fn new() -> Option<Self> {
        let (engine, season) = (engine()?, season()?);
        let read = |candidate: &Candidate| {
            let dossier = candidate.dossier();
            engine.read(&dossier, &season, season.cut_off).subject
        };
        let drawn = candidates();
        Some(Self {
            complete: drawn.complete.iter().map(read).collect(),
            partial: drawn.partial.iter().take(PARTIAL).map(read).collect(),
            scratch: Scratch::default(),
            season,
            engine,
        })
    }

    /// Judges the complete candidates; how many qualify.
    pub fn complete(&mut self) -> usize {
        let met = |verdict: Option<Verdict>| usize::from(verdict == Some(Verdict::Met));
        let Self {
            engine,
            season,
            complete,
            scratch,
            ..
        } = self;
        let judged = complete.iter();
        let judged = judged.map(|subject| met(judge(engine, season, subject, scratch)));
        judged.sum()
    }

    /// Judges the partial candidates; how many stay open.
    pub fn partial(&mut self) -> usize {
        let open = |verdict: Option<Verdict>| usize::from(verdict == Some(Verdict::Open));
        let Self {
            engine,
            season,
            partial,
            scratch,
            ..
        } = self;
        let judged = partial.iter();
        let judged = judged.map(|subject| open(judge(engine, season, subject, scratch)));
        judged.sum()
    }

    /// The verdict on each complete candidate: 0 not met, 1 open, 2 met.
    pub fn complete_verdicts(&mut self) -> Vec<u8> {
        let complete = std::mem::take(&mut self.complete);
        let codes = self.codes(&complete);
        self.complete = complete;
        codes
    }

    /// The verdict on each partial candidate, in the same numbers.
    pub fn partial_verdicts(&mut self) -> Vec<u8> {
        let partial = std::mem::take(&mut self.partial);
        let codes = self.codes(&partial);
        self.partial = partial;
        codes
    }

    fn codes(&mut self, subjects: &[Subject]) -> Vec<u8> {
        let Self {
            engine,
            season,
            scratch,
            ..
        } = self;
        let codes = subjects.iter();
        let codes = codes.map(|subject| match judge(engine, season, subject, scratch) {
            Some(Verdict::NotMet) => 0,
            Some(Verdict::Open) | None => 1,
            Some(Verdict::Met) => 2,
        });
        codes.collect()
    }
}

fn judge(
    engine: &Engine,
    season: &SeasonDay,
    subject: &Subject,
    scratch: &mut Scratch,
) -> Option<Verdict> {
    let mut verdicts: Verdicts<'_> = engine.judge(subject, (season, season.cut_off), scratch);
    verdicts.level(0).map(|decision| decision.verdict)
}
