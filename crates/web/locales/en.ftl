# Chrome of every page
skip-to-content = Skip to content
fictional-banner = Demonstration edition, fictional data
search-label = Search the contributions
search-hint = A word, a number
search-button = Search
other-language = Français
nav-main = Main menu
nav-crumbs = Breadcrumb
nav-footer = About this site
nav-pages = Pages of the list
nav-home = Home
footer-signature = arobase: from hundreds of contributions to one motion, every idea accounted for.
pager-previous = Previous page
pager-next = Next page
pager-position = Page { $page } of { $pages }

# Titles of pages
title-home = Home
title-funnel = The funnel
title-questions = Structuring questions
title-themes = Themes
title-propositions = Propositions
title-map = Mind map
title-uncovered = Without proposition
title-weak-signals = Weak signals
title-contributions = Contributions
title-contribution = What has become of contribution no. { $it }
title-search = Search
title-territories = Find a territory
title-participation = Participation
title-ledger = Ledger
title-run = Engine run
title-downloads = Downloads
title-contribute = Contribute
title-receipt = Contribution received
title-draft = Draft kept
title-revise = Change my contribution
title-about = About and contact
title-help = Help
title-sitemap = Sitemap
title-legal = Legal notice
title-privacy = Personal data
title-accessibility = Accessibility
title-footprint = Eco-design and footprint
menu-funnel = Funnel
menu-questions = Questions
menu-accessibility = Accessibility: not compliant

# Errors
error-not-found = Page not found
error-not-found-text = No page of this edition has this address. It may have changed after a new run of the engine: themes and propositions are then renumbered, while contributions always keep their number.
error-refused = Refused
error-refused-text = The form did not come from this site. Nothing was recorded. Open the page of the form again and start over.
error-method = Not possible at this address
error-method-text = This page is for reading, it receives nothing.
error-too-large = Too large
error-too-large-text = The text is longer than the form accepts: { $it } characters. Nothing was recorded. You may send it as several contributions.
error-invalid = Not understood
error-invalid-text = The form that was received is incomplete or damaged. Nothing was recorded. Open the page of the form again and start over.
error-closed = Collection is closed
error-closed-text = This edition receives no contribution at the moment. Nothing was recorded.
error-server = The site has met a failure
error-server-text = The page could not be prepared. What had been recorded still is. Try again in a moment.
error-go-home = Back to the home page
error-go-search = Search the contributions
error-go-sitemap = See the sitemap

# Counts
contributions-count = { $count ->
    [one] { $n } contribution
   *[other] { $n } contributions
}
ideas-count = { $count ->
    [one] { $n } idea
   *[other] { $n } ideas
}
themes-count = { $count ->
    [one] { $n } theme
   *[other] { $n } themes
}
questions-count = { $count ->
    [one] { $n } question
   *[other] { $n } questions
}
propositions-count = { $count ->
    [one] { $n } proposition
   *[other] { $n } propositions
}
territories-count = { $count ->
    [one] { $n } territory
   *[other] { $n } territories
}
authors-count = { $count ->
    [one] { $n } author
   *[other] { $n } authors
}

# Support
support-authors = distinct authors
support-authors-dedup = authors, a campaign counting for one
support-territories = territories
support-contributions = contributions
support-ideas = ideas

# Home
home-title = What the contributions say, without losing one
home-lead = Elected officials, staff and partners write freely. Every idea is read, classed, counted, then linked to the propositions that come out of it. You can follow the path both ways.
home-now = Where are we?
home-asked = { $count ->
    [one] The question asked
   *[other] The questions asked
}
home-do = What can I do?
home-do-contribute = Contribute
home-do-contribute-text = Three fields, no account, no password. Your text appears at once, with a number.
home-do-propositions = Read the propositions
home-do-propositions-text = Sorted by question, each with the words it comes from and the number of people behind it.
home-do-follow = Follow a contribution
home-do-follow-text = Find yours by its number or by a word: its page says what became of each idea.
home-do-check = Check the accounts
home-do-check-text = The ledger gives the state of each contribution and the reason. The sum is right, or the page says so.
home-funnel = What has become of what was said?
home-funnel-more = See the funnel and its table
home-waiting = { $count ->
    [one] One contribution received since the analysis waits for the next run.
   *[other] { $n } contributions received since the analysis wait for the next run.
}
home-no-run = { $count ->
    [0] No contribution has been received yet.
    [one] One contribution has been received. It has not been analysed yet.
   *[other] { $n } contributions have been received. They have not been analysed yet.
}
home-questions = { $count ->
    [one] One structuring question
   *[other] The { $n } structuring questions
}
phase-preparation = Preparation
phase-collection = Collection
phase-classification = Classification
phase-congress = Congress
phase-presentation = Presentation
phase-follow-up = Follow-up
between-days = { $from } to { $to }
on-day = { $it }

# Funnel
funnel-lead = All contributions go in, no idea vanishes: what finds no theme stays visible in the ledger, with its reason.
funnel-sentence = { $contributions } gave { $ideas }, gathered in { $themes }, then in { $questions } and { $propositions }.
funnel-table = Stages of the funnel
funnel-stage = Stage
funnel-count = Number
funnel-how = How it is reached
funnel-stage-ideas = Ideas
funnel-how-contributions = Received online, on paper, by telephone, in workshops, interviews or in the room; never altered.
funnel-how-ideas = Each text is cut into passages that say one thing.
funnel-how-themes = Ideas that are close in meaning and in words are gathered.
funnel-how-questions = Neighbouring themes form a question that begins with “Comment” (how).
funnel-how-propositions = Requests are put in the infinitive, grouped, then selected by support, with a place kept for minorities.
funnel-flows = From each question to its propositions
funnel-question = Question
funnel-themes = Themes
funnel-ideas = Ideas
funnel-authors = Authors
funnel-propositions = Propositions
funnel-nothing-lost = Nothing is lost on the way.
funnel-ledger = The ledger shows it.
funnel-run = The engine run can be repeated to the byte.
no-run = There has been no analysis yet: the contributions received wait in the ledger, in the state “to sort”.

# Questions
questions-lead = Themes that answer each other are gathered under a few large questions. These are what the congress debates.
question-lead = { $count ->
    [one] One theme is gathered under this question.
   *[other] { $n } themes are gathered under this question.
}
question-wordings = Three ways of asking it
question-wordings-text = The engine suggests, the drafters choose. The first wording is the one shown.
question-chosen = chosen
question-propositions = { $count ->
    [one] The proposition
   *[other] The { $n } propositions
}
question-themes = The themes

# Themes
themes-lead = A theme gathers ideas that are close. It bears the words that contributions use most to speak of it.
theme-keywords = Words that set it apart:
theme-question = Question:
theme-coverage = { $it } of its ideas hold one of the words that set it apart.
theme-solid = This theme is solid: it comes back almost whole when the analysis is repeated on part of the contributions.
theme-fragile = This theme is fragile: some of its ideas move elsewhere when the analysis is repeated on part of the contributions.
theme-uncertain = This theme is uncertain: it hardly comes back when the analysis is repeated on part of the contributions. It deserves a second reading.
theme-typical = At the heart of the theme
theme-typical-text = The ideas nearest to the whole, each from another author.
theme-marginal = At its edge
theme-marginal-text = Ideas far from the centre that are still of this theme.
theme-bridging = Between two themes
theme-bridging-text = Ideas that also touch a neighbouring theme.
theme-all = { $count ->
    [one] Read the contribution that speaks of this theme
   *[other] Read the { $n } contributions that speak of this theme
}
theme-propositions = Propositions of this theme
theme-no-proposition = No proposition was drawn from this theme: its ideas observe more than they ask.

# Propositions
propositions-lead = { $count ->
    [one] One request drawn from the contributions.
   *[other] { $n } requests drawn from the contributions, in the words of those who wrote them, sorted by question.
}
propositions-weak = { $count ->
    [one] Read the weak signal kept in the annex
   *[other] Read the { $n } weak signals kept in the annex
}
weak-lead = Requests carried by few voices that nothing else says. They are not selected, and not lost either.
weak-none = No weak signal was kept.
rank-minority = minority idea
rank-weak-signal = weak signal
proposition-theme = Theme:
proposition-actor = Asked of:
proposition-level = Level named:
proposition-public = For:
proposition-named = { $it ->
    [europe] Europe
    [state] the State
    [national] the State
    [region] the region
    [department] the department
    [intercommunality] the intercommunal body
    [commune] the commune
    [authorities] local authorities
    [administration] the administration
    [operators] operators
    [publishers] publishers and platforms
    [associations] associations
    [school] schools
    [companies] companies
    [health] health services
    [seniors] older people
    [young_people] young people
    [disabled_people] disabled people
    [families] families
    [poor_people] people with little money
    [unconnected_people] people far from digital tools
    [job_seekers] job seekers
    [agents] public agents
    [elected_officials] elected officials
    [small_companies] small companies
    [small_communes] small communes
   *[other] { $it }
}
proposition-against = A controversy
proposition-against-text = Other contributions ask for the opposite. Both requests are kept; the congress will decide.
proposition-source = The words it comes from
proposition-source-text = The highlighted passage gave the proposition. The rest of the text is as it was received.
proposition-rewriting = How it was rewritten
proposition-verbatim = Nothing was changed: these are the words of the contribution.
proposition-rules = { $count ->
    [one] One rule was applied.
   *[other] { $n } rules were applied, in this order.
}
proposition-justification = The reason given by the author, detached from the proposition:
proposition-sources = { $count ->
    [one] The other idea that asks for it
   *[other] The { $n } other ideas that ask for it
}
rule-r1 = Words that introduce an opinion are left out: “je pense que”, “à mon avis”.
rule-r2 = “Il faut que” and the like are left out; the verb is put in the infinitive, or becomes “faire en sorte que”.
rule-r3 = “Il faut”, “nous proposons de” or a similar phrase is left out; the infinitive stays.
rule-r4 = The verb “devoir” is left out; the action asked for stays, or “demander à” whoever must do it.
rule-r5 = The passive becomes active: “doivent être pérennisées” gives “pérenniser”.
rule-r6 = The noun of an action becomes a verb: “création de” gives “créer”.
rule-r7 = “Plus de” becomes “renforcer”, “moins de” becomes “réduire”, “stop à” becomes “mettre fin à”.
rule-r8 = The question (“pourquoi ne pas”, “et si”) becomes a request.
rule-r9 = The order is put in the infinitive: “arrêtez de” gives “cesser de”.
rule-r10 = The negation is kept before the infinitive.
rule-r11 = The reason or the goal that follows is detached and quoted apart.
rule-r12 = A pronoun stands for a word that is not in the phrase: it is to be completed.
rule-r13 = The last members of too long an enumeration are left out.
rule-r14 = A parenthesis is left out.
rule-r15 = “Doit être gratuit” gives “rendre gratuit”, “doit avoir” gives “doter de”, “doit pouvoir” gives “permettre de”.
rule-r16 = “Il faut” followed by a noun gives “prévoir”.
rule-r17 = The circumstance that opened the sentence moves to its end.
rule-other = A change of form was made.

# Contributions
contribution-number = Contribution no. { $it }
contribution-received = received on { $date }, { $channel }
contribution-text = The text, as it was received
contribution-became = Each idea, and where it went
contribution-fate-received = It is to be sorted: received after the last analysis, it will be read at the next run of the engine.
contribution-fate-classed = { $count ->
    [one] One idea was found in it.
   *[other] { $n } ideas were found in it.
}
contribution-fate-other = { $state }: { $reason }.
idea-number = Idea { $it }
idea-in-theme = goes into the theme
idea-in-proposition = {", "}and supports the proposition
idea-state = { $state }: { $reason }.
idea-duplicate = It says again, almost word for word, an idea already expressed.
idea-campaign = It is part of campaign no. { $it }: the same text sent by several people.
channel-online = online
channel-paper = on paper
channel-phone = by telephone
channel-workshop = in a workshop
channel-interview = in an interview
channel-room = in the room
channel-import = by file
department-meta = département { $it }

# Explore
list-lead = Everything that was received, the latest first. Texts are as they were written.
list-theme = Theme
list-any-theme = All themes
list-channel = Channel
list-any-channel = All channels
list-department = Département
list-departments = Départements present: { $it }.
list-option = { $label } ({ $n })
list-apply = Filter
list-found = { $count ->
    [0] No contribution
    [one] One contribution
   *[other] { $n } contributions
}
search-field = What are you looking for?
search-help = Accents, capitals and plurals do not matter; a number leads to the contribution.
search-exact = Open contribution no. { $it }
search-propositions = { $count ->
    [one] One proposition
   *[other] { $n } propositions
}
search-themes = { $count ->
    [one] One theme
   *[other] { $n } themes
}
search-nothing = No contribution holds all these words. Try one of them alone, or a shorter one.

# Ledger
ledger-lead = Each contribution is in one state and only one, with a reason. The sum of the states must equal the number of contributions received.
ledger-equation = { $received } = { $classed } + { $to_sort } + { $off_topic } + { $empty } + { $broken }
ledger-received = { $n } received
ledger-classed = { $n } classed
ledger-to-sort = { $n } to sort
ledger-off-topic = { $n } off topic
ledger-empty = { $n } without content
ledger-broken = { $n } unreadable
ledger-table = States of the ledger
ledger-state = State
ledger-contributions = Contributions
ledger-ideas = Ideas
ledger-meaning = What it means
ledger-total = Total
ledger-sums-up = The sum is right.
ledger-unbalanced = The sum is not right: this is an anomaly, please report it.
ledger-reasons = The reasons
ledger-reason = Reason
state-classed = Classed
state-to-sort = To sort
state-off-topic = Off topic
state-empty = Without content
state-broken = Unreadable
meaning-classed = At least one of its ideas is in a theme.
meaning-to-sort = Received since the last analysis, or too far from every theme to be classed without error.
meaning-off-topic = Away from the subject of the consultation.
meaning-empty = Nothing to read: “ras”, “oui”, punctuation alone.
meaning-broken = The row of the file could not be read.
reason-classed = in a theme
reason-joined = put in a theme by its neighbours
reason-received = received since the last analysis
reason-to-check = received by message, to be checked
reason-revised = changed by its author since the last analysis
reason-no-content = no word that carries meaning
reason-alone = far from all others, without a word in common
reason-far = far from every theme
reason-between = halfway between several themes
reason-broken = unreadable row
reason-other = see the technical detail “{ $it }”

# Run
run-lead = What made this analysis, with all that is needed to make it again to the byte.
run-when = Recorded on
run-duration = Duration
run-memory = Highest memory
run-input = Hash of the contributions (BLAKE3)
run-output = Hash of the result (BLAKE3)
run-quality = What the result is worth
run-coverage-ideas = Ideas near a selected proposition
run-coverage-authors = Authors with at least one idea near a selected proposition
run-stability = Mean stability of the themes, 0 to 1
run-redundancy = Mean likeness between propositions, 0 to 1
run-how = How it was obtained
run-stages = Stages
run-stage = Stage
run-counts = What it counted
run-seconds = Seconds
run-parameters = Settings
run-versions = Versions and hashes of the parts of the engine
run-name = Name
run-value = Value

