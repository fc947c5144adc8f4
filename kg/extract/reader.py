"""The extractor: one document in, its agreements and claims out. Pure: no files, no network, no clock."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from kg.errors import UnsupportedLanguage
from kg.extract.bind import Finding
from kg.extract.calendar import Calendar, make_calendar
from kg.extract.clusters import Cluster
from kg.extract.conditions import settle_conditions
from kg.extract.dateforms import find_forms
from kg.extract.dates import DateMention, date_forms
from kg.extract.discourse import Discourse
from kg.extract.fold import Working, compose
from kg.extract.gate import may_leave_unnamed, may_name_acronym, may_speak
from kg.extract.identify import identify_language
from kg.extract.lexicon import Hit, Lexicon, load_lexicon
from kg.extract.merge import (
    complete_pairs,
    complete_states,
    drop_headlines,
    drop_unborn,
    drop_unfounded,
    merge_findings,
    settle_amendments,
    settle_departures,
    settle_initials,
    settle_order,
    settle_successions,
)
from kg.extract.mixed import join_extractions, may_be_mixed, part_languages
from kg.extract.places import load_gazetteer
from kg.extract.reference import find_reference_day
from kg.extract.sentences import Sentence, split_sentences
from kg.extract.unnamed import drop_unsure
from kg.extract.when import is_day_of_decision, is_near_anniversary
from kg.extract.zones import Zone, find_zones
from kg.languages import load_pack, role_forms, supported_languages
from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Mention, Person, Status


@cache
def load_calendar(code: str) -> Calendar:
    """Return the calendar of the language `code`, built once in a process."""
    return make_calendar(code, load_pack(code).calendar)


def read_document(document: Document) -> Extraction:
    """Return what `document` says of agreements; where no language is given, each paragraph in its own.

    Raises UnsupportedLanguage if its language has no pack or is not certain.
    """
    code = document.language or identify_language(document.text)
    is_supported = code in supported_languages()
    if document.language is None and (not is_supported or may_be_mixed(document.text)):
        parts = part_languages(document.text, supported_languages())
        if len(parts) > 1 or (parts and not is_supported):
            read = [read_text(document, language, text) for language, text in parts.items()]
            return join_extractions(document, read)
    if code is None or not is_supported:
        raise UnsupportedLanguage(
            f"language {code or 'unknown'} is not supported; kg reads {' '.join(supported_languages())}"
        )
    return read_text(document, code, document.text)


def read_text(document: Document, code: str, text: str) -> Extraction:
    """Return what `text`, all of `document` or its part in the language `code`, says of agreements."""
    working = compose(text)
    pack = load_pack(code)
    lexicon = load_lexicon(code)
    folded = lexicon.fold(working.text)
    marks = lexicon.find_marks(working.text, folded)
    is_unnamed = may_leave_unnamed(marks)
    if not (may_speak(marks) or is_unnamed or may_name_acronym(working.text, marks)):
        return Extraction(document=document, language=code)
    zones = find_zones(working.text, role_forms(code, "caption"), role_forms(code, "related"))
    sentences = split_sentences(working.text, code, pack.abbreviations, zones)
    sentences = around([mark.start for mark in marks], sentences, (folded, role_forms(code, "duo")))
    forms = list(find_forms(working.text, load_calendar(code)))
    dates = date_forms(working.text, forms, document.published)
    hits = find_hits(lexicon, (working.text, folded), sentences, dates)
    published = document.published or find_reference_day(working.text, zones, dates)
    if published != document.published:
        dates = date_forms(working.text, forms, published)
    discourse = Discourse(working.text, pack, load_gazetteer(), is_unnamed=is_unnamed)
    told = drop_unsure(discourse.read(sentences, hits, dates), discourse.clusters)
    founded = drop_unfounded(told, discourse.clusters)
    settle_order(founded, discourse.clusters)
    settle_successions(founded)
    settle_conditions(founded)
    settle_amendments(founded)
    settle_initials(founded)
    findings = drop_unborn(drop_headlines(merge_findings(founded), discourse.clusters))
    complete_states(findings, discourse.clusters)
    complete_pairs(findings, discourse.clusters)
    settle_departures(findings, discourse.clusters, discourse.leagues)
    mark_future(findings, published)
    return make_extraction(document, code, working, findings, discourse.clusters)


def find_hits(
    lexicon: Lexicon, texts: tuple[str, str], sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> list[Hit]:
    """Return the hits in the sentences, none that begins within a date (not 日韩 in 22日韩国)."""
    taken = (i for date in dates for i in range(date.start, date.end))
    inside = frozenset(taken) if lexicon.boundary == "none" else frozenset()
    return [hit for s in sentences for hit in lexicon.find(*texts, (s.start, s.end), inside)]


def around(marks: Sequence[int], sentences: Sequence[Sentence], duos: tuple[str, tuple[str, ...]]) -> list[Sentence]:
    """Return the sentences in which a mark stands, in order, and those before "the two leaders", who are told of there.

    `duos` are the folded text and the words for two persons.
    """
    starts = [sentence.start for sentence in sentences]
    marked = {bisect_right(starts, mark) - 1 for mark in marks}
    folded, forms = duos
    for number in sorted(marked) if forms else ():
        sentence = sentences[number]
        if number and any(folded.find(form, sentence.start, sentence.end) >= 0 for form in forms):
            marked.add(number - 1)
    return [s for n, s in enumerate(sentences) if n in marked]


def mark_future(findings: Sequence[Finding], published: str | None) -> None:
    """Make a plan of what is dated after the day of publication, and done what ran out or takes effect by then."""
    extended = {f.agreement for f in findings if f.event is Event.EXTENSION and f.status != Status.DENIED}
    for finding in findings if published is not None else ():
        day = (published or "")[: len(finding.date or "")]
        if finding.date and finding.date > day and finding.status == Status.DONE:
            finding.status = Status.PLANNED  # "takes effect on 20 February"
        if is_before_plan(finding, day) or is_of_celebration(finding, published or ""):
            finding.date = None
        if finding.entry["status"] != Status.PLANNED or finding.status != Status.PLANNED:
            continue
        if not finding.date:
            is_news = finding.scene.zone is Zone.HEADLINE and finding.event is Event.EXPIRY
            finding.status = Status.DONE if is_news else finding.status  # "Fishing deal runs out"
            continue
        has_run_out = finding.event is Event.EXPIRY and finding.date <= day and finding.agreement not in extended
        if has_run_out or (finding.event is Event.ENTRY_INTO_FORCE and finding.date == published):
            finding.status = Status.DONE  # "expires in 1999", "takes effect today"


def is_before_plan(finding: Finding, day: str) -> bool:
    """Tell whether the date of a plan is that of the decision: what is only planned on that day is not done by then."""
    if finding.status != Status.PLANNED or finding.date is None:
        return False
    return finding.date < day and is_day_of_decision(finding.scene, finding.at)


def is_of_celebration(finding: Finding, published: str) -> bool:
    """Tell whether the date of an act is the day on which its anniversary was kept."""
    return (finding.date or "")[:4] == published[:4] and is_near_anniversary(finding.scene, finding.at)


def make_extraction(
    document: Document, code: str, working: Working, findings: Sequence[Finding], clusters: Sequence[Cluster]
) -> Extraction:
    """Return the claims of the findings and the agreements they speak of, in the document's own offsets."""
    used = {n for f in findings for n in (f.agreement, f.replaced, f.by) if n is not None}
    agreements = tuple(make_agreement(clusters[n], working) for n in sorted(used))
    claims = tuple(make_claim(document, working, finding) for finding in findings)
    return Extraction(document=document, language=code, agreements=agreements, claims=claims)


