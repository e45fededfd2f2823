//! Going on from an earlier run: what was decided stays, late ideas find their place.

use super::Prepared;
use super::fates::{Fates, spread, strangers};
use crate::kept::Within;
use crate::outcome::{Input, Progress, Status};
use crate::previous::{Carried, Known, Previous, Shadow};
use crate::random::stage_seed;
use crate::themes::{self, Again, Carry, Nodes, Placement, Row, Themes};
use arobase_encoder::EncodeError;
use std::ops::Range;

impl Prepared<'_> {
    /// Where each idea stands: the index of its contribution in the inputs as given, and its span.
    pub fn spans(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        self.corpus.ideas.iter().map(|idea| (self.order[idea.contribution], idea.cut.span.clone()))
    }

    /// Some ideas in so many parts, by falling size, as the study says; together when they do not part.
    pub fn parts(&self, ideas: &[usize], parts: usize) -> Vec<Vec<usize>> {
        let mut rows: Vec<u32> = ideas.iter().filter_map(|&i| self.meaning.row[i]).map(|row| row as u32).collect();
        rows.sort_unstable();
        rows.dedup();
        let seed = stage_seed(self.settings.seed, "splits");
        let Some(found) = themes::split(&self.graph, &self.voices.weights, &rows, parts, seed) else {
            return vec![ideas.to_vec()];
        };
        let place = |i: usize| rows.binary_search(&(self.meaning.row[i]? as u32)).ok();
        let mut out = vec![Vec::new(); parts];
        for &i in ideas {
            out[place(i).map_or(0, |at| found.part[at] as usize)].push(i);
        }
        out
    }

    /// The theme of each of `ideas` by its neighbours, when all others stand in `theme`.
    pub fn nearest(&self, ideas: &[usize], theme: &[Option<usize>]) -> Vec<Option<usize>> {
        let rows = self.by_row(|i| theme[i].map(|t| t as u32));
        let near = |&i: &usize| themes::nearest(&self.graph, self.meaning.row[i]?, &rows).map(|t| t as usize);
        ideas.iter().map(near).collect()
    }

    /// The contribution of each row.
    pub(super) fn sources(&self) -> Vec<usize> {
        self.voices.leaders.iter().map(|&leader| self.corpus.ideas[leader].contribution).collect()
    }

    /// The graph, and what stands for its nodes; `sources` are [`Self::sources`].
    pub(super) fn nodes<'b>(&'b self, sources: &'b [usize]) -> Nodes<'b> {
        Nodes { graph: &self.graph, weights: &self.voices.weights, sources }
    }

    /// A value for each row: that of the first of its ideas that has one.
    fn by_row<T: Clone>(&self, of: impl Fn(usize) -> Option<T>) -> Vec<Option<T>> {
        let mut rows = vec![None; self.voices.leaders.len()];
        for (i, row) in self.meaning.row.iter().enumerate() {
            if let Some(row) = row.filter(|&row| rows[row].is_none()) {
                rows[row] = of(i);
            }
        }
        rows
    }

    /// The fates of all ideas, those of `previous` unchanged, and what clustering again would say.
    pub(super) fn carried(&self, previous: &Previous) -> (Fates, Vec<Option<Shadow>>) {
        let (placements, theme, count) = self.placed(previous);
        let (sources, seed) = (self.sources(), stage_seed(self.settings.seed, "themes"));
        let fixed = self.fixed(previous);
        let again = themes::again(self.nodes(&sources), &theme, &fixed, count, previous.resolution, seed);
        let shadow = self.shadow(&again, count);
        (self.fates(previous, placements, &theme, again.stability), shadow)
    }

    /// The fates of all ideas when themes are those of the contributions outside campaigns, found as if there were no campaign: one text
    /// sent by many moves no theme. Campaigns then find their place as late ideas do.
    pub(super) fn beside_campaigns(&self, progress: &mut dyn Progress) -> Result<Fates, EncodeError> {
        let alone = |&c: &usize| self.voices.campaign[c].is_none();
        let kept: Vec<usize> = (0..self.inputs.len()).filter(alone).collect();
        let inputs: Vec<&Input> = kept.iter().map(|&c| self.inputs[c]).collect();
        let (order, corpus) = ((0..kept.len()).collect(), self.corpus.among(&kept));
        let rest = Prepared::hear(order, inputs, corpus, self.settings, self.encoder, &mut Within(progress))?;
        let found = rest.decide(&mut Within(progress));
        let mut ideas = vec![None; self.corpus.ideas.len()];
        for (place, &c) in kept.iter().enumerate() {
            for (here, there) in self.corpus.of(c).zip(rest.corpus.of(place)) {
                let (status, theme, reason) = (found.status[there], found.theme[there], found.reason[there]);
                ideas[here] = Some(Carried { status, theme, reason, by_hand: false });
            }
        }
        let previous = Previous { themes: vec![Known::default(); found.themes], ideas, resolution: found.resolution };
        let (placements, theme, count) = self.placed(&previous);
        let mut stability = found.stability;
        stability.resize(count, 0.0);
        let mut fates = self.fates(&previous, placements, &theme, stability);
        fates.found.partitions =
            found.found.partitions.iter().map(|one| one.as_ref().map(|one| self.beside(&kept, &rest, one))).collect();
        fates.found.ladder = found.found.ladder;
        Ok(Fates { origin: vec![None; count], ..fates })
    }

    /// A partition of the rows of `rest`, made of the contributions `kept`, on our rows.
    fn beside(&self, kept: &[usize], rest: &Prepared<'_>, partition: &[Option<u32>]) -> Vec<Option<u32>> {
        let mut ours = vec![None; self.voices.leaders.len()];
        for (place, &c) in kept.iter().enumerate() {
            for (here, there) in self.corpus.of(c).zip(rest.corpus.of(place)) {
                if let (Some(row), Some(theirs)) = (self.meaning.row[here], rest.meaning.row[there]) {
                    ours[row] = partition[theirs];
                }
            }
        }
        ours
    }

    /// Where each row stands beside what was decided, and how many themes there are then.
    fn placed(&self, previous: &Previous) -> (Vec<Placement>, Vec<Option<u32>>, usize) {
        let (rows, known, sources) = (self.rows(previous), previous.themes.len(), self.sources());
        let placements = themes::carry(&Carry {
            nodes: self.nodes(&sources),
            rows: &rows,
            themes: known,
            resolution: previous.resolution,
            seed: stage_seed(self.settings.seed, "themes"),
        });
        let theme: Vec<Option<u32>> = placements.iter().map(|placement| placement.theme).collect();
        let count = theme.iter().flatten().map(|&t| t as usize + 1).max().unwrap_or(0).max(known);
        (placements, theme, count)
    }

    fn fates(
        &self,
        previous: &Previous,
        placements: Vec<Placement>,
        theme: &[Option<u32>],
        stability: Vec<f64>,
    ) -> Fates {
        let (count, known, weights) = (stability.len(), previous.themes.len(), &self.voices.weights);
        let found = Themes {
            placements,
            stability,
            resolution: previous.resolution,
            ladder: Vec::new(),
            partitions: Vec::new(),
        };
        let centroids = themes::centroids(&self.meaning.vectors, theme, weights, count);
        let typicality = themes::typicality(&self.meaning.vectors, theme, &centroids);
        let mut fates = spread(&self.corpus, &self.meaning, found, centroids, &typicality);
        self.remember(previous, &mut fates);
        fates.set_aside(&self.corpus, &strangers(&self.corpus), |i| previous.ideas[i].is_none());
        fates.origin = (0..count).map(|theme| Some(theme).filter(|&theme| theme < known)).collect();
        fates
    }

    /// What was decided of each row: by the first of its ideas in a theme, else by the first that was there.
    fn rows(&self, previous: &Previous) -> Vec<Row> {
        let classed = self.by_row(|i| previous.ideas[i].and_then(|carried| carried.theme));
        let there = self.by_row(|i| previous.ideas[i]);
        let row = |(theme, carried): (&Option<usize>, &Option<Carried>)| match (theme, carried) {
            (Some(theme), _) => Row::Fixed(Some(*theme as u32)),
            (None, Some(carried)) if carried.status == Status::ToSort && !carried.by_hand => Row::Waiting,
            (None, Some(_)) => Row::Fixed(None),
            (None, None) => Row::New,
        };
        classed.iter().zip(&there).map(row).collect()
    }

    /// Rows with an idea that may not leave its theme.
    fn fixed(&self, previous: &Previous) -> Vec<bool> {
        let held = |i: usize| {
            let carried = previous.ideas[i]?;
            let locked = carried.theme.is_some_and(|theme| previous.themes[theme].locked);
            (locked || carried.by_hand).then_some(())
        };
        self.by_row(held).iter().map(Option::is_some).collect()
    }

    /// Ideas that were there stand as decided, whatever those that say the same.
    fn remember(&self, previous: &Previous, fates: &mut Fates) {
        let decided = self.by_row(|i| previous.ideas[i].filter(|carried| carried.theme.is_some()));
        let there = self.by_row(|i| previous.ideas[i]);
        for i in 0..self.corpus.ideas.len() {
            let row = self.meaning.row[i];
            let same = row.and_then(|row| decided[row].or(there[row]));
            let waits = previous.ideas[i].is_some_and(|carried| carried.status == Status::ToSort && !carried.by_hand);
            let late = waits || (previous.ideas[i].is_none() && same.is_none_or(|same| same.status == Status::ToSort));
            let Some(carried) = previous.ideas[i].or(same).filter(|_| !late) else { continue };
            if fates.theme[i] != carried.theme {
                (fates.second[i], fates.confidence[i]) = (None, 0.0);
            }
            (fates.status[i], fates.theme[i], fates.reason[i]) = (carried.status, carried.theme, carried.reason);
        }
    }

    fn shadow(&self, again: &Again, themes: usize) -> Vec<Option<Shadow>> {
        let of = |community: usize| {
            if community < themes { Shadow::Theme(community) } else { Shadow::Free(community - themes) }
        };
        self.meaning.row.iter().map(|row| again.community[(*row)?].map(|community| of(community as usize))).collect()
    }
}