# Downloads
downloads-lead = Everything that the site shows, in open formats that can be checked and run again.
downloads-table = The files
downloads-file = File
downloads-content = Content
downloads-size = Size
downloads-contributions = The contributions: number, title, text as received; no name.
downloads-ideas = The ideas, with their exact place in each contribution
downloads-themes = The themes, their words and their support
downloads-questions = The structuring questions
downloads-propositions = The propositions, their sources and the rewriting rules
downloads-lineage = The lineage: from each contribution to its ideas, themes, questions and propositions
downloads-ledger = The ledger: state and reason of each contribution
downloads-run = The engine run: settings, versions, hashes, durations
downloads-analysis = The whole analysis in one file, for programs
formats-table = For other tools
formats-xlsx = Workbook for Excel: contributions, ideas, themes, questions and propositions, a sheet each
formats-ods = The same workbook, for LibreOffice
formats-svg = The same map drawn as a tree (SVG), to print or enlarge
formats-svg-radial = The same map drawn as a star (SVG)
formats-mm = Mind map, for FreeMind, Freeplane or XMind: questions, themes and propositions
formats-opml = The same map as an outline (OPML), for an outliner or a mind mapper
formats-iramuteq-contributions = Corpus for IRaMuTeQ: a text for each contribution, with its origin and its themes
formats-iramuteq-ideas = Corpus for IRaMuTeQ: a text for each idea, with its theme and its proposition
formats-qdpx = Project for NVivo, ATLAS.ti or QualCoder (REFI-QDA): the texts and their coded passages
formats-qdc = The codebook alone (REFI-QDA)
formats-note = No author is named in them; their commune is told only if they agreed to be named. Headings are in French, as the texts are. In IRaMuTeQ, choose the encoding UTF-8.
downloads-method = The methodological annex: what the machine proposed, what people decided
downloads-method-figures = The figures of the annex, for programs
downloads-gestures = The gestures of classing, one by one: who (a letter), which day, what, before, after
downloads-codes = The answers of each coder of the samples, under a letter, with those of the machine
downloads-archive = All these files and the other tables, in an archive that “arobase audit” counts again
downloads-licence = Licence
downloads-licence-fictional = These data are invented for the demonstration and dedicated to the public domain (CC0 1.0): anyone may do anything with them.
downloads-licence-open = Licence Ouverte 2.0 (etalab-2.0): free reuse, provided that the source and the date of update are cited.
downloads-updated = Last update: { $it }.
downloads-format = CSV files are in UTF-8, separated by commas; positions count Unicode characters from 0.

# Contribute
contribute-lead = Say what matters to you, in your own words. One idea or several, two lines or two pages. In French, please: it is the language of the congress.
contribute-text = Your contribution
contribute-text-hint = Required, { $it } characters at most.
contribute-author = Your name and function
contribute-author-hint = Optional. For instance: Anne Le Goff, adjointe au numérique.
contribute-territory = Your territory
contribute-territory-hint = Optional. For instance: Nouans (72). The number in brackets is that of the département.
contribute-named = I agree that my name, function and territory appear beside my text. Without this tick, only the text and the département are published.
contribute-consent = Your text is public as soon as it is sent, and stays so. Put nothing in it that points to another person. No political label is asked for or kept.
contribute-privacy = What we do with your data, and your rights
contribute-send = Send my contribution
similar-button = See what has been said
similar-found = { $count ->
    [one] One similar idea has been received
   *[other] { $count } similar ideas have been received
}
similar-none = Nothing similar has been received yet
similar-busy = Many people are writing just now: we could not look. Your text is safe, send it without waiting.
similar-use = Say it all the same, in your own words: an idea that several people hold weighs more. You can also add what is missing here.
similar-theme = theme
contribute-closed = Collection is not open at the moment. The contributions already received can be read.
contribute-errors = { $count ->
    [one] One field must be corrected. Nothing has been recorded yet.
   *[other] { $n } fields must be corrected. Nothing has been recorded yet.
}
contribute-error-title = { $count ->
    [one] One error
   *[other] { $n } errors
}
contribute-invited = This edition is by invitation.
contribute-invitation = Invitation code
contribute-invitation-hint = It is on the poster, or in the message that you received. If you have an account, sign in: none is needed.
contribute-error-invitation = This is not the invitation code of this edition. Copy it from the poster or the message; capitals, spaces and hyphens do not count. Your text is still here.
contribute-error-missing = Your contribution is empty: write at least one word.
contribute-error-short = { $field }: at least { $min } characters are needed.
contribute-error-long = { $field }: { $given } characters, the most is { $max }. Shorten it or send the rest apart.
contribute-error-homonyms = { $field }: several territories have this name. Say which one is yours.
contribute-error-department = { $field }: no département has this number.

# The clock of where one lives
there-instant = { $here }, which is { $there } there ({ $place })
there-until = { $here }, which is until { $there } there ({ $place })

# Several signers
signers-title = Several of us sign
signers-title-others = Several of them sign
signers-lead = Each counts from the moment you send. With an e-mail address, they receive a message that tells them who names them, shows them the text and asks whether they sign and whether their name may be shown; the address is not kept with the contribution. Without one, they are counted and never named.
signers-row = Signatory { $it }
signers-name = Name
signers-function = Office held
signers-territory = Local authority
signers-email = E-mail address, optional
signers-which = “{ $it }”: which one is theirs?
signers-more = Add rows
signers-error-name = Signatory { $it }: give their name, or empty their row.
signers-error-homonyms = { $field }: several local authorities bear this name. Say which one is theirs.
signers-error-email = { $field }: this is no e-mail address. For example: first.last@commune.fr.
signers-error-many = At most { $it } people sign a contribution beside you. Remove rows, or send the rest apart.
signers-error-letters = Too many messages to signatories left from here within an hour. Nothing you wrote is lost: try again later, or send without e-mail addresses.
signers-beside = Those who sign with you
signers-unsign = Tick those who no longer sign: their name will be erased from the site.
signers-someone = Someone you had named
signers-line = { $who }: { $state }
signers-state-named = signs, and is named.
signers-state-unnamed = signs, and is not named.
signers-state-refused = answered that they did not sign. Their name is erased, and they are no longer counted.
signers-state-waiting = has not answered the message yet. Counted, and not named.
signers-state-unasked = received no message. Counted, and never named.
title-signers-desk = Joint signatories
title-signers-desk-of = Signatories of contribution { $it }
signers-desk-lead = { $count ->
    [0] Nobody is named as a signatory beside someone else.
    [one] One person is named as a signatory beside someone else.
   *[other] { $n } people are named as signatories beside someone else.
}
signers-desk-care = The site does not keep their e-mail addresses. To send a new link to someone who has not answered, ask them for their address; the earlier link will open no more.
signers-desk-someone = Someone who had been named
signers-desk-email = E-mail address of { $it }
signers-desk-send = Send the link
signers-desk-send-to = Send the link to { $it }
signers-desk-sent = The link has left.
signers-desk-wrong = The e-mail address is not complete: it looks like first.last@example.com. Nothing has left.
signers-desk-not-sent = Nothing has left: this person has answered meanwhile, wants no more messages, or has had five today.
signed-by = Signed by { $it }.
signed-many = { $count ->
    [one] one person
   *[other] { $n } people
}
signed-others = { $count ->
    [one] and one other signatory
   *[other] and { $n } other signatories
}
title-cosign = You are named as a signatory
cosign-by = Someone says that you signed this contribution: { $it }.
cosign-by-someone = Someone says that you signed this contribution.
cosign-as = You are named there as:
cosign-text = Contribution no. { $it }
cosign-answer = Your answer
cosign-waiting = You have not answered yet: you are counted among the signatories, and your name is not shown.
cosign-named = Your signature is confirmed, and your name stands beside the text.
cosign-unnamed = You are counted among the signatories, and your name is not shown.
cosign-name-me = I sign, and my name may be shown
cosign-without-name = I sign, without my name being shown
cosign-not-me = I did not sign this text
cosign-not-me-text = Your name will be erased from the site, you will no longer be counted, and whoever named you will be told. This link will cease to work.
cosign-any-time = Keep the message: by the same link you may change your mind at any time, even once the collection is closed.
cosign-refused = Done: your name is erased, and you are no longer counted among the signatories.
cosign-gone = This link leads to no signature any more: it was removed, or the address is incomplete.
contribute-error-invitation-often = Too many wrong invitation codes were tried from here within an hour. Try again later, or sign in: none is needed then. Your text is still there.

territory-proposals = territories proposed
territory-which = “{ $it }”: which one is yours?
territory-none = None of these
territory-part = { $part }, in { $whole }
territory-commune = commune
territory-epci = intercommunal body
territory-department = département
territory-region = région
territory-collectivity = overseas collectivity
territory-people = { $count ->
    [one] { $n } inhabitant
   *[other] { $n } inhabitants
}
territories-lead = Communes, intercommunal bodies, départements, régions and overseas collectivities.
territories-field = Which territory are you looking for?
territories-help = A name or its beginning, a name and its département as in “Saint-Martin (32)”, a postcode or an official code.
territories-found = { $count ->
    [0] No territory
    [one] One territory
   *[other] { $n } territories
}
territories-first = { $count ->
    [one] The largest first; be more precise to see the others.
   *[other] The first { $n }; be more precise to see the others.
}
territories-nothing = No territory bears this name. Try its beginning alone, or the postcode.
territories-code = code { $it }
territories-contributions = Contributions of the département
territories-source = Official territories of { $it }: Insee, DGCL, La Poste, brought together by Etalab (Licence Ouverte 2.0).
title-assist = Enter for someone
space-assist = Enter a contribution received on paper, by telephone or at a meeting
title-gather = Enter a gathering
gather-lead = A workshop, an interview, a sitting: say where and when, then everything that was said there, one contribution after the other. Each will have its number and count like any other.
gather-channel = These contributions were gathered
gather-name = Name of the gathering
gather-name-hint = Optional. For example: Digital café at the library.
gather-place = Place
gather-which = “{ $it }”: which territory is meant?
gather-day = Date
gather-day-hint = Optional. For example: 12/09/2026, day first.
gather-present = People present
gather-hosts = Led by
gather-hosts-hint = Optional. For the team alone: these names appear nowhere.
gather-said = What was said
gather-said-hint = Required. One contribution after the other, as they were said, naming nobody.
gather-cut = Where does a contribution end?
gather-cut-paragraph = At each blank line
gather-cut-line = At each line
gather-read = Read before keeping
gather-found = { $count ->
    [one] One contribution found
   *[other] { $count } contributions found
}
gather-check = They will be published like this. If they are not cut right, correct the text or the choice above, then read again.
gather-keep = { $count ->
    [one] Keep this contribution
   *[other] Keep these { $count } contributions
}
gather-again = Read again
gather-entered-one = Kept: contribution no. { $it }. The next sheet can be entered.
gather-entered = Kept: contributions no. { $first } to { $last }. The next sheet can be entered.
gather-error-homonyms = Place: several territories have this name. Say which one.
gather-error-day = Date: there is no such day. Write it like this: 12/09/2026.
gather-error-present = People present: write a number, such as 14, or nothing.
gather-error-nothing = Nothing was entered: write one contribution at least.
gather-error-many = { $given } contributions on one sheet, { $max } at most. Enter them in several goes.
gather-error-long = Contribution { $nth }: { $given } characters, { $max } at most.
gather-error-short = Contribution { $nth }: too short to be understood.
gathering-workshop = Gathered at a workshop{ $name }
gathering-interview = Gathered during an interview{ $name }
gathering-room = Gathered at a sitting{ $name }
gathering-name = , “{ $it }”
gathering-present = { $count ->
    [one] one person present
   *[other] { $count } people present
}
assist-lead = Copy the words as they are. After each one the next form is ready, with the same origin.
assist-entered = Contribution no. { $it } is recorded.
assist-receipt = Its receipt, to be handed to its author
assist-channel = How it came
assist-text = Their text
assist-author = Their name and function
assist-territory = Their territory
assist-named = The person agrees that their name, function and territory appear beside their text. Without this tick, only the text and the département are published.
assist-consent = Tick the box only if the person has agreed. No political label is asked for or kept.
assist-send = Record and go on to the next
assist-sheet = Number of the sheet
assist-sheet-hint = At the top right of the printed form; nothing if it has none.
assist-sheet-number-error = The number of a sheet is written in figures: 0042, for instance.
assist-sheet-unknown = No sheet printed for this edition has the number { $it }. Read it again, or leave this field empty.
assist-sheet-before = Sheet { $sheet } has been keyed before, as no. { $number }.
assist-checked = Sheet { $it } has been keyed twice; both keyings are settled.
assist-differing = { $count ->
    [one] The first keying of this sheet differs on one point
   *[other] The first keying of this sheet differs on { $n } points
}
assist-differing-text = Read the sheet again, correct below if needed, then record: this keying is the one that will hold.
assist-first = First keying:
assist-second = Yours:
assist-consent-short = Agreement to be named
assist-named-yes = agrees to be named
assist-named-no = does not agree
title-print = Print
space-print = Print forms, replies by post, the poster
print-lead = Paper counts as much as a screen: forms, letters and the poster, as PDF.
print-sheets = Paper forms
print-sheets-text = Each sheet bears a number, given once and for all: it cannot be keyed twice by mistake.
print-how-many = How many sheets
print-how-many-error = From 1 to { $it } sheets.
print-place = Where they are handed in
print-place-hint = Printed on each sheet, so that people know where to return it. For instance: town hall of Nouans.
print-twice = Have each sheet keyed by two people, and compare.
print-make = Number and print
print-made = Sheets { $it } are ready.
print-open = Open the PDF
print-table = Printed sheets, the latest first
print-column-numbers = Numbers, day of printing
print-column-place = Place
print-column-keyed = Keyed
print-numbers = { $first } to { $last }
print-keyed = { $keyed } of { $all }
print-waiting = { $count ->
    [one] (one waits to be keyed again)
   *[other] ({ $n } wait to be keyed again)
}
print-slips = What became of the contributions
print-slips-text = A letter for each contribution that did not come by the site: its number, its ideas, the theme and the proposition each went to. For a window envelope, or to be handed over. 500 letters at a time at most.
print-from = From contribution no. (all, if left empty)
print-to = To contribution no.
print-slips-make = Print the letters
print-poster = Poster
print-poster-text = For the entrance of the town hall, in A3; an A4 printer makes it smaller.
print-poster-open = Open the poster
print-file-sheets = sheets
print-file-slips = replies.pdf
print-file-poster = poster.pdf

