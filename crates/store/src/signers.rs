//! Those who sign beside the person who sends: counted at once, named once they said so by the link that was mailed to them, forgotten if they did not sign.

use crate::page::window;
use crate::read::{code, maybe, number, text};
use crate::signing::{add, call, forget, remove};
use crate::submit::Tx;
use crate::{Mail, Page, Source, Store, StoreError, Verbatim, journal, outbox};
use arobase_domain::{Assent, Author, EditionId, Email, MemberId, Signature, Signer};
use sqlx::AssertSqlSafe;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// A letter that asks someone whether they sign.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// Whom it asks: the rank, from 0, among those given at once.
    pub nth: usize,
    /// Identifier of the link that it holds, UUID v7.
    pub id: &'a str,
    /// Digest of the secret of that link.
    pub digest: &'a str,
    /// Keyed digest of the address it goes to.
    pub address: &'a str,
    /// The letter.
    pub mail: Mail<'a>,
}

/// Someone who signs beside the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigner {
    /// What tells them from others; `None` once they said that they did not sign.
    pub key: Option<String>,
    /// Who; `None` once they said that they did not sign. They are named in public if [`Author::named`] says so.
    pub author: Option<Author>,
    /// Whether a letter asks them.
    pub asked: bool,
    /// What they answered.
    pub assent: Assent,
}

/// What those who sign beside the first let be told of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// How many they are.
    pub count: u64,
    /// Those who agreed to be named.
    pub named: Vec<Author>,
}

/// A passage of a contribution, quoted with who signed.
pub(crate) trait Quoted {
    /// The number of the contribution, and where those who signed beside are told.
    fn signed(&mut self) -> (u32, &mut Beside);
}

impl Quoted for Verbatim {
    fn signed(&mut self) -> (u32, &mut Beside) {
        (self.idea.contribution.number().unwrap_or_default(), &mut self.beside)
    }
}

impl Quoted for Source {
    fn signed(&mut self) -> (u32, &mut Beside) {
        (self.contribution.number, &mut self.beside)
    }
}

/// What the link of a letter leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Number of the contribution.
    pub number: u32,
    /// As whom one is cited.
    pub author: Author,
    /// What one answered.
    pub assent: Assent,
    /// Who cites: the first signer, who is known to those they cite.
    pub first: Option<Author>,
    /// Where the first signer is told, if they follow the contribution and want letters.
    pub told: Option<(MemberId, Email)>,
}

/// A change to those who sign beside.
#[derive(Debug, Clone, Copy, Default)]
pub struct Amendment<'a> {
    /// Keys of those who no longer do.
    pub removed: &'a [&'a str],
    /// Those who do from now on; whoever signs already is passed over.
    pub added: &'a [Signer],
    /// The letters to these.
    pub calls: &'a [Call<'a>],
}

impl Store {
    /// Everyone who signs a contribution beside the first, for whoever holds its receipt and for the staff.
    pub async fn cosigners(&self, edition: &EditionId, contribution: u32) -> Result<Vec<Cosigner>, StoreError> {
        let found = sqlx::query(
            "SELECT k.author_id, k.assent, k.link, a.name, a.function, a.commune FROM cosigner k
             LEFT JOIN author a ON a.id = k.author_id
             WHERE k.edition_id = $1 AND k.number = $2 ORDER BY k.position",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(i64::from(contribution)), cosigner).await
    }

    /// Everyone who signs a contribution beside its first signer, or any contribution, for the staff: the latest contributions first.
    pub async fn all_cosigners(
        &self,
        edition: &EditionId,
        contribution: Option<u32>,
        page: u32,
    ) -> Result<Page<(u32, Cosigner)>, StoreError> {
        let asked = |sql: &'static str| {
            sqlx::query(sql).bind(edition.as_str().to_owned()).bind(contribution.map_or(0, i64::from))
        };
        let total =
            "SELECT COUNT(*) AS total FROM cosigner WHERE edition_id = $1 AND (CAST($2 AS BIGINT) = 0 OR number = $2)";
        let total = self.one(asked(total), |row| number(row, "total")).await?.unwrap_or(0);
        let found = asked(
            "SELECT k.number, k.author_id, k.assent, k.link, a.name, a.function, a.commune FROM cosigner k
             LEFT JOIN author a ON a.id = k.author_id
             WHERE k.edition_id = $1 AND (CAST($2 AS BIGINT) = 0 OR k.number = $2) ORDER BY k.number DESC, k.position LIMIT $3 OFFSET $4",
        );
        let (limit, offset) = window(page);
        let one = |row: &AnyRow| Ok::<_, StoreError>((number(row, "number")?, cosigner(row)?));
        Ok(Page { items: self.all(found.bind(limit).bind(offset), one).await?, number: page.max(1), total })
    }