def make_agreement(cluster: Cluster, working: Working) -> LocalAgreement:
    """Return a cluster as an agreement of the document."""
    spans = sorted({working.origin(title.start, title.end) for title in cluster.titles})
    return LocalAgreement(
        id=f"A{cluster.number + 1}",
        names=tuple(sorted(cluster.names, key=lambda name: -len(name))),
        kind=Kind(cluster.kind),
        year=cluster.year,
        parties=tuple(cluster.states),
        subjects=tuple(cluster.subjects),
        mentions=tuple(Mention(start=start, end=end) for start, end in spans),
    )


def make_claim(document: Document, working: Working, finding: Finding) -> Claim:
    """Return a finding as a claim with its sentence as evidence."""
    start, end = working.origin(finding.scene.start, finding.scene.end)
    return Claim(
        event=finding.event,
        agreement=f"A{finding.agreement + 1}",
        status=Status(finding.status),
        evidence=Evidence(start=start, end=end, quote=document.text[start:end]),
        rule=f"{finding.scene.pack.settings.code}:{finding.entry.form.text}:{finding.entry['voice']}",
        replaced=None if finding.replaced is None else f"A{finding.replaced + 1}",
        by=None if finding.by is None else f"A{finding.by + 1}",
        date=finding.date,
        place=finding.place,
        states=tuple(finding.states),
        persons=tuple(Person(name=p.name, state=p.state, office=p.office) for p in finding.persons),
        source=finding.source,
    )