title-import = Import a file
title-import-columns = The columns of the file
title-import-messages = The messages of the file
title-import-trial = Trial of the import
title-import-done = Import report
space-bench = Class the ideas
space-code = { $count ->
    [one] One idea to code
   *[other] { $n } ideas to code
}
space-import = Import a file of contributions
import-steps = Steps of the import
import-step-file = 1. The file
import-step-columns = 2. Its content
import-step-trial = 3. The trial
import-step-import = 4. The import
import-error-title = To mend
import-lead = An export of Decidim, CONSUL, Polis, kouchou, Talk to the City, LimeSurvey or Framaforms, a table, a mailbox: each row becomes a contribution, once, even if you give the file again later.
import-file = File to import
import-file-hint = CSV, TSV, XLSX, ODS, JSON, JSON Lines, mbox or eml; { $it } and 100,000 rows at most. Nothing comes in before the last step.
import-send = Send the file
import-kept = The file is never public. It is kept for seven days at most, for you to finish, and erased once imported or given up.
import-error-none = Choose a file, of { $it } at most.
import-error-large = This file is larger than { $it }. Cut it into several files: what is there already will not come in twice.
import-error-text = Tick at least one column for the text.
import-waiting = Files of these seven days
import-state-brought = Columns to check
import-state-tried = Tried, to import
import-state-imported = Imported
import-is-table = { $file }: a table of unknown origin, { $rows }.
import-is-mail = { $file }: a mailbox, { $rows }.
import-is-export = { $file }: export recognised, { $what }, { $rows }.
import-rows = { $count ->
    [one] { $n } row
   *[other] { $n } rows
}
import-messages = { $count ->
    [one] { $n } message
   *[other] { $n } messages
}
import-first = The first rows
import-first-messages = The first messages
import-parts = What each column tells
import-decide = What to know of them
import-hidden = { $count ->
    [one] One more column is not shown.
   *[other] { $n } more columns are not shown.
}
import-line = Row
import-line-id = Row, identifier
import-part-text = Text
import-part-title = Title
import-part-author = Author
import-part-territory = Territory
import-part-date = Date
import-part-id = Identifier
import-part-language = Language
import-part-channel = Channel of each row
import-text-hint = One column or several. Left as proposed, each export has its rule: of several languages, the first that is filled counts. Those you change form one text, a blank line between them.
import-text-guessed = No column name announces the text: the one with the longest cells is proposed. Check it.
import-text-more = One more column
import-no-column = no column
import-channel = How these contributions came
import-as-told = As each row says, else by a file
import-source = Name of the source
import-source-hint = One source never gives the same identifier twice: that is how a file given again does not come in twice. Change this name if this file comes from elsewhere than those before.
import-unsent = Take answers begun and never sent too
import-named = The authors agreed that their names be shown beside their texts. Without their consent, leave this box empty: their names are kept and shown nowhere.
import-try = Try without importing anything
import-try-text = The trial tells what would become of each row. Nothing comes in yet.
import-give-up = Give up and erase this file
import-of = { $file }, source “{ $source }”
import-busy = Work on this file goes on, even if you leave this page.
import-busy-look = See how far it is
import-not-tried = This file has not been tried with these choices.
import-back = Check the choices again
import-trial = This is a trial: nothing has come in yet. The button below imports all at once, or nothing if anything fails.
import-taken = { $count ->
    [0] No contribution came in.
    [one] { $n } contribution came in.
   *[other] { $n } contributions came in.
}
import-number = It is no. { $it }
import-numbers = They are nos. { $first } to { $last }
import-twice = Giving this file again would double nothing.
import-when = Imported
import-count-rows = Rows of the file
import-count-messages = Messages of the file
import-count-to-take = To import
import-count-taken = Imported
import-count-changed = { $count ->
    [one] { $n } of them changed
   *[other] { $n } of them changed
}
import-count-already = There already
import-count-empty = Empty
import-count-refused = Refused
import-names = Names of the authors
import-names-shown = shown, with their consent
import-names-hidden = kept, never shown
import-see = See the contributions
import-another = Import another file
import-do = { $count ->
    [one] Import { $n } contribution
   *[other] Import { $n } contributions
}
import-nothing = There is nothing to import: everything is there already, empty or refused.
import-lines = { $count ->
    [one] { $n } row to look at
   *[other] { $n } rows to look at
}
import-download = Download these rows (CSV)
import-end = What happens
import-why = Why, and what to do
import-end-taken = taken, changed
import-end-to-take = would be taken, changed
import-end-empty = empty
import-end-refused = refused
title-messages = Messages to check
title-messages-aside = Messages put aside
messages-lead = { $count ->
    [0] No message waits. Those of an imported mailbox come here: nothing is shown or counted before someone keeps it.
    [one] { $n } message waits. Kept, it becomes a contribution; put aside, it does not count and will not come back.
   *[other] { $n } messages wait. Kept, they become contributions; put aside, they do not count and will not come back.
}
messages-lead-aside = { $count ->
    [0] No message was put aside in the last thirty days.
    [one] { $n } message put aside. It can be taken back for thirty days, then its words are erased.
   *[other] { $n } messages put aside. They can be taken back for thirty days, then their words are erased.
}
messages-untitled = No subject
messages-keep = Keep
messages-keep-which = Keep: { $it }
messages-put-aside = Put aside
messages-put-aside-which = Put aside: { $it }
messages-beside = Signature and message quoted, never published
messages-see-aside = See the messages put aside
messages-see-waiting = See the messages that wait
import-held = { $count ->
    [0] No new message.
    [one] { $n } message waits to be checked.
   *[other] { $n } messages wait to be checked.
}
import-count-held = To check
import-hold = { $count ->
    [one] Put { $n } message to be checked
   *[other] Put { $n } messages to be checked
}
contribute-otherwise = Would you rather use paper or the telephone?
contribute-otherwise-text = A contribution that is dictated, written by hand or given at a meeting counts as much as any other. It is given a number too.
contribute-contact = How to reach us
receipt-number = Your contribution has the number
receipt-received = Received on { $it }.
receipt-keep = Keep the address of this page.
receipt-secret = It is yours alone: with it you can change your text and see what becomes of it, without an account or a password. Bookmark it, or send it to yourself.
receipt-fate = What becomes of it
receipt-revised = Changed on { $it }.
receipt-revise = Change my text, or my consent to be named
receipt-see = See the page of my contribution
receipt-ledger = See the contributions to sort
receipt-again = Write another contribution

# Participation
participation-lead = Where those who contribute come from, and where voices are still missing.
participation-total = { $count ->
    [one] One person has contributed.
   *[other] { $n } people have contributed.
}
participation-overseas = { $count ->
    [one] One comes from overseas.
   *[other] { $n } come from overseas.
}
participation-few = So that nobody can be recognised, no number under { $it } is published. Other numbers are sometimes left out with it, so that it cannot be found by subtraction.
participation-nothing = There are still too few people to publish these tables.
participation-regions = By région
participation-region = Région or collectivity
participation-people = People
participation-inhabitants = Inhabitants
participation-map = Map of the mainland départements, darker where more people have contributed; the numbers are written below.
participation-nobody = nobody
participation-people-between = { $from } to { $to } people
participation-people-over = { $it } people and more
participation-outlines = Outlines: Victor Cazanave, svg-maps, CC BY 4.0, simplified. For overseas, read the table.
participation-departments = By département
participation-one = { $name } ({ $code }): { $people }
participation-sizes = By size of commune
participation-size = Territory
participation-under = Communes of fewer than { $it } inhabitants
participation-between = Communes of { $from } to { $to } inhabitants
participation-over = Communes of { $it } inhabitants and more
participation-epci = Intercommunal bodies
participation-wider = Départements, régions, overseas collectivities
participation-unknown = Not told
participation-withheld = not published
participation-how = Someone who signs with the same name, function and territory counts once. Each contribution without a name counts as one person.

# Sitemap
sitemap-read = Read
sitemap-check = Check
sitemap-take-part = Take part
sitemap-know = Know the site

# Footprint
footprint-table = Weight of each page, first visit, compressed
footprint-page = Page
footprint-transfer = Bytes transferred
footprint-elements = Elements
footprint-requests = Requests
footprint-score = EcoIndex
footprint-measured = Measured on { $it }, by the site itself, on the pages as they are served.
draft-keep = The address of this page is yours alone: keep it to go on later, or on another device. Nothing is published until you send it. A draft that nobody touches is erased after sixty days.
draft-keep-button = Keep as a draft
revise-lead = Contribution no. { $it }. You can change your text for as long as collection is open.
revise-versions = The new text replaces the old one on the site and will be read at the next analysis. The old one is kept: the contribution keeps its number and its history.
revise-send = Replace my text
revise-cancel = Change nothing
contribution-fate-revised = Changed by its author since the last analysis: its ideas will be read again at the next one.
draft-kept = Draft kept. This address lets you go on with it.
offline-unsaved = No network: your text is still only in this page. You can send it, it will leave when the network is back.
offline-waiting = No network. Your contribution is kept on this device and will leave by itself, once, as soon as the network is back.
offline-sent = Your contribution written offline has left. See its receipt, which is yours alone.
offline-refused = A contribution written offline needs a correction. Here it is: read it again, then send it.
title-dictionary = Data dictionary
dictionary-lead = What each column of the files to download holds.
dictionary-package = The same for programs, as Table Schema:
dictionary-archived = The other tables of the archive, with their columns.
dictionary-is = { ": " }
dictionary-backing = The ideas that carry each proposition.
dictionary-personal = The personal data that the machine recognised, and where they stand.
dictionary-profiles = The terms that each theme uses more or less than the others.
dictionary-ladder = The degrees of fineness that could be chosen.
dictionary-splits = Each theme split in two and in three.
dictionary-partitions = The group of each idea at each degree of fineness.
dictionary-reinert = The class of each idea by Reinert’s method.
dictionary-map = The place of each idea on the map.
dictionary-nearest = The nearest themes of each idea to sort.
dictionary-controversies = The propositions that are opposed, two by two.
dictionary-addressees = Whom each proposition is for, by its words.
dictionary-to-complete = The demands whose words are not enough for a proposition.
downloads-dictionary = Data dictionary
feed-nobody = No name