    /// Asks someone again who has not answered, by a new link: that of an earlier letter opens no more. `false` if they have answered, want no letters, or
    /// had enough of these today.
    pub async fn call_again(
        &self,
        edition: &EditionId,
        (contribution, key): (u32, &str),
        again: Call<'_>,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        crate::people::hold_edition(&mut tx, edition).await?;
        let found = sqlx::query(
            "SELECT position FROM cosigner WHERE edition_id = $1 AND number = $2 AND author_id = $3 AND assent = 'waiting'",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(contribution)).bind(key.to_owned());
        let Some(row) = found.fetch_optional(&mut *tx).await? else { return Ok(false) };
        let before = number::<u32>(&row, "position")? - 1;
        if call(&mut tx, edition, contribution, before, &[Call { nth: 0, ..again }], now).await? == 0 {
            return Ok(false);
        }
        let n = contribution.to_string();
        let facts = [("edition", edition.as_str()), ("number", &n), ("by", by.as_str())];
        journal::append(&mut tx, now, "contribution.signer_called", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Who signed a contribution first, agreed to be named or not: for those they say sign too, and for nobody else.
    pub async fn first_signer(&self, edition: &EditionId, contribution: u32) -> Result<Option<Author>, StoreError> {
        let found = sqlx::query(
            "SELECT a.name AS first_name, a.function AS first_function, a.commune AS first_commune
             FROM authorship w JOIN author a ON a.id = w.author_id WHERE w.edition_id = $1 AND w.number = $2",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(contribution));
        Ok(self.one(found, first).await?.flatten())
    }

    /// What is told in public of those who sign beside the first.
    pub async fn signing_beside(&self, edition: &EditionId, contribution: u32) -> Result<Beside, StoreError> {
        let all = self.cosigners(edition, contribution).await?;
        let count = all.iter().filter(|one| one.assent != Assent::Refused).count() as u64;
        let named = all.into_iter().filter_map(|one| one.author.filter(|author| author.named)).collect();
        Ok(Beside { count, named })
    }

    /// Tells, of each passage quoted, who signed its contribution beside the first: one question, however many they are.
    pub(crate) async fn add_beside<T: Quoted>(&self, edition: &EditionId, quoted: &mut [T]) -> Result<(), StoreError> {
        let numbers: BTreeSet<u32> = quoted.iter_mut().map(|one| one.signed().0).collect();
        if numbers.is_empty() {
            return Ok(());
        }
        let places: Vec<String> = (2..numbers.len() + 2).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT k.number, k.author_id, k.assent, k.link, a.name, a.function, a.commune FROM cosigner k
             JOIN author a ON a.id = k.author_id
             WHERE k.edition_id = $1 AND k.number IN ({}) ORDER BY k.number, k.position",
            places.join(", ")
        );
        let asked = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned());
        let asked = numbers.iter().fold(asked, |asked, number| asked.bind(i64::from(*number)));
        let mut found = BTreeMap::<u32, Beside>::new();
        for (number, one) in
            self.all(asked, |row| Ok::<_, StoreError>((number(row, "number")?, cosigner(row)?))).await?
        {
            let beside = found.entry(number).or_default();
            beside.count += 1;
            beside.named.extend(one.author.filter(|author| author.named));
        }
        for one in quoted {
            let (number, beside) = one.signed();
            *beside = found.get(&number).cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// The signatures of an edition beside the first ones, by contribution.
    pub(crate) async fn signatures(&self, edition: &EditionId) -> Result<BTreeMap<u32, Vec<Signature>>, StoreError> {
        let found = sqlx::query(
            "SELECT k.number, k.author_id, a.commune FROM cosigner k JOIN author a ON a.id = k.author_id
             WHERE k.edition_id = $1 ORDER BY k.number, k.position",
        );
        let mut signatures = BTreeMap::<u32, Vec<Signature>>::new();
        for (number, one) in self.all(found.bind(edition.as_str().to_owned()), signature).await? {
            signatures.entry(number).or_default().push(one);
        }
        Ok(signatures)
    }

    /// What the link with this digest leads to; `None` if nobody is cited there any more.
    pub async fn cited(&self, edition: &EditionId, digest: &str) -> Result<Option<Cited>, StoreError> {
        let found = sqlx::query(
            "SELECT k.number, k.assent, a.name, a.function, a.commune,
                    f.name AS first_name, f.function AS first_function, f.commune AS first_commune,
                    m.id AS member_id, m.email
             FROM cosigner k
             JOIN author a ON a.id = k.author_id
             LEFT JOIN authorship w ON w.edition_id = k.edition_id AND w.number = k.number
             LEFT JOIN author f ON f.id = w.author_id
             LEFT JOIN followed o ON o.edition_id = k.edition_id AND o.number = k.number
             LEFT JOIN member m ON m.id = o.member_id AND m.stopped_at IS NULL
             WHERE k.edition_id = $1 AND k.link = $2",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(digest.to_owned()), cited).await
    }

    /// Keeps what someone answers, as often as they change their mind; who says that they did not sign is forgotten, and `told` leaves for the first
    /// signer. `false` if nobody is cited there any more.
    pub async fn answer_citation(
        &self,
        edition: &EditionId,
        digest: &str,
        assent: Assent,
        told: Option<Mail<'_>>,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let answered = sqlx::query(
            "UPDATE cosigner SET assent = $3, answered_at = $4
             WHERE edition_id = $1 AND link = $2 AND author_id IS NOT NULL RETURNING number, position",
        );
        let answered = answered.bind(edition.as_str().to_owned()).bind(digest.to_owned());
        let answered = answered.bind(assent.as_str()).bind(now).fetch_optional(&mut *tx).await?;
        let Some(row) = answered else { return Ok(false) };
        let (n, position): (u32, u32) = (number(&row, "number")?, number(&row, "position")?);
        if assent == Assent::Refused {
            forget(&mut tx, edition, n, position).await?;
        } else {
            has_answered(&mut tx, edition, digest).await?;
        }
        if let Some(mail) = told {
            outbox::put(&mut tx, &format!("refused:{}", mail.id), mail, None, now).await?;
        }
        let n = n.to_string();
        let facts = [("edition", edition.as_str()), ("number", &n), ("assent", assent.as_str())];
        journal::append(&mut tx, now, "contribution.cosigned", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Changes who signs a contribution beside the first. The same again changes nothing.
    pub async fn amend_signers(
        &self,
        edition: &EditionId,
        contribution: u32,
        amendment: Amendment<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        crate::people::hold_edition(&mut tx, edition).await?;
        amend(&mut tx, edition, contribution, amendment, now).await?;
        Ok(tx.commit().await?)
    }
}

/// Whoever signs has contributed: they are not reminded. From then on nothing tells any more which member it was.
async fn has_answered(tx: &mut Tx, edition: &EditionId, digest: &str) -> Result<(), StoreError> {
    for statement in [
        "INSERT INTO answered (edition_id, member_id) SELECT k.edition_id, k.member_id FROM cosigner k
         WHERE k.edition_id = $1 AND k.link = $2 AND k.member_id IS NOT NULL ON CONFLICT DO NOTHING",
        "UPDATE cosigner SET member_id = NULL WHERE edition_id = $1 AND link = $2",
    ] {
        let query = sqlx::query(statement).bind(edition.as_str().to_owned());
        query.bind(digest.to_owned()).execute(&mut **tx).await?;
    }
    Ok(())
}

/// The same inside a transaction that holds the edition.
pub(crate) async fn amend(
    tx: &mut Tx,
    edition: &EditionId,
    contribution: u32,
    amendment: Amendment<'_>,
    now: i64,
) -> Result<(), StoreError> {
    let mut changed = 0;
    for key in amendment.removed {
        changed += remove(tx, edition, contribution, key).await?;
    }
    let (base, added) = add(tx, edition, contribution, amendment.added).await?;
    if changed + added == 0 {
        return Ok(());
    }
    call(tx, edition, contribution, base, amendment.calls, now).await?;
    let [n, added, removed] = [u64::from(contribution), added, changed].map(|count| count.to_string());
    let facts = [("edition", edition.as_str()), ("number", &n), ("added", &added), ("removed", &removed)];
    journal::append(tx, now, "contribution.signers", facts).await
}

fn cosigner(row: &AnyRow) -> Result<Cosigner, StoreError> {
    let assent = code(row, "assent")?;
    let author = |name| {
        let (function, commune) = (text(row, "function")?, text(row, "commune")?);
        Ok::<_, StoreError>(Author { name, function, commune, named: assent == Assent::Named })
    };
    Ok(Cosigner {
        key: maybe(row, "author_id")?,
        author: maybe(row, "name")?.map(author).transpose()?,
        asked: maybe(row, "link")?.is_some(),
        assent,
    })
}

fn signature(row: &AnyRow) -> Result<(u32, Signature), StoreError> {
    let territory = Some(text(row, "commune")?).filter(|commune| !commune.is_empty());
    Ok((number(row, "number")?, Signature { author: text(row, "author_id")?, territory }))
}

fn cited(row: &AnyRow) -> Result<Cited, StoreError> {
    let assent: Assent = code(row, "assent")?;
    let author = Author {
        name: text(row, "name")?,
        function: text(row, "function")?,
        commune: text(row, "commune")?,
        named: assent == Assent::Named,
    };
    Ok(Cited { number: number(row, "number")?, author, assent, first: first(row)?, told: told(row)? })
}

fn first(row: &AnyRow) -> Result<Option<Author>, StoreError> {
    let Some(name) = maybe(row, "first_name")? else { return Ok(None) };
    let (function, commune) = (text(row, "first_function")?, text(row, "first_commune")?);
    Ok(Some(Author { name, function, commune, named: false }))
}

fn told(row: &AnyRow) -> Result<Option<(MemberId, Email)>, StoreError> {
    let (member, email) = (maybe(row, "member_id")?, maybe(row, "email")?);
    member.zip(email).map(|(member, email)| Ok((MemberId::new(member), email.parse()?))).transpose()
}