# Coming in
title-sign-in = Sign in
title-link-sent = Look in your mailbox
title-enter = Enter my space
title-space = My space
error-signed-out = You are not signed in
error-signed-out-text = This takes being signed in, and your session is closed or has expired. Nothing was recorded. Sign in again and start over.
error-role = Reserved page
error-role-text = This page takes a role that you do not have in this edition. Nothing was recorded. If that role should be yours, ask whoever administers the edition.
sign-in-lead = No password: give your e-mail address, and you will receive a link to come in.
sign-in-email = Your e-mail address
sign-in-hint = The one at which you were invited to take part.
sign-in-error = This address is not whole. It looks like first.last@example.org.
sign-in-send = Send me a link
sign-in-without = Without signing in
sign-in-without-text = Contributing, reading and searching take no account.
sign-in-contribute = Write a contribution
sign-in-cookie = Signing in leaves one cookie, which does nothing but recognise you; another, deleted at once, brings you back to the page you wanted.
link-sent-lead = If this address is a member’s, a link has just left. It usually arrives within a minute.
link-sent-open = It opens once, within fifteen minutes. You may close this page.
link-sent-nothing = Nothing arrives?
link-sent-spam = Look among unwanted mail.
link-sent-address = Check the address: one letter astray is enough. Beyond three requests in fifteen minutes, please wait.
link-sent-again = Ask for another link
link-sent-unknown = This address may not be the one we know.
enter-lead = Your link is good. Press the button to come in.
enter-button = Sign me in
enter-keep = You will stay signed in on this device until thirty days after your last visit. On a shared device, remember to sign out.
enter-gone = This link no longer opens: it has been used, or its time has passed. That is what makes it safe.
enter-again = Receive a new link
space-who = Who I am
space-name = Name
space-email = E-mail address
space-function = Function
space-roles = Roles in this edition
space-no-role = none
space-sessions = My sessions
space-sessions-text = The devices on which you are signed in. Close those that you do not recognise.
space-here = This device
space-seen = Last visit on { $it }
space-opened = Opened on { $it }
space-device-unknown = Unknown device
space-close = Close
space-close-which = Close the session: { $it }
space-sign-out = Sign out
role-contributor = contributor
role-mediator = mediator
role-moderator = moderator
role-knowledge-engineer = knowledge engineer
role-facilitator = facilitator
role-drafter = drafter
role-spokesperson = spokesperson
role-juror = juror
role-administrator = administrator
title-second-factor = Second factor
title-recovery-codes = Your recovery codes
error-factor = Second factor wanted
error-factor-text = This takes the code of your second factor. Nothing was recorded. Give that code from your space, then start over.
second-factor-due = Your role now takes a second factor.
second-factor-lead = Beside the link received by e-mail, you give a code that your telephone shows and that changes every thirty seconds. Whoever reads your mail does not come in under your name.
second-factor-need = It takes an application that shows such codes, FreeOTP for instance, or the one that already keeps your passwords. Allow two minutes.
second-factor-begin = Begin
second-factor-scan = Scan this drawing with the application, or copy the key below into it.
second-factor-qr = A drawing to be scanned with the application; the key below says the same.
second-factor-key = Key to copy
second-factor-open = The application is on this device: open it
second-factor-first = The code it shows now
second-factor-hint = Six digits.
second-factor-confirm = Turn it on
second-factor-show-lead = Open the application that shows your codes, and give the one of this site.
second-factor-code = Code shown by the application
second-factor-show = Go on
second-factor-wrong = This is not the code, or it has been used already. Wait for the next one, and check that the telephone’s clock is right.
second-factor-locked = Too many tries. Wait a quarter of an hour, then start over.
second-factor-lost = Without the telephone
second-factor-recovery = Recovery code
second-factor-recovery-hint = One of those you wrote down, such as ABCDE-FGH23. It serves once.
second-factor-recovery-wrong = This is not a recovery code of yours, or it has been used already.
second-factor-recover = Come in with this code
second-factor-done = Your second factor has been on since { $it }.
second-factor-left = { $count ->
    [0] No recovery code is left: take this second factor away, then turn it on again to receive ten.
    [one] { $n } recovery code is left.
   *[other] { $n } recovery codes are left.
}
second-factor-remove = Take my second factor away
recovery-codes-lead = Your second factor is on. Write these ten codes down on paper: if the telephone is lost, each stands for it once.
recovery-codes-once = They will not be shown again.
recovery-codes-kept = I wrote them down
space-factor-asked = Your role opens what others entrust to you. A second factor protects it, even if someone reads your mail.
space-factor-begin = Turn it on, in two minutes
space-factor-add = Add a second factor
space-factor-held = My second factor
federation-or = Otherwise
federation-button = Sign in with { $it }
title-federation = Signing in with { $it }
federation-link = Receive a link by e-mail
federation-confirm = { $it } recognises you, and your address is that of a member. To tie the two together, a link has just left for that address: open it in this browser, within fifteen minutes. You will be asked this once only.
federation-unknown = { $it } recognises you, but your address is that of no member. If you were invited at another address, ask for a link for that one.
federation-too-many = Too many links were asked for with your address. Wait a quarter of an hour, then start over.
federation-gone = This request has been used already, or its fifteen minutes have passed. Start over from the page where one signs in.
federation-declined = { $it } did not confirm who you are: the request was given up or refused. Nothing was recorded.
federation-unreachable = { $it } does not answer at the moment. A link by e-mail opens the same space.
federation-doubtful = The answer of { $it } could not be verified. To be safe, nobody was signed in. Start over, or ask for a link.
federation-weak = This site wants { $it } to recognise you more surely, with a second factor for instance. Start over with one, or ask for a link.
title-signed-out = Signed out
signed-out-lead = You are signed out of this site. Signing out of { $it } remains, and happens by itself.
signed-out-there = Sign out of { $it } too
error-passkey = Passkey not added
error-passkey-text = The device gave no passkey that can be used, or it is known already. Nothing was recorded. Go back to your space and start over.
passkey-or = With a passkey
passkey-show = Sign in with a passkey
passkey-failed = The device gave no passkey. Try again, or ask for a link.
passkey-refused = This passkey was not recognised: it may have been taken away, or the page had been open for too long. Try again, or ask for a link.
ties-mine = Tied accounts
ties-since = Tied to this space since { $it }
ties-untie = Untie
ties-untie-which = Untie: { $it }
passkeys-mine = My passkeys
passkeys-text = A passkey signs in without e-mail, by the fingerprint, face or code of your device, none of which leaves that device. It stands for a second factor.
passkey-name = Name of the passkey (optional)
passkey-hint = To know it again later: “telephone”, “computer at the town hall”.
passkey-make = Add a passkey
passkey-not-made = No passkey was added: the device gave up, or has one for this site already.
passkey-made = Added on { $it }
passkey-used = Last used on { $it }
passkey-unused = Not used yet
passkey-remove = Take away
passkey-remove-which = Take the passkey away: { $it }
space-by-link = by a link
space-by-code = by a code
space-by-passkey = by a passkey
space-by-federation = by { $it }
title-members = Members of the edition
space-members = Members of the edition: invite, give roles
members-lead = { $count ->
    [one] { $n } person has a role in this edition.
   *[other] { $n } people have a role in this edition.
}
members-table = Who may do what
members-who = Name, e-mail address
members-unnamed = No name
members-email = E-mail address
members-roles = Roles
members-invite = Invite someone
members-invite-text = A message leaves with a personal link, which opens once within seven days. Whoever is a member already is given the role beside their own.
members-invite-name = First name and name (optional)
members-invite-role = Role
members-invite-send = Send the invitation
members-role-error = Choose a role of the list.
members-mail = Mail
members-waiting = { $count ->
    [0] No letter waits.
    [one] { $n } letter waits to leave.
   *[other] { $n } letters wait to leave.
}
members-given-up = { $count ->
    [0] None was given up.
    [one] { $n } letter never left: the address may be wrong, or the mail server ill set.
   *[other] { $n } letters never left: the addresses may be wrong, or the mail server ill set.
}
member-roles = What this person may do
member-save = Save the roles
member-last = Nothing changed: this is the last person who administers the edition. Give that role to another first.
member-none = Without any role, the person is no longer among the members of the edition.
title-following = My contributions
space-following = My contributions: what becomes of my ideas
receipt-follow = Follow this contribution in my space
receipt-follow-text = The site will remember that it is yours, for you alone: no page shows it. You may stop following it at any time.
receipt-follow-sign-in = Sign in to follow it in my space
following-lead = { $count ->
    [0] You do not follow any contribution yet.
    [one] You follow { $n } contribution. Only you can see it.
   *[other] You follow { $n } contributions. Only you can see it.
}
following-how = To follow one, open its receipt while signed in, and press “Follow this contribution in my space”.
following-number = Contribution no. { $it }
following-theme = Theme:
following-nowhere = Not classed yet.
following-proposition = Proposition:
following-more = { $count ->
    [one] And { $n } other idea, on the page of the contribution.
   *[other] And { $n } other ideas, on the page of the contribution.
}
following-leave = Follow no more
following-leave-which = Follow no more: contribution no. { $it }
following-news = Being told
following-stopped = You stopped the messages. Choosing a rhythm brings them back, reminders included.
following-rhythm = When an idea of mine changes theme or proposition
following-never = Do not write to me
following-weekly = Write to me once a week at most
following-daily = Write to me at once, once a day at most
following-save = Save my choice
member-letter = Writing to them by post
member-no-address = Their postal address is not known.
member-print = Make their letter, with a new code (PDF)
member-code = The code of their letter has opened the site since { $it }.
member-end-code = End this code
title-reminders = Reminders
invitations-print = Make the letters (PDF)
invitations-print-text = One page a person, with their personal code. Codes are kept nowhere: print the file before you close the page.
invitations-unused = { $count ->
    [one] { $n } letter made already has not been used to come in.
   *[other] { $n } letters made already have not been used to come in.
}
invitations-again = Make them again, with new codes
invitations-remind = Plan reminders to those who have not answered
reminders-unanswered = { $count ->
    [0] There is nobody to remind today.
    [one] { $n } person invited, who has an e-mail, has not answered yet.
   *[other] { $n } people invited, who have an e-mail, have not answered yet.
}
reminders-text = A reminder leaves once, to those who have not answered by that day. Whoever contributes without signing in is not recognised: the message says so. Whoever wants no more messages receives none.
reminders-before = { $count ->
    [one] { $n } day before the collection closes
   *[other] { $n } days before the collection closes
}
reminders-on = On { $it }
reminders-sent = Left on { $it }.
reminders-letters = { $count ->
    [0] There was nobody to remind, or a later reminder replaced it.
    [one] { $n } letter.
   *[other] { $n } letters.
}
reminders-planned = Leaves on { $it }.
reminders-never = Will not leave: the collection will not be open that day.
reminders-drop = Cancel
reminders-drop-which = Cancel the reminder: { $it }
reminders-plan = Plan a reminder
reminders-usual = Plan the two usual reminders: 14 and 3 days before it closes
reminders-day = A day of your choice
reminders-day-hint = It leaves at nine o’clock, by the clock of the edition.
reminders-day-error = Choose a day to come on which the collection is still open.
reminders-add = Plan that day
title-roster = Add members from a file
title-roster-read = Check before adding
title-roster-done = Members added
title-namesakes = Possible duplicates
title-invitations = Invitations
title-code = Come in with the code of a letter
title-stop = Stop the messages
members-roster = Add members from a file
members-invitations = Invite those who are not yet, by e-mail or by letter
members-namesakes = Merge duplicates
sign-in-code = I was sent a letter with a code
roster-lead = A table with one person a line: the official directory of elected officials as the Ministry of the Interior publishes it, or your own list.
roster-file = The file
roster-file-hint = CSV, Excel or LibreOffice, { $it } at most. Nothing is added before you have checked it.
roster-read = Read the file
roster-no-file = Choose a file, then press the button again.
roster-too-many = { $count ->
    [one] This file names more than { $n } person. Cut it up.
   *[other] This file names more than { $n } people. Cut it up.
}
roster-nobody = The columns are known, but no line names anyone.
roster-columns = The columns it knows
roster-columns-text = Last name, first name, e-mail, function, territory, INSEE code, postal address, postcode, town, and the titles of the official directory. At least one must name people: name or e-mail.
roster-refused-text = Birth dates, sex, occupation, nationality and political labels are not read: those columns are left aside, and the file is not kept.
roster-place-text = The postal address serves for letters only. It appears on no public page and in no file to download.
roster-found = { $count ->
    [one] { $n } person is named in this file. Nothing is added yet.
   *[other] { $n } people are named in this file. Nothing is added yet.
}
roster-done = The file “{ $it }” is imported.
roster-added = New members
roster-completed = Members known already, of whom more is known now
roster-same = Members known already, with nothing new
roster-unreached = People with neither e-mail nor postal address
roster-elsewhere = People whose territory is not in the official table
roster-shared = The same e-mail as a member with quite another name: these people are added without an e-mail (lines { $it }).
roster-what = What is read of the file
roster-refused = Columns that were not read:
roster-refused-why = They tell of someone what does not help to invite them. None of their cells left the file, which is not kept.
roster-used = Columns read: { $it }.
roster-unused = Columns of no use here: { $it }.
roster-remarks = Lines to look at again
roster-remark-nobody = Line { $it }: neither name nor e-mail. It is left out.
roster-remark-unreadable = Line { $it }: cannot be read (a quotation mark not closed, too many cells…). It is left out; mend it and import again.
roster-remark-email = Line { $it }: the e-mail is miswritten. The person is added without it.
roster-more-remarks = { $count ->
    [one] And { $n } other line.
   *[other] And { $n } other lines.
}
roster-first = The first people
roster-who-column = Name, function
roster-where-column = Territory, and where to write
roster-by-post = by letter
roster-unreachable = no e-mail, no address
roster-doubts = Which territory?
roster-doubts-text = Several bear this name. Without an answer, the person is added with the name alone.
roster-who = { $name }, { $place }
roster-undecided = I do not know
roster-more-doubts = { $count ->
    [one] After these, { $n } will be left.
   *[other] After these, { $n } will be left.
}
roster-choose = Keep these answers and check again
roster-import = { $count ->
    [one] Add this person
   *[other] Add these { $n } people
}
roster-import-text = They become contributors to the edition. Nobody receives anything: invitations leave afterwards, when you say so. Imported a second time, the same file adds nobody.
namesakes-lead = { $count ->
    [0] No duplicates: nobody has the same name in the same territory.
    [one] { $n } pair of members has the same name in the same territory.
   *[other] { $n } pairs of members have the same name in the same territory.
}
namesakes-text = Merged, two members are one: the first keeps what is known of them and receives the rest from the other, roles included.
namesakes-no-email = no e-mail
namesakes-merge = Merge
namesakes-merge-which = Merge: { $it }
namesakes-apart = These are two people
namesakes-apart-which = These are two people: { $it }
invitations-by-email = Invited by e-mail
invitations-by-letter = Invited by letter
invitations-answered = Contributed after signing in
invitations-stopped = Want no more messages
invitations-email = By e-mail
invitations-have-email = { $count ->
    [0] All members who have an e-mail are invited.
    [one] { $n } member who has an e-mail is not invited yet.
   *[other] { $n } members who have an e-mail are not invited yet.
}
invitations-whom = Whom to invite
invitations-all = All those who are not yet
invitations-send = Send the invitations
invitations-send-text = Each receives a personal link, which opens once within seven days, and the means to stop such messages in one click.
invitations-letters = By letter
invitations-have-address = { $count ->
    [0] No member without an e-mail awaits a letter.
    [one] { $n } member without an e-mail has a postal address and is not invited yet.
   *[other] { $n } members without an e-mail have a postal address and are not invited yet.
}
invitations-nothing = No address
invitations-unreachable = { $count ->
    [one] { $n } member cannot be invited: neither e-mail nor postal address, or they want no more messages.
   *[other] { $n } members cannot be invited: neither e-mail nor postal address, or they want no more messages.
}
code-lead = Copy the code printed on your letter, then press the button.
code-label = Code of the letter
code-hint = Ten signs, in two groups of five. Capitals, spaces and dashes make no difference.
code-mistyped = This code is miscopied: a sign is missing, one too many, or wrong. Check it against the letter sign by sign.
code-unknown = This code opens nothing: a newer letter may have replaced it. Check that it is the last one you received.
code-too-many = Too many attempts within the hour, from here or elsewhere. Try again in an hour; your letter stays valid.
code-closed = Codes of letters opened until the collection closed, on { $it }.
code-by-email = Come in by e-mail
code-lost = Lost your letter? Just ask for another; the first then opens no more.
stop-lead = You will receive no more invitations, reminders or news of your ideas.
stop-button = Receive these messages no more
stop-links = Links to sign in that you ask for yourself will still arrive.
stop-stopped = Done: you will receive these messages no more. Only links to sign in that you ask for yourself will arrive.
stop-resume-text = A click too many?
stop-resume = Receive them again
stop-resumed = Noted: these messages may reach you again.
stop-gone = This link is not whole: copy all of it from the message, or write to us.

# Editions set up and led
title-settings = Settings of the edition
title-schedule = Schedule
title-publish = Publish the edition
title-new-edition = New edition
title-soon = Soon
unpublished-banner = This edition is not published yet: only those who have a role in it see it.
soon-lead = A consultation is being prepared here. Come back in a few days.
soon-members = Do you take part in preparing it?
space-prepare = Prepare the edition
space-settings = Settings of the edition: name, questions, dates, limits
space-schedule = Schedule: what comes next, and in how many days
new-edition-lead = A name, a motto, the day of the congress: phases follow from these, and all can be changed afterwards. Nothing is public before you publish.
new-edition-name-hint = For instance: Congress of digital officials 2027.
new-edition-motto-hint = Optional. One line under the name.
new-edition-congress-hint = Its first day.
new-edition-create = Propose a schedule
settings-lead = Everything is saved at once. What is saved shows on the site immediately, and the journal notes what changed.
settings-saved = The settings are saved.
settings-see = See the site
settings-to-schedule = See the schedule
settings-name = Name of the edition
settings-slug = Name in addresses
settings-motto = Motto
settings-questions = Questions asked
settings-questions-hint = In the order of the page. Empty a line to take a question away; save to get more empty lines. Without a translation, the English page shows the French.
settings-question-fr = Question { $it }, in French
settings-question-en = Question { $it }, in English
settings-zone = Time zone
settings-zone-hint = Days and hours on this page are those of this territory.
settings-congress = Day of the congress
settings-day = Day
settings-hour = Hour
settings-phases = Phases
settings-phases-hint = They open and close by themselves. Without an hour, a phase begins at midnight on its first day and includes the whole of the last. Leave both days empty to do without a phase.
settings-from = First day
settings-to = Last day
settings-limits = Lengths
settings-title-max = Length of a title, in characters
settings-text-max = Length of a contribution, in characters
settings-save = Save
settings-preview = Look before saving
settings-nothing = nothing
settings-part = Setting
settings-mine = Your version, not saved
settings-theirs = Version saved meanwhile
settings-conflict = Someone else saved meanwhile
settings-conflict-text = Nothing was overwritten. This is what differs. Saving again puts your version in the place of the other.
settings-conflict-drop = Drop my version and take up the one that is saved
settings-error-name = Give the edition a name.
settings-error-long = This line is longer than { $it } characters.
settings-error-zone = Choose a time zone of the list.
settings-error-congress = Give the day of the congress.
settings-error-question = An English question has no French words: write them, or empty both lines.
settings-who = Who may contribute
settings-invitation = Invitation code
settings-invitation-hint = Leave empty for anyone to contribute. With a code, only those who are signed in and those who give it contribute; it is printed on the poster.
settings-error-invitation = Choose a code of { $least } to { $most } letters or digits.
settings-error-limit = Choose a number between { $least } and { $most }.
settings-error-day = { $it }: a day is missing. Give the first and the last, or neither.
settings-error-date = { $name }: “{ $given }” is not a date. Write for instance 07/10/2027.
settings-error-backwards = { $name }: the end ({ $to }) comes before the beginning ({ $from }).
settings-error-overlap = { $name }: begins ({ $from }) before the end of the phase before it, { $before } ({ $to }).
settings-error-outside = The congress opens outside the phase Congress. Make them agree.
preview-title = Preview.
preview-text = Nothing is saved, and the form cannot be sent from here.
preview-back = Back to the settings
preview-home = See the home page
preview-form = See the form
schedule-in = { $count ->
    [0] today
    [one] in { $n } day
   *[other] in { $n } days
}
schedule-meanwhile = Someone changed the edition meanwhile: nothing was overwritten. Read the proposal again before accepting it.
schedule-to-settings = Settings of the edition
schedule-short = What is too short
schedule-enough = Each phase has the time it needs.
schedule-days = Countdown
schedule-when = D-day, date
schedule-what = What happens
schedule-today = Today
schedule-zone = Days of the time zone: { $it }. Phases open and close by themselves.
schedule-opens = Opens: { $it }
schedule-closes = Last day: { $it }
schedule-invite = To do: send invitations, letters and paper forms
schedule-remind = To do: remind who has not answered
schedule-last-reminder = To do: last reminder
schedule-congress = Congress
schedule-move = Change the day of the congress
schedule-move-text = The site proposes phases that follow from it; you accept them or not.
schedule-propose = Propose a schedule
schedule-error = Give a day to come, for instance 07/10/2027.
schedule-proposal = For a congress on { $it }
schedule-phase = Phase
schedule-then = Proposal, present dates
schedule-now = At present: { $it }
schedule-accept = Accept this schedule
schedule-keep = Keep the present one
short-none = { $count ->
   *[other] No collection is planned: nobody will be able to contribute.
}
short-collection = { $count ->
    [one] The collection lasts { $n } day; six weeks leave each municipal council the time to meet.
   *[other] The collection lasts { $n } days; six weeks leave each municipal council the time to meet.
}
short-invitation = { $count ->
    [0] The collection opens too soon for letters: fourteen days are needed to print and post them and to let two market days pass.
    [one] { $n } day is left before the collection opens; letters ask for fourteen.
   *[other] { $n } days are left before the collection opens; letters ask for fourteen.
}
short-classification = { $count ->
    [0] Nothing is planned for the classification; it takes four days.
    [one] The classification lasts { $n } day; it takes four.
   *[other] The classification lasts { $n } days; it takes four.
}
publish-lead = The edition appears on the site, for everyone, as soon as you press the button.
publish-missing = What is still missing
publish-missing-text = None of this prevents publication.
publish-button = Publish the edition
publish-look = Look at it once more
publish-done = This edition is published.
publish-blank = The day of the congress and the phases are missing.
publish-no-question = No question is asked: the form lets everyone speak of what they want.
publish-no-english = A question has no English translation.
publish-no-publisher = The legal notice is to be completed, in the file publisher.toml of the data folder.
title-editions = The editions
editions-lead = Each edition keeps its address: what was said there stays readable, and can be compared.
editions-congress = Congress on { $it }.
editions-present = Present phase: { $name }, { $dates }.
editions-next = Next phase: { $name }, { $dates }.
editions-over = Over.
editions-compared = What each has brought
editions-edition = Edition
editions-people = People
editions-territories = Territories
editions-few = fewer than { $it }
editions-how = People are those who signed their contribution, territories those that they named. No number of people or of territories under five is published.
editions-lasting = Lasting address:
editions-former = You are reading a past edition.
editions-present-one = Go to the present edition
clocks-summary = Overseas: on your own clock
clocks-caption = { $it }: opening and closing in local time
clocks-place = Territory
clocks-opens = Opens
clocks-closes = Closes

run-running = An analysis has been running since { $it }.
run-waiting = { $count ->
    [one] { $n } contribution waits for the next analysis, which begins five minutes after the last arrival, an hour after the first at the latest.
   *[other] { $n } contributions wait for the next analysis, which begins five minutes after the last arrival, an hour after the first at the latest.
}

# Bench
title-bench = Classing
title-structure = Questions and themes
title-rerun = Run the analysis again
title-like = All those like this one
title-decided = Publish the classing
bench-nothing-yet = Nothing to class yet: the engine has not read any contribution.
bench-undo = Undo
bench-redo = Redo
bench-piles = Piles and themes
bench-locked = locked
bench-read = seen
bench-empty = Nothing left in this pile.
bench-before = ← Previous ideas
bench-after = Next ideas →
bench-late = { $count ->
    [one] { $n } contribution came since; it awaits the next run.
   *[other] { $n } contributions came since; they await the next run.
}
bench-whole = The whole contribution
bench-jump = Go to the open idea
bench-find = Words in the ideas
bench-keep-query = Keep this search
bench-drop-query = Keep this search no longer
bench-contexts = See these words in context
title-contexts = Words in context
contexts-term = Words to look for
contexts-order = Order of the lines
contexts-order-none = that of the ideas
contexts-order-left = by what stands before
contexts-order-right = by what stands after
contexts-hint = Accents, capitals and endings do not matter; “form*” finds all words that begin so.
contexts-within = In the pile:
contexts-nothing = Nothing to look for: give at least one word with a meaning of its own.
contexts-found = { $it } in { $other }
contexts-places = { $count ->
    [one] { $n } use
   *[other] { $n } uses
}
contexts-as-pile = Class the ideas that use these words
title-notes = Notes
notes-count = { $count ->
    [0] No note
    [one] { $n } note
   *[other] { $n } notes
}
notes-by = { $by }, { $when }
notes-theme = On the theme
notes-proposition = On the proposition
notes-question = On the question
notes-idea = On the idea
notes-gone = On what is no longer there:
title-earlier = Already said
earlier-none = No earlier edition has published propositions on this site.
earlier-lead = For each, the published proposition that is nearest to it, as the engine sees it. Nearness goes from 0 to 1; it tells that both speak of the same thing, not that they want the same.
earlier-found = { $it } of { $other } resemble what was proposed before.
earlier-told = { $edition } ({ $year }), nearness { $score }
earlier-here = Already said?
title-day = Day of classing
day-none = Nobody has classed anything yet.
day-empty = Nothing was done on that day.
day-clock = (hours: { $it })
day-table = Ideas and gestures, hour by hour
day-hour = Hour
day-whole = In all
day-done = { $it }, { $other }
day-total = { $it }; { $pace } an hour
day-others = { $count ->
    [one] and { $n } other person
   *[other] and { $n } other people
}
day-gestures = Last gestures of the day
day-gesture = { $by }: { $it }
day-earlier = { $count ->
    [one] and { $n } gesture before
   *[other] and { $n } gestures before
}
bench-tick-all = Tick the whole list
pile-said = “{ $it }”
bench-tick = Tick idea { $it }
bench-unnamed = (no name: { $it })
bench-no-question = Under no question
bench-idea = Idea { $it }
bench-in-theme = In “{ $it }”
bench-confidence = confidence { $it }
bench-terms = Words of the theme that it uses:
bench-repeats = Repeats idea { $it }.
bench-repeated = { $count ->
    [one] { $n } other idea repeats it.
   *[other] { $n } other ideas repeat it.
}
bench-behind = Backs:
bench-to = Move to
bench-move = Move
bench-near = The engine hesitates with:
bench-new = New theme
bench-create = Create
bench-accept = Keep here
bench-to-sort = Back to sort
bench-off-topic = Off topic
bench-mark-empty = No content
bench-same = Ticked ones repeat it
bench-apart = It is not the same
bench-cut = Cut this idea in two
bench-cut-where = Where the second one begins
bench-cut-how = Put the cursor there, then Enter; without script, put the sign | there.
bench-cut-button = Cut
bench-mask = Personal data
bench-mask-words = Words to mask, as they are written
bench-mask-button = Mask
bench-mask-which = Mask “{ $it }”
bench-masked = Masked:
bench-unmask = Unmask
bench-unmask-which = Unmask “{ $it }”
like-lead = These are the ideas most like it, with how like they are and where they stand. Ticked: those that are { $it } like it or more and that nobody has placed yet. Untick those that are not.
like-itself = the idea itself
like-none = No other idea is like it enough.
like-to = Move the ticked ones to
like-accept = Keep the ticked ones where they are
like-back = ← Idea { $it }
bench-backs = Also backs
bench-back = Attach
bench-propose = New proposition
bench-propose-button = Write
bench-note = Note
bench-note-button = Note it
bench-unnote = Remove
bench-unnote-which = Remove the note “{ $it }”
bench-keywords = Keywords:
bench-this-theme = This theme
bench-locked-text = This theme is locked: ideas may join it, none leaves.
bench-unlock = Unlock
bench-lock = Lock
bench-name = Name
bench-rename = Rename
bench-question = Question
bench-group = Place
bench-into = Other theme
bench-merge = Merge with it
bench-order = Place just before
bench-split = Split into { $it }
bench-dissolve = Dissolve
bench-line = Definition in one line
bench-includes = Includes
bench-excludes = Excludes
bench-define = Save the definition
bench-this-proposition = This proposition
bench-words = Wording
bench-write = Reword
bench-adopt = Keep
bench-adopted = Kept.
style-title = Style
style-infinitive = begins with “{ $it }”: an infinitive would say better what is asked
style-one-demand = “{ $it }”: a second demand; one may want one without the other
style-who = does not say who is to act
style-hollow = “{ $it }”: commits nobody; what will have changed?
style-question = nobody votes on a question
style-length = more than { $count } words
style-typography = typography: write “{ $it }”
style-signs = typography: a quotation mark is alone
style-inclusive = “{ $it }”: the edition writes otherwise
bench-aside = Set aside: { $it }
bench-why = Reason
bench-set-aside = Set aside
bench-reopen = Take this decision back
bench-actor = Who should act
bench-level = At which level
bench-address = Save
bench-other = Other proposition
bench-fuse = Fuse into it
bench-oppose = Contradictory
bench-opposed = Contradicts:
bench-reconcile = Not contradictory
bench-unback = Does not ask for this proposition
bench-refused = Nothing was changed: { $it }
bench-meanwhile = Nothing was changed: someone modified “{ $it }” since that gesture.
bench-nothing = There is nothing to undo or redo.
bench-busy = Other people are classing at the same moment. Nothing was changed: try again.
bench-crossed = Nothing was changed: { $by } came before you ({ $when }: { $it }). See how it stands; if you make the same gesture again, it will be done.
bench-someone = someone
bench-no-gesture = There is no such gesture. Nothing was changed.
bench-which-words = These words are not in the contribution. Write them as they are there. Nothing was changed.
bench-which-cut = Where to cut? Put one sign | in the text, between two words, and change nothing else. Nothing was changed.
bench-which-ideas = Which ideas? Tick them in the list. Nothing was changed.
bench-which-theme = To which theme? Type its name. Nothing was changed.
bench-long = This text has { $length } characters; { $most } at most. Nothing was changed: shorten it.
bench-no-theme = No theme has this name, or several have: “{ $it }”. Nothing was changed.
structure-lead = Themes stand under questions, in the order in which everyone will read them. Every gesture can be undone.
structure-under = Place ticked themes under
structure-group = Place
structure-ask = New question
structure-ask-button = Ask this question
structure-adrift = Themes under no question
structure-reword = Reword or delete
structure-wording = Wording of the question
structure-word = Reword
structure-candidates = Other wordings that the engine offers:
structure-close = Delete the question
structure-closing = Its themes will be under no question; none will be lost.
structure-none = No theme under this question.
structure-tick = Tick “{ $it }”
structure-up = Move “{ $it }” up
structure-down = Move “{ $it }” down
behind-authors = { $authors }, { $once } if each campaign counts as one
map-see = See questions and themes on a map
map-lead = From questions to themes, from the widest to the most precise. Each question leads to its own map, with its propositions; each theme to what was said of it.
map-lead-question = The themes of this question and the propositions that come from them. Each word of the map leads to its page.
map-forms = Ways to see the map
map-tree = As a tree
map-radial = As a star
map-room = For a large screen
map-room-end = Leave the large screen
map-all = All questions
map-drawing = The map, drawn
map-list = The same map, as a list
map-files = To take away
map-file-tree = drawing as a tree (SVG)
map-file-radial = drawing as a star (SVG)
map-file-opml = outline (OPML)
map-file-mm = map for FreeMind or Freeplane (.mm)
behind-channel = { $it } { $channel }
behind-channel-once = { $it } { $channel } ({ $once } if each campaign counts for one)
uncovered-lead = What the selected propositions leave aside: first the themes that none comes from, the largest first, then the ideas that other themes leave without a proposition. Selected are the propositions adopted, and those of the engine as long as nobody has set them aside.
uncovered-none = Every classed idea stands behind a selected proposition.
uncovered-table = Themes and ideas without proposition
uncovered-theme = Theme
uncovered-propositions = Selected propositions
uncovered-ideas = Ideas without proposition
uncovered-of = of { $it }
uncovered-authors = Authors of these ideas
uncovered-territories = Territories
uncovered-more = { $count ->
    [one] One more theme also leaves ideas without proposition.
   *[other] { $n } more themes also leave ideas without proposition.
}
uncovered-minority = Minority ideas
uncovered-minority-lead = Few voices, yet each stays in sight: these propositions are in the annex, and each can be selected.
uncovered-minority-pile = Read all the ideas of weak signals
uncovered-minority-none = No weak signal is waiting.
bench-gestures = { $count ->
    [one] { $n } gesture
   *[other] { $n } gestures
}
bench-keys = Keyboard shortcuts
bench-keys-on = Turn shortcuts on
bench-key-j = next idea
bench-key-k = previous idea
bench-key-a = keep here
bench-key-m = move to another theme
bench-key-n = new theme
bench-key-s = back to sort
bench-key-o = off topic
bench-key-e = no content
bench-key-h = mask personal data
bench-key-c = cut in two
bench-key-l = all those like this one
bench-key-i = the ticked ideas repeat this one
bench-key-t = it is not the same
bench-key-d = note
bench-key-x = tick
bench-key-f = look for words
bench-key-w = keep the search, or no longer
bench-key-p = see to the pile
bench-key-u = undo
bench-key-r = redo
pile-to-sort = To sort
pile-doubtful = Low confidence
pile-between = Between two themes
pile-large = Themes too large
pile-duplicates = Duplicates
pile-campaigns = Campaigns
pile-controversies = Controversies
pile-to-complete = Proposals to complete
pile-disagreements = Disagreements
pile-mine = Mine
pile-weak-signals = Weak signals
pile-off-topic = Off topic
pile-empty = No content
act-accept = { $it }: kept
act-mask = idea { $it }: passage masked
act-unmask = idea { $it }: passage shown
act-cut = idea { $it } cut in two
act-same = { $it }: the same as { $other }
act-apart = { $it }: not the same
act-move = { $it } → “{ $other }”
act-to-sort = { $it } → to sort
act-off-topic = { $it } → off topic
act-empty = { $it } → no content
act-create = Theme created: “{ $it }”, { $other }
act-rename = Theme renamed: “{ $it }”
act-lock = Theme locked: “{ $it }”
act-unlock = Theme unlocked: “{ $it }”
act-merge = Themes merged into “{ $it }”
act-split = Theme split into { $other }: “{ $it }”
act-dissolve = Theme { $it } dissolved
act-define = Definition of “{ $it }”
act-order = Theme moved: “{ $it }”
act-group = “{ $it }” → “{ $other }”
act-ungroup = “{ $it }” → under no question
act-ask = Question asked: “{ $it }”
act-word = Question reworded: “{ $it }”
act-close = Question { $it } removed
act-propose = Proposition written: “{ $it }”
act-write = Proposition reworded: “{ $it }”
act-back = { $it } → “{ $other }”
act-unback = { $it }: does not ask for “{ $other }”
act-fuse = Propositions fused into “{ $it }”
act-oppose = “{ $it }” contradicts “{ $other }”
act-reconcile = “{ $it }” does not contradict “{ $other }”
act-address = Addressee of “{ $it }”
act-adopt = Proposition kept: “{ $it }”
act-set-aside = Proposition set aside: “{ $it }”
act-reopen = Decision taken back: “{ $it }”
act-note = Note on { $it }
act-unnote = Note { $it } removed
act-keep-query = Search kept: “{ $it }”
act-drop-query = Search no longer kept: “{ $it }”
act-undone = Undone: { $it }
act-redone = Redone: { $it }
act-rerun = Analysis run again: { $it } more
rerun-lead = The engine reads again all that was received, starting from your classing. What you placed, named, wrote or locked stays as it is; only new ideas and those to sort look for their theme. The public site changes only when you publish.
rerun-none = No contribution has come since the last analysis.
rerun-button = Run the analysis again
rerun-asked = The analysis was asked for: it begins within a minute.
rerun-running = The analysis has been running since { $it }. You may go on classing.
rerun-failed = The last analysis did not succeed: { $it }
rerun-brought = What the run of { $it } brought
rerun-late = New ideas
rerun-to-sort = Of which to sort
rerun-aside = Of which without content or off-topic
rerun-themes = New themes
rerun-found = Ideas that were to sort, now in a theme
rerun-gone = Ideas whose text was changed or withdrawn
rerun-where = Where ideas go
rerun-theme = { $it }: + { $other }
rerun-more = { $count ->
    [one] and { $n } other theme
   *[other] and { $n } other themes
}
rerun-proposal = What the engine would change
rerun-proposal-lead = Grouping everything again, the engine would put elsewhere these ideas that nobody placed. Nothing is done without your consent, and everything can be undone.
rerun-nothing = Nothing: grouping everything again, the engine would change nothing of what may change.
rerun-see = { $count ->
    [one] See what { $n } proposal of the engine would change
   *[other] See what { $n } proposals of the engine would change
}
rerun-grains = Coarser or finer themes
rerun-grains-lead = The engine tried several granularities. Each first shows what it would change of the themes of today; accept all of it, theme by theme, or idea by idea. Locked themes and ideas placed by hand do not move.
rerun-grain = { $it }, stability { $stability }
rerun-grain-wanted = Granularity of the themes proposed
rerun-grain-same = as today
rerun-grain-hint = With another granularity your themes stay: the engine proposes what it would change, and you accept it or not.
rerun-grain-kept = (chosen by the engine)
title-changes = What would change
changes-lead = { $count ->
    [one] This is what would change if ideas were grouped in { $n } theme. Nothing is done without your consent, and everything can be undone.
   *[other] This is what would change if ideas were grouped in { $n } themes. Nothing is done without your consent, and everything can be undone.
}
changes-back = Go back and change nothing
changes-themes = What themes would become
changes-where = Where ideas would go
changes-drawing = Drawing: where ideas would go
changes-drawing-alt = On the left the themes of today, on the right those after; in colour, the ideas that would change theme. The table below says the same.
changes-table = Ideas that would change theme
changes-from = From
changes-to = To
changes-ideas = Ideas
changes-more = { $count ->
    [one] and { $n } other line
   *[other] and { $n } other lines
}
changes-offers = Accept theme by theme
changes-one-by-one = { $count ->
    [one] See this idea
   *[other] See the { $n } ideas one by one
}
changes-accept-offer = Accept all for this theme
changes-all = All proposals
changes-none-left = Nothing to accept here: it is done already, or someone placed these ideas meanwhile.
changes-now = Today
changes-then = After
changes-no-theme = in no theme
changes-new = new, out of “{ $it }”
changes-merged = Merged: { $it } → { $other }
changes-split = Split: { $it } → { $other }
changes-made = New: { $it }
changes-vanished = Left without ideas: { $it }
changes-ideas-moved = Ideas moved
changes-themes-merged = Themes merged
changes-themes-split = Themes split
changes-themes-new = New themes
changes-themes-vanished = Themes emptied
rerun-new-theme = { $it } → a new theme
rerun-from = “{ $it }”
rerun-accept = Accept
rerun-accept-all = Accept all
rerun-later = { $count ->
    [one] { $n } more proposal of the engine, shown next.
   *[other] { $n } more proposals of the engine, shown next.
}
rerun-accepted = { $count ->
    [one] { $n } gesture made: it is undone like the others.
   *[other] { $n } gestures made: they are undone like the others.
}
presence-idea = { $it } { $who ->
    [one] is
   *[many] are
} looking at this idea too.
presence-theme = { $it } { $who ->
    [one] is
   *[many] are
} looking at this theme too.
presence-pile = { $it } { $who ->
    [one] is
   *[many] are
} looking at this pile too.
assign-kept = { $it } sees to it.
assign-mine = You see to it.
assign-free = Nobody sees to it yet.
assign-take = I see to it
assign-leave = I no longer see to it
assign-to = Give to someone
assign-whom = To whom
assign-give = Give
assign-meanwhile = Nothing was changed: someone else decided meanwhile. Look at how it stands.
title-codings = Double coding
codings-lead = Two or three people class the same ideas, each alone, without seeing what the engine or the others say. One then sees where they agree, and which definitions to write again.
codings-one = { $it }, drawn on { $when }
codings-far = { $it }: { $done } of { $ideas }
codings-mine = Code my ideas
codings-under-way = Not everyone has finished. Closing now ends the coding: the answers given so far will be compared.
codings-all-done = Everyone has finished. Once the coding is closed, answers no longer change.
codings-close = Close the coding and compare
codings-draw = Draw a sample
codings-draw-text = Ideas are drawn from each theme, two at least, more from the larger ones. Repeated ideas are read once only. Definitions of themes are shown as they are when the sample is drawn: better write them before.
codings-size = Number of ideas
codings-size-wrong = Give a number from 10 to 500.
codings-coders = Who codes
codings-coders-wrong = Choose two or three people.
codings-draw-button = Draw the ideas
title-agreement = Agreement between people
agreement-closed = Coding closed on { $it }.
agreement-people = α between people
agreement-with-engine = α with the engine as one person more
agreement-divided = Ideas that people class differently
agreement-engine-alone = Ideas that the engine alone classes differently
agreement-how = Krippendorff’s α is 1 when everyone says the same, and 0 when people agree no more than by chance. From 0.80 on, agreement is good; from 0.667 to 0.80, it calls for care; below, the definition is to be written again. The interval says between which bounds it would be found 95 times in 100 if other ideas like these were drawn.
agreement-pairs = Two by two
agreement-pair = { $one } and { $other }: α { $alpha }, same answers: { $same } of { $both }
agreement-engine = the engine
agreement-codes = Theme by theme
agreement-codes-text = For each theme, α says whether people agree to put an idea there or not, all other themes counting as one. The name leads to the theme, where its definition is written again.
agreement-ideas = Ideas that someone puts there
agreement-alpha = α (95% interval)
agreement-with = α with the engine
agreement-reading = Reading
agreement-interval = { $low } to { $high }
agreement-good = good agreement
agreement-tentative = to be taken with care
agreement-weak = weak agreement, to define again
agreement-unknown = nothing to compare
title-disputes = Disagreements to settle
settle-lead = Each choice is a gesture of the bench: the idea goes there, or stays there, and the choice is undone like any other.
settle-left = { $count ->
    [0] No disagreement left to settle.
    [one] One disagreement to settle.
   *[other] { $n } disagreements to settle.
}
settle-later = { $count ->
    [one] One more idea comes next.
   *[other] { $n } more ideas come next.
}
settle-who = Who said what
settle-idea = Idea
settle-key-1 = first choice; 2, 3… for the next ones
settle-key-m = put in another theme
title-code-ideas = Code ideas
code-left = { $it } to code of { $all }
code-before = Previous idea
code-said = You answered: { $it }.
code-to = Theme of the highlighted idea
code-say = Confirm
code-to-sort = No theme fits
code-book = The themes
code-book-text = Write the beginning of the name, or choose here. Do not look at the bench while you code: it is your opinion that counts.
code-over = All done
code-over-closed = The coding is closed: answers no longer change. Thank you.
code-done = You have coded all the ideas. Thank you! You may still change an answer as long as the coding is not closed.
code-which = Which theme? Write the beginning of its name. Nothing was kept.
code-no-theme = No theme begins so, or several do: “{ $it }”. Nothing was kept.
code-includes = Includes: { $it }
code-excludes = Excludes: { $it }
code-keywords = Keywords: { $it }
code-key-m = write the theme
code-key-s = no theme fits
code-key-p = previous idea
decided-nothing = No gesture was made yet: the site already shows what the engine found.
decided-lead = The site will show this classing, and each contributor will find their ideas in it. One may go on classing, then publish again.
decided-sum = Contributions
decided-gestures = Gestures
decided-hash = Hash of the state
decided-button = Publish the classing
decided-back = Go on classing
decided-missing = Before publishing
missing-question = Theme “{ $it }” is under no question.
missing-name = Theme “{ $it }” has no name.
missing-source = Proposition “{ $it }” comes from no classed idea.

# Map of ideas, screen of a room, order of questions, days
title-ideas-map = Map of ideas
title-screen = Screen of the room
title-bench-screen = Screen of the room, while classing
ideas-map-see = See all ideas on a map
ideas-map-lead = Each dot is an idea, near those that resemble it. Each zone is a theme; its colour is that of its question.
ideas-map-leads = A zone leads to its theme.
ideas-map-stays = An idea stays where the analysis put it by its words; the zone around it says which theme it is in today. A theme in several pieces has thus been brought together by people.
ideas-map-table = The same map, as a table
ideas-map-list = The themes of the map
ideas-map-theme = Theme
ideas-map-ideas = Ideas
ideas-map-lies = On the map
ideas-map-nearest = Nearest themes
ideas-map-top-left = top left
ideas-map-top = top
ideas-map-top-right = top right
ideas-map-left = left
ideas-map-middle = in the middle
ideas-map-right = right
ideas-map-bottom-left = bottom left
ideas-map-bottom = bottom
ideas-map-bottom-right = bottom right
ideas-map-svg = drawing (SVG)
ideas-map-png = picture (PNG)
map-file-tree-png = picture as a tree (PNG)
map-file-radial-png = picture as a star (PNG)
map-all-files = all files, with their sizes
formats-png = The mind map as a tree, as a picture (PNG), for a slide or a message
formats-png-radial = The mind map as a star, as a picture (PNG)
formats-ideas-svg = The map of ideas with its zones (SVG)
formats-ideas-png = The map of ideas, as a picture (PNG)
screen-see = Show on the screen of a room
screen-of-bench = Show on the screen of the room
screen-ways = What the screen shows
screen-whole = Everything
screen-funnel = Funnel
screen-map = Mind map
screen-ideas = Map of ideas
screen-leave = Leave the screen
screen-lost = The connection is lost: these figures are the last received.
screen-reloads = This page reloads every minute.
screen-still = Stop reloading
screen-unnamed = Theme without a name
screen-contributions = { $count ->
    [one] contribution
   *[other] contributions
}
screen-of-ideas = { $count ->
    [one] idea
   *[other] ideas
}
screen-themes = { $count ->
    [one] theme
   *[other] themes
}
screen-questions = { $count ->
    [one] question
   *[other] questions
}
screen-propositions = { $count ->
    [one] proposition
   *[other] propositions
}
act-order-question = Question moved: “{ $it }”
days-title = Every day
days-table = What was done each day
days-day = Day
days-people = People
days-gestures = Gestures
days-ideas = Ideas read
days-pace = Ideas an hour

# Method
title-method = Method
method-lead = What was received, what the machine did, what people decided, and how to check it. Every figure of this page can be counted again.
method-received-title = What was received
method-received = { $sum }. { $authors }, { $territories } territories.
method-machine = What the machine did
method-cut = It cut the contributions into { $it }, without losing a letter.
method-grouped = It gathered them by likeness into { $it }, and proposed their names and the questions.
method-worded = It drew { $it } from the very words of the contributions, by numbered rules: no sentence is made up.
method-time = This run took { $seconds } s; it read the contributions received until { $when }.
method-same = The same contributions give the same results, to the byte.
method-people = What people decided
method-nobody = Nobody has changed anything yet: the site shows what the machine proposes.
method-gestures = People who classed: { $people }. Gestures: { $gestures }, of which { $undone } undone. Ideas left where the machine put them without anyone saying they had read them: { $rest }.
method-ideas = Ideas read and kept in place: { $read }; moved from one theme to another: { $moved }; put in a theme when they were in none: { $in }; taken out of the themes: { $out }.
method-joined = Ideas cut in two: { $cut }; said to be the same as another: { $joined }; said not to be although the machine thought so: { $parted }.
method-judged = Ideas in no theme, but for another reason than that of the machine (off topic, without content, to sort): { $it }.
method-masked = Passages of personal data masked: { $it }.
method-themes = Themes found by the machine: { $found }; renamed: { $renamed }; merged or dissolved: { $gone }; made by people: { $new }.
method-propositions = Propositions kept by a person: { $adopted }; reworded: { $reworded }; set aside or fused into others: { $aside }; written by people: { $new }.
method-coding = Would two people class alike?
method-coding-none = This was not measured: no sample of ideas was coded by several people.
method-coding-one = Ideas drawn at random from all themes: { $ideas }, coded by { $coders } people, each without seeing the answers of the others or of the machine. Their agreement, Krippendorff’s α, is { $alpha } (between { $low } and { $high }); with the machine as one coder more, { $engine }. Ideas on which they do not agree: { $divided }; disagreements settled one by one: { $settled }; left: { $left }.
method-annex = All this is also in a document to take away, every figure of which can be counted again from the files.
method-annex-link = The methodological annex
method-check = How to check it
method-check-text = Every gesture is written in a journal where nothing can be erased; the hashes below all depend on it. The open files let anyone count again.

# Documents
title-attachments = Attached documents
title-attachments-of = Documents attached to contribution { $it }
attachments-lead = { $count ->
    [0] No document is attached.
    [one] One document is attached.
   *[other] { $n } documents are attached.
}
attachments-care = Their authors entrusted them to the team. Those that are not published are passed on to nobody.
attach-title = Attach a document (optional)
attach-choose = Choose documents
attach-limits = PDF, ODT, DOCX, or images in JPEG, PNG, WebP. { $size } each, { $most } in all. Photos lose their place, date and device; other documents are kept as they are.
attach-publish = Publish these documents too. Without this tick, only you and the congress team can read them. A published document must bear no signature, telephone number or address.
attach-read = Attach and read
attach-read-hint = Is your text in the document? Leave the text field empty: it will be filled in, and you will read it before sending.
attach-kept = Attached documents
attach-joined = Your documents are attached. Nothing is sent yet.
attach-filled = The text of the form comes from “{ $it }”. Read it, correct it, then send it: nothing is sent yet.
attach-public-which = Publish “{ $it }”
attach-gone-which = Remove “{ $it }”
attach-no-words = without readable text
attach-words = Read the text of “{ $it }”
attach-words-cut = The document goes on: only its beginning is given here.
attach-beside = They go with your contribution. The analysis reads the text of the contribution alone, not that of documents. You can add or remove some as long as the collection is open.
attach-not-read = These documents go with the contribution; the analysis reads its text alone.
attach-withheld = { $count ->
    [one] One attached document is not published.
   *[other] { $n } attached documents are not published.
}
attach-for-staff = Read it (for the team)
attach-is-public = Published
attach-is-private = Not published
attach-is-withheld = Not published, although its author wants it: it holds words masked in the contribution as personal data. Ask them for a copy without these words; they join it by changing their contribution.
attach-is-withheld-own = This document is not shown to the public: it holds personal data that the team masked in your text. To have it published, join a copy without them.
attach-withheld-masked = not published, because it holds personal data that the team masked; you may join a copy without them
attach-error-empty = “{ $file }” is empty.
attach-error-heavy = “{ $file }” weighs more than { $size }. Make it lighter, or attach a part of it.
attach-error-kind = “{ $file }” is neither a PDF, an ODT, a DOCX nor a JPEG, PNG or WebP image. Save it as PDF, for instance.
attach-error-old-word = “{ $file }” is a Word document from before 2007. Save it as DOCX or PDF.
attach-error-macros = “{ $file }” holds macros. Save it as DOCX without macros, or as PDF.
attach-error-encrypted = “{ $file }” is protected by a password. Attach a version that opens without it.
attach-error-swollen = “{ $file }” would weigh too much once unpacked. Save it as PDF, or make its images lighter.
attach-error-broken = “{ $file }” cannot be opened: it is damaged or incomplete. Save it again, then attach it.
attach-error-many = “{ $file }” is one too many: { $most } documents in all. Remove one first.
attach-error-full = The site cannot keep “{ $file }” at the moment. Send your text; you can attach the document later, from the receipt.
attach-error-invitation = Documents are kept only with the invitation code: attach them again with it.
offline-documents = No network. A document cannot wait on this device: keep this page open to send it later, or remove it. Your text will then leave by itself, and you can attach the document from the receipt.
downloads-attachments = Attached documents: contribution, type, weight, hash; their name if published
attach-published = published
attach-unpublished = not published

# The motion
title-motion = Motion
title-workshop = Workshop of the motion
title-versions = Versions of the motion
title-compare-versions = Compare two states of the text
motion-axis = Axis { $it }
motion-priority = Priority { $it }
motion-question = Question { $it }
motion-kind-axis = Axis
motion-kind-priority = Priority
motion-kind-question = Question
motion-clause = Clause { $it }
motion-clause-colon = Clause { $it }:
motion-clause-was = Clause { $now } (was { $was })
motion-clauses = { $count ->
    [one] { $n } clause
   *[other] { $n } clauses
}
motion-behind = { $count ->
    [one] { $n } contribution
   *[other] { $n } contributions
}
motion-open-remarks = { $count ->
    [one] { $n } remark without an answer
   *[other] { $n } remarks without an answer
}
motion-style = { $count ->
    [one] { $n } point to read again
   *[other] { $n } points to read again
}
motion-count-placed = { $n } in the text
motion-count-aside = { $n } set aside with a reason
motion-count-waiting = { $count ->
    [one] { $n } proposition to place
   *[other] { $n } propositions to place
}
motion-without-source = { $count ->
    [one] { $n } clause without a source
   *[other] { $n } clauses without a source
}
motion-account = { $total }: { $parts }.
motion-no-source = without a source
motion-no-source-text = This clause comes from no contribution: it was added while the text was drafted.
motion-from-propositions = { $count ->
    [one] It takes up one proposition
   *[other] It takes up { $n } propositions
}
motion-from-ideas = { $count ->
    [one] It comes from one idea
   *[other] It comes from { $n } ideas
}
motion-from-idea = Idea { $it }
motion-from-gone = Proposition { $it }, which is no longer there
motion-beside = Other clauses
motion-open-clause = Each clause opens on the contributions that it comes from.
motion-not-yet = The text has not been adopted yet. It will be published here, with what each of its clauses comes from.
motion-see-propositions = Read the propositions
motion-adopted = Adopted on { $it }
motion-adopted-at = Adopted on { $day } in { $place }
motion-votes = { $favour } in favour, { $against } against, { $abstentions } abstentions
motion-published-on = published on { $it }
motion-signed = Signed: { $it }
motion-version = Version
motion-seal = Digest (SHA-256)
motion-demand-proposed = The elected representatives gathered in congress ask:
motion-field-title = Title
motion-field-address = Whom the motion addresses
motion-field-reasons = Statement of reasons
motion-field-demand = Sentence that leads to the demands
motion-recitals = Recitals
motion-recitals-hint = One paragraph each, with an empty line between them.
motion-annexes = Annexes
motion-annex-title = Title of annex { $it }
motion-annex-text = Text of annex { $it }
motion-no-clause = This clause is no longer in the text: someone took it away or merged it with another.
motion-no-section = This part is no longer in the text.
motion-no-words = There are no words: write something before saving.
motion-no-part = One of the two parts would be empty.
motion-itself = A clause is not merged with itself.
motion-not-empty = This part still has clauses: move them first.
motion-no-reason = Say why this proposition is set aside.
motion-placed = This proposition is in a clause: take it out of the clause first.
motion-too-long = This text is too long; nothing was saved.
motion-unclear = This cannot be done here; nothing was changed.
motion-meanwhile = Someone changed this clause while you were writing. Nothing was saved: here is their text, and yours below. Saving will replace theirs.
motion-not-done = This was not done: the text is no longer as you saw it.
motion-adoption-unclear = Give the day of the adoption; all three numbers of votes, or none.
motion-decided-already = This suggestion has been answered already.
motion-did-type = wrote
motion-did-head = wrote the head or the annexes
motion-did-write = rewrote a clause
motion-did-add = added a clause
motion-did-remove = took a clause away
motion-did-split = cut a clause
motion-did-merge = merged two clauses
motion-did-move = moved a clause
motion-did-link = changed the sources of a clause
motion-did-to = said whom a clause addresses
motion-did-section = wrote a part
motion-did-sections = changed the order of the parts
motion-did-aside = decided on a proposition
motion-did-easy = wrote an easy-to-read version
motion-settled-by = Settled by { $it }
motion-offer-taken = Suggestion taken up.
motion-offer-left = Suggestion not taken up.
motion-version-kept = kept
motion-version-frozen = frozen
motion-version-published = published
motion-compared = From state { $from } to state { $to }.
motion-same = { $count ->
    [one] { $n } clause is the same.
   *[other] { $n } clauses are the same.
}
motion-fate-same = unchanged
motion-fate-changed = rewritten
motion-fate-moved = moved
motion-fate-new = added
motion-fate-gone = taken away
compare-signs = Words added are underlined between [+ and +]; words taken away are struck through between [− and −].
workshop-blank = The text begins from what was classed: questions become parts, propositions become clauses, and each one keeps the contributions that it comes from.
workshop-shape = Its shape
workshop-shape-is = { $it ->
    [questions] Questions and propositions: every proposition that was kept, under its question (as in 2022)
    [priorities] Priorities and levers: three clauses for each question, those with most support (as in 2021)
    [axes] Axes: a paragraph for each main theme, eight at most (as in 2019)
   *[blank] Nothing but a title: parts are added by hand
}
workshop-start = Begin the text
workshop-again = Begin the text again
workshop-again-text = Another text begins from what is classed today, in the shape that you choose. The present one stays in the history, from which it can be taken up; what is published does not change.
workshop-again-changed = Someone has changed the text since this page was opened: nothing was begun again.
workshop-public = See the public page
workshop-waiting = No proposition is lost: place it in the text, or say why it is set aside.
workshop-section-of = Part to place { $it } in
workshop-place = Place in the text
workshop-place-which = Place in the text: { $it }
workshop-why = Reason
workshop-aside = Set aside
workshop-aside-which = Set aside: { $it }
workshop-take-back = Take back
workshop-take-back-which = Take back: { $it }
workshop-head = Head, statement of reasons, recitals, annexes
workshop-save = Save
workshop-save-which = Save: { $it }
workshop-open = Open clause { $it }
workshop-section = { $it }: title, introduction, new clause
workshop-section-title = Title of the part
workshop-section-kind = What the part is called
workshop-save-section = Save the part
workshop-section-up = Move the part up
workshop-section-down = Move the part down
workshop-section-remove = Take the part away
workshop-lead = Introduction (a finding, a figure); may stay empty
workshop-save-lead = Save the introduction
workshop-new-clause = New clause
workshop-add-clause = Add the clause
workshop-new-section = Add a part
workshop-add-section = Add the part
rewrite-theirs = What someone has just written
rewrite-no-remark = Nothing to remark.
rewrite-from = Where it comes from
rewrite-unlink = Take away
rewrite-unlink-which = Take away: source { $it }
rewrite-link-label = Add a source
rewrite-link = Add
rewrite-text = The text
rewrite-words = Words of the clause
rewrite-words-hint = An empty line separates two paragraphs; “- ” opens an item of a list, “> ” a citation; *two stars* surround what is stressed.
rewrite-save = Save the clause
rewrite-up = Move up
rewrite-down = Move down
rewrite-merge = Merge with the next one
rewrite-remove = Take out of the text
rewrite-move-label = Put at the end of the part
rewrite-move = Move
rewrite-split-label = Cut before
rewrite-split = Cut
rewrite-to = Whom this demand addresses
rewrite-to-save = Save whom it addresses
rewrite-easy = Easy to read and understand
rewrite-easy-hint = The same demand, in short sentences and everyday words, read again by someone concerned.
rewrite-easy-save = Save the easy-to-read version
rewrite-lines = Numbered lines
rewrite-said = Remarks and suggestions
rewrite-offered = Other words, offered by { $it }
rewrite-stale = The clause has changed since this suggestion.
rewrite-answer = Answer
rewrite-take = Take up these words
rewrite-take-which = Take up these words: { $it }
rewrite-leave = Leave them
rewrite-leave-which = Leave them: the words of { $it }
rewrite-resolve = Settled
rewrite-resolve-which = Settled: remark of { $it }
rewrite-passage = Passage remarked (optional)
rewrite-comment = Remark
rewrite-comment-send = Send the remark
rewrite-offer = Offer other words
rewrite-reason = Reason (optional)
rewrite-offer-send = Send the suggestion
versions-nothing = Nobody has begun the text yet.
versions-keep-title = The text as it stands
versions-missing = Before freezing it:
versions-label = Name of the version (optional)
versions-keep = Keep this version
versions-freeze = Freeze the text
versions-freeze-hint = A frozen version is given a digest and no longer changes; the text of the workshop may go on.
versions-kept = Versions kept
versions-number = Version { $it }
versions-compare-now = Compare with the text as it stands
versions-compare-which = Compare with the text as it stands: version { $it }
versions-adoption = Adoption of version { $it }
versions-day = Day
versions-place = Place
versions-votes = Votes
versions-votes-hint = All three numbers, or none if the vote was not counted.
versions-favour = In favour
versions-against = Against
versions-abstentions = Abstentions
versions-told = How the vote took place
versions-signed = Signed by
versions-adopt = Record the adoption
versions-publish = Publish version { $it }
versions-history = History of the text
versions-see = See what changed
versions-see-which = See what changed at state { $it }
versions-restore = Go back to this state
versions-restore-which = Go back to this state: state { $it }
space-workshop = Workshop of the motion, by forms
contribution-in-motion = In the motion
contribution-in-motion-text = { $count ->
    [one] This contribution led to one clause of the text that was adopted.
   *[other] This contribution led to { $n } clauses of the text that was adopted.
}
proposition-in-motion = Taken up in the motion:
home-motion = The motion is adopted
home-motion-read = Read the motion
downloads-motion = The text of the motion, byte for byte the one whose digest is given
downloads-motion-version = Version of the motion, its digest, the analysis that it comes from
downloads-clauses = The clauses of the motion: text, propositions taken up, number of contributions
downloads-motion-lineage = Lineage of the motion: for each clause, the passages that it comes from
motion-copies = Take the text away
motion-copy-full = Whole text
motion-copy-two-pages = In two pages
motion-copy-easy = Easy to read and understand
motion-copy-for = What is asked of: { $it }
motion-copy-doublets = Without median points, in full words
motion-seal-of = of the file motion.json
motion-method-1 = Every contribution was read whole and cut into ideas. Ideas that meet form themes, themes form questions; each proposition takes the words of a contribution.
motion-method-2 = The machine proposes, people decide: each gesture of classing is in a journal that can be checked. From each clause one goes back to the sentences that it comes from; from each contribution, forward to its clauses.
versions-print = The draft on paper, with numbered lines
# Hand-over and follow-up
title-recipients = Recipients of the motion
recipients-lead = Whom the motion is handed to, and for how long each has not answered.
recipients-not-ready = No version of the motion is frozen: there is nothing to hand over yet. You can prepare the recipients already.
recipients-public = What everyone reads
recipient-handed = Handed over on { $it }.
recipient-retired = retired
recipient-is-retired = This recipient is retired: nothing more is handed to them, but what was handed over and what they answered remain.
recipient-answers = Their answers
recipient-change = Change
recipient-add = Add a recipient
recipient-add-button = Add
recipient-save = Save
recipient-retire = Retire
recipient-resume = Take up again
recipient-kind = Who are they?
recipient-name = Name of the office or institution
recipient-name-hint = As public pages will show it, such as “Ministry for Local Authorities”.
recipient-person = Person (optional)
recipient-person-hint = For letters only, such as “Madam Minister”.
recipient-address = Postal address (optional)
recipient-email = E-mail address (optional)
recipient-lang = Language of the letters
recipient-in-french = French
recipient-in-english = English
recipient-privacy = Only the name of the office is public. The person and the addresses serve for slips and letters alone, and stay among spokespersons.
recipient-no-name = Give the name of the office or institution.
recipient-no-email = This is not an e-mail address. Correct it, or leave the field empty.
recipient-president = Presidency of the Republic
recipient-government = Government
recipient-ministry = Ministry
recipient-group = Parliament
recipient-candidate = Candidacy
recipient-press = Press
recipient-other = Other
days-count = { $count ->
    [0] less than a day
    [one] { $n } day
   *[other] { $n } days
}
manner-hand = by hand
manner-post = by post
manner-email = by e-mail
reply-received = Receipt acknowledged
reply-replied = Answer without commitment
reply-committed = Commitment
reply-partly = Partial commitment
reply-refused = Refusal
reply-withdrawn = Answer withdrawn
silence-not-handed = The motion was not handed to them.
silence-days = { $count ->
    [0] No answer for less than a day.
    [one] No answer for { $n } day.
   *[other] No answer for { $n } days.
}
silence-received = { $count ->
    [0] Receipt acknowledged, no answer for less than a day.
    [one] Receipt acknowledged, no answer for { $n } day.
   *[other] Receipt acknowledged, no answer for { $n } days.
}
silence-broken = Answered.
due-by = By { $it }.
due-late = { $count ->
    [one] Overdue by { $n } day.
   *[other] Overdue by { $n } days.
}
section-axis = Axis { $number }. { $title }
section-priority = Priority { $number }. { $title }
section-question = Question { $number }. { $title }
title-hand-overs = Hand over the motion
hand-over-version = Version { $number }, { $state }, seal { $seal }…
hand-over-published = published
hand-over-frozen = frozen, not published yet
hand-over-nobody = There is nobody to hand it to.
hand-over-to = Whom was it handed to?
hand-over-day = On which day?
hand-over-manner = How?
hand-over-place = Where? (optional)
hand-over-delegation = By whom? (optional)
hand-over-delegation-hint = The members of the delegation, with commas between.
hand-over-record = Record the hand-over
hand-over-log = What was handed over
hand-over-csv = Download this register (CSV)
hand-over-by = by { $it }
hand-over-of = version { $it }
hand-over-slip = Slip
hand-over-cancel = Cancel
hand-over-cancel-which = Cancel the hand-over: { $it }
hand-over-cancelled = cancelled
hand-over-no-recipient = Tick at least one recipient.
hand-over-no-day = Give the day of the hand-over.
hand-over-later = The hand-over cannot be dated of a day to come.
title-hand-over-slip = Hand-over slip
slip-file = slip.pdf
slip-archive = slips.zip
slip-all = Every slip as PDF (ZIP)
slip-square = Square to scan: it leads to the page of what becomes of it
slip-print = Print this page twice: one for the recipient, one signed for the association.
slip-adopted = Adopted on { $it }
slip-at = , in { $it }
slip-votes = , by { $for } votes for, { $against } against and { $abstaining } abstentions
slip-clauses = { $count ->
    [one] It makes { $n } demand.
   *[other] It makes { $n } demands.
}
slip-day = Handed over on
slip-manner = Manner
slip-place = Place
slip-delegation = Delegation
slip-version = Version
slip-seal = SHA-256 of the text
slip-written = A written answer to each demand is expected. What becomes of it is published, day after day, at
slip-sign-delegation = For the delegation,
slip-sign-recipient = Received by,
title-answers = Answers: { $it }
answer-recorded = Answers recorded
answer-record = Record an answer
answer-correct-this = Correct this answer
answer-correct = Correct
answer-withdraw = Withdraw
answer-nothing-erased = Nothing is erased: correcting or withdrawing adds a line to the journal, and the former one no longer counts.
answer-source = Source
answer-letter = Document received
answer-bare = no document behind it
answer-words = Read the answer
answer-what = What did they answer?
answer-about = To what?
answer-on-all = The whole motion
answer-on-clause = Demand { $it }
answer-day = On which day?
answer-measure = Measure announced (optional)
answer-measure-hint = In a few words, such as “a fund of €10m”.
answer-due = By when? (optional)
answer-text = Text of the answer (optional, public)
answer-link = Where can it be read online? (optional, public)
answer-document = Document received (optional)
answer-document-hint = PDF, ODT, DOCX or image, { $it } at most.
answer-public = Publish this document. Check that it bears no telephone and no personal address.
answer-save = Record the answer
answer-no-clause = Say what they answer to: the whole motion, or one demand at least.
answer-both = Choose: the whole motion, or only the demands ticked.
answer-one-clause = A correction is of one answer: choose one demand.
answer-no-day = Give the day of the answer; it cannot be to come.
answer-no-due = This is not a date to be done by.
answer-no-link = The address must begin with https:// or http://.
answer-corrected-already = This answer was corrected or withdrawn already. Read the list above again.
title-ask-again = Asking again
again-lead = Those who have not answered, the longest silence first, with a letter ready to leave.
again-all = All
again-days = { $count ->
    [one] For { $n } day
   *[other] For { $n } days
}
again-for = { $count ->
    [0] less than a day
    [one] { $n } day
   *[other] { $n } days
}
again-nobody = Nobody is missing.
again-asked = Last asked on { $it }.
again-read = Read the letter
again-about = Subject:
again-mail = Open it in my mail, to { $it }
again-sent = I sent this letter
again-sent-which = I sent this letter: { $it }
again-subject = Motion “{ $edition }”: awaiting your answer
again-letter = On { $day }, we handed you the motion “{ $edition }”, which makes { $clauses } demands. After { $days }, we have received no answer from you.

    The elected officials who contributed expect a written answer to each of these demands. What each recipient answered is published here: { $address }

    We would be grateful if you would send us yours.
again-closing = Yours faithfully,
title-asked-before = Already asked?
asked-none = No earlier edition has published a motion on this site.
asked-lead = For each clause, the one of each earlier motion that is nearest to it, as the engine sees it. It speaks of the same thing; you say whether it asks the same thing. Nothing is public before you do.
asked-to-judge = To judge
asked-confirmed = Confirmed
asked-refused = Not the same
asked-same = It asks the same
asked-other = It does not
asked-forget = Take this back
asked-by-hand = Link two clauses
asked-clause = Clause of this text
asked-earlier = Clause of an earlier motion
asked-edition = { $edition } ({ $year })
asked-unclear = This clause is not, or no longer, in one of the two texts.
before-also = Also asked in
before-every = Asked in every motion since { $it }:
before-and = {" and "}
downloads-asked-before = Clauses of earlier motions, confirmed
title-follow-up = What became of the motion
follow-up-not-published = The motion is not published yet. When it is, this page will tell whom it was handed to, what each has answered, and for how many days the others have been silent.
follow-up-nobody = The motion is published. It has not been handed to anyone yet.
follow-up-handed = The motion was handed to { $count ->
    [one] one recipient.
   *[other] { $n } recipients.
}
follow-up-silent = { $count ->
    [one] One has not answered yet.
   *[other] { $n } have not answered yet.
}
follow-up-all-answered = Everyone has answered.
follow-up-answered = answered
follow-up-promises = Commitments made
follow-up-clauses = Demand by demand
follow-up-none-from = No answer: { $it }.
follow-up-received-by = Receipt acknowledged: { $it }.
follow-up-whole-from = Answered as a whole: { $it }.
follow-up-account = The account
follow-up-account-text = Each demand counts once for each recipient.
follow-up-feed = Follow these changes in a feed reader (Atom)
account-silent = No answer
account-received = Receipt acknowledged, no answer
account-replied = Answers without commitment
account-committed = Commitments
account-partly = Partial commitments
account-refused = Refusals
account-not-handed = Not handed over
account-total = In all
feed-handed = Motion handed over: { $to }, on { $day }
feed-answered = { $who }: { $reply } ({ $about })
space-recipients = Hand over the motion and follow the answers
title-recognise = Recognise your project in the motion
recognise-lead = Give the text of your territory’s project. The site looks for the demands of the motion that it joins; you tick those that are right, then you publish.
recognise-territory = Your territory
recognise-which = Several territories bear this name. Which one?
recognise-project = Text of the project
recognise-project-hint = Paste a page that presents it, an extract of a decision… It will be public.
recognise-document = Or a document
recognise-document-hint = PDF, ODT or DOCX, { $it } at most. Its text fills the field left empty; the file is not kept.
recognise-link = Where can this project be read online? (optional)
recognise-find = Look for demands
recognise-mine = My projects
recognise-published = published
recognise-waits = to be confirmed
recognise-others = All published projects
recognise-withdraw = Withdraw this project
recognise-withdraw-which = Withdraw this project: { $it }
recognise-no-territory = This territory is not in the official list. Check how it is spelt, or try the postcode.
recognise-several = Several territories bear this name: choose yours.
recognise-short = Give the text of the project, one sentence at least. A scanned document has no text that can be read: copy an extract.
confirm-lead = Tick the demands that your project truly joins: you decide.
confirm-none = Tick at least one demand, or withdraw this project.
confirm-nothing-near = No demand is like this project. You can choose some in the list.
confirm-near = Demands near your project
confirm-words = In your project:
confirm-far = See the other demands
confirm-far-legend = Other demands
confirm-publish = Publish
confirm-again = Save these demands
title-projects = Our projects join the motion
projects-not-published = The motion is not published yet. When it is, territories will be able to say here what their projects share with it.
projects-count = { $count ->
    [0] No territory has recognised its project in the motion yet.
    [one] One territory recognises its project in the motion.
   *[other] { $n } projects of territories recognise themselves in the motion.
}
projects-territories = { $count ->
    [one] { $n } project
   *[other] { $n } projects
}
projects-mine = Recognise my territory’s project
projects-table = Projects of territories
projects-territory = Territory
projects-joins = What it joins
projects-where = Where are they?
projects-map = Map of the départements: number of projects that join the motion. The table above names them all.
projects-none = no project
projects-between = { $from } to { $to } projects
projects-over = { $it } projects and more
projects-sections = Part by part
project-clauses = The demands that it joins
project-text = The project
project-since = Published on { $it }.
project-read = Read the project online
project-embed = Say so on your site
project-embed-text = Copy this code into a page of the territory’s site. The second line is a plain link, which is enough where your site takes no frames.
card-fictional = demonstration
card-read = { $count ->
    [one] Read the demand they share
   *[other] Read the { $n } demands they share
}
joins-axis = Our projects join axis { $it }
joins-axes = Our projects join axes { $it }
joins-priority = Our projects join priority { $it }
joins-priorities = Our projects join priorities { $it }
joins-question = Our projects join question { $it }
joins-questions = Our projects join questions { $it }
list-and = { $before } and { $last }
follow-up-recognised = Recognise themselves in it: { $it }.
title-testify = Clause { $it }: what was done
title-testimonies = What members say
testify-title = What was done, what was not
testify-members = Members say so. These are not the answers of those whom the motion was handed to.
testify-here = Say what was done where you are
testify-body = What was done, and what was not?
testify-hint = This text will be public: leave out telephone numbers, addresses and names of others.
testify-named = Publish my name beside it
testify-send = Publish
testify-closed = One can write here while the motion is followed up.
testify-no-words = Write a few words.
testify-long = This is too long: 2,000 characters at most.
testify-enough = You have written five times about this clause. Withdraw one of these texts to write another.
testify-not-yours = This text is not yours, or is withdrawn already.
testify-no-reason = Say why you withdraw this text: its author will read it.
testify-nothing = Nobody has written anything yet.
testify-someone = A member
testify-unnamed = { $it } (without their name in public)
testify-withdrawn = Withdrawn
testify-withdrawn-for = Withdrawn: { $it }
testify-withdraw = Withdraw
testify-withdraw-which = Withdraw what { $it } wrote
testify-why = Reason
follow-up-testimonies = { $count ->
    [one] One testimony.
   *[other] { $n } testimonies.
}
title-press = Press
title-press-desk = Prepare the press kit
press-not-ready = The press kit is not ready yet.
press-until = The press kit will be public on { $it }.
press-only-you = Until then, only spokespersons see what follows.
press-contributions = { $count ->
    [one] contribution received
   *[other] contributions received
}
press-questions = { $count ->
    [one] structuring question
   *[other] structuring questions
}
press-propositions = { $count ->
    [one] proposition
   *[other] propositions
}
press-text = The text adopted
press-said = They said it
press-said-text = These sentences come from contributions; their authors agree to be named.
press-more = To go further
press-contact = Contact
press-archive = press-kit.zip
press-take = The whole kit in one file (ZIP)
press-readme = README.txt
press-figures-file = figures.csv
press-quotations-file = quotations.txt
press-readme-head = Press kit – { $it }
press-readme-files = In this folder
press-readme-whole = the motion, whole text (PDF)
press-readme-short = what the motion asks, in two pages (PDF)
press-readme-figures = the figures
press-readme-quotations = sentences from contributions, whose authors agree to be named
press-readme-online = Online: { $it }
press-figures-head = figure,what it counts
press-embargo = When the kit becomes public
press-opens = The kit becomes public on { $it }, without anyone having to see to it.
press-no-embargo = No date is set: only spokespersons see the kit.
press-see = See the kit
press-day = Day
press-hour = Hour, on the clock of the edition
press-set = Set this moment
press-number = Number of the contribution
press-words = Sentence to quote
press-words-hint = Copy it as it is from the contribution.
press-quote = Add this quotation
press-unquote = Take back
press-unquote-which = Take back the quotation: { $it }
press-no-instant = Give a day and an hour.
press-no-contribution = No contribution bears this number.
press-not-named = The author of this contribution did not agree to be named: it cannot be quoted here.
press-other-words = These words are not in the contribution. Copy the sentence as it is.
# Drafting together
title-drafting = Drafting of the motion
space-draft = Draft the motion together
draft-lead = Several people can write at the same time; each sees where the others are.
draft-lead-reader = The text reads here while it is being written.
draft-no-script = This is the text as it was last saved. Writing together takes JavaScript; the forms of the motion let you write without it.
draft-saved = Saved
draft-sending = Sending… (#)
draft-offline = Offline: what you write is kept here
draft-closed = Offline: this page is no longer updated
draft-waiting = Connecting…
draft-reading = Up to date
draft-too-large = The text has become too long to be saved. Copy what you wrote last before you leave the page.
draft-refused = You can no longer write here. Copy what you wrote last before you leave the page.
draft-clause = Clause
draft-unsourced = without source
draft-axis = Axis
draft-priority = Priority
draft-question = Question
draft-title = Title of the motion
draft-address = Whom it speaks to
draft-reasons = Statement of reasons
draft-demand = What leads to the clauses
draft-recital = Recital
draft-section-title = Title of the part
draft-lead-in = What stands before the clauses
draft-annex = Annex
draft-alone = Nobody else is here
draft-with = Also here:
draft-text = Text of the motion
draft-tools = Drafting tools
draft-stress = Stress
draft-list = List
draft-quote = Quotation
draft-undo = Undo
draft-redo = Redo
draft-split = Split the clause
draft-join = Join with the one before
draft-up = Move the clause up
draft-down = Move the clause down
draft-add = New clause
draft-add-section = New part
draft-add-recital = New recital
draft-add-annex = New annex
draft-here = writes here
draft-keys = By keyboard
draft-keys-text = Tab leaves the text, Alt+F10 leads to the tools, Escape comes back from them. Enter makes a paragraph, Ctrl+Enter splits the clause, Ctrl+Shift+Enter makes a new one, Ctrl+Backspace at the beginning of a clause joins it with the one before, Alt+↑ and Alt+↓ move it, Ctrl+I stresses, Ctrl+Z undoes, Ctrl+Y redoes.
error-two-pages = This text does not fit in two pages
error-two-pages-text = Even in the smallest type that can be read, the motion takes more than two pages. The whole text can be downloaded from the page of the motion.

# A text written elsewhere, taken into the motion
title-take-in = Import a text into the motion
workshop-take-in = Import a text
take-in-lead = Was the text worked on elsewhere? Give the document: you will see what is understood of it before anything is written.
take-in-document = Document
take-in-hint = DOCX, ODT or Markdown, { $it } at most.
take-in-read = Read this document
take-in-rules = Headings become parts, numbered or bulleted items clauses (paragraphs, where there are none), “Considérant” at the opening recitals; the rest of the opening, the statement of reasons. A clause that did not change keeps its contributions, and so does one that was rewritten; a new one is marked “without a source”.
take-in-understood = Read in “{ $it }”:
take-in-becomes = What would become of the text
take-in-left = What is not taken in
take-in-nothing-yet = Nothing is written yet. If you accept, the present text is kept as a version and this one takes its place.
take-in-accept = Accept this text
take-in-other = Choose another document
take-in-annex = Annex
take-in-label = Before importing { $it }
take-in-rewritten = rewritten, keeps its sources
take-in-no-file = Choose a document.
take-in-meanwhile = Someone has written in the text since this was read. Here is what the import would give now.
take-in-nothing = No clause was recognised in “{ $it }”. Number the demands, or put them under headings.
take-in-long = “{ $it }” is too long for a motion: 500 clauses at most, and 20,000 characters for each text.
take-in-kind = “{ $file }” is neither a DOCX, nor an ODT, nor a text in Markdown (UTF-8). Save it in one of these formats.
take-in-old-word = “{ $file }” is a Word document from before 2007. Save it as DOCX.
take-in-macros = “{ $file }” holds macros. Save it as DOCX without macros.
take-in-swollen = “{ $file }” would weigh too much once unpacked. Take its images out.
take-in-field-new = { $it }: new text
take-in-field-gone = { $it }: not in the document, leaves the text
take-in-left-ours = what the site itself writes around the motion (state, figures, adoption, method, seal)
take-in-sections = { $count ->
    [one] { $n } part
   *[other] { $n } parts
}
take-in-clauses = { $count ->
    [one] { $n } clause
   *[other] { $n } clauses
}
take-in-recitals = { $count ->
    [one] { $n } recital
   *[other] { $n } recitals
}
take-in-annexes = { $count ->
    [one] { $n } annex
   *[other] { $n } annexes
}
take-in-kept = { $count ->
    [one] { $n } unchanged clause keeps its identity and its sources
   *[other] { $n } unchanged clauses keep their identity and their sources
}
take-in-changed = { $count ->
    [one] { $n } rewritten clause keeps its sources
   *[other] { $n } rewritten clauses keep their sources
}
take-in-new = { $count ->
    [one] { $n } new clause, without a source
   *[other] { $n } new clauses, without a source
}
take-in-gone = { $count ->
    [one] { $n } clause taken away; what it came from waits to be placed again
   *[other] { $n } clauses taken away; what they came from waits to be placed again
}
take-in-left-struck = { $count ->
    [one] { $n } tracked deletion: its words are gone
   *[other] { $n } tracked deletions: their words are gone
}
take-in-left-added = { $count ->
    [one] { $n } tracked insertion, taken as accepted
   *[other] { $n } tracked insertions, taken as accepted
}
take-in-left-comment = { $count ->
    [one] { $n } comment
   *[other] { $n } comments
}
take-in-left-note = { $count ->
    [one] { $n } footnote
   *[other] { $n } footnotes
}
take-in-left-image = { $count ->
    [one] { $n } image
   *[other] { $n } images
}
take-in-left-table = { $count ->
    [one] { $n } table: its words have become paragraphs
   *[other] { $n } tables: their words have become paragraphs
}
take-in-left-frame = { $count ->
    [one] { $n } text frame
   *[other] { $n } text frames
}
take-in-left-link = { $count ->
    [one] { $n } address of a link: its words are kept
   *[other] { $n } addresses of links: their words are kept
}
take-in-left-code = { $count ->
    [one] { $n } piece of code or HTML
   *[other] { $n } pieces of code or HTML
}
