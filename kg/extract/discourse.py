"""Reading a document from its first sentence to its last: what is in focus, who is known, what is meant."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.acronyms import is_acronym_object
from kg.extract.acts import LEAGUES, OWN_ACTS, UNNAMED
from kg.extract.affixes import load_affixes
from kg.extract.annexes import annexes_of
from kg.extract.bind import Finding
from kg.extract.bodies import remember_lone
from kg.extract.clusters import Cluster, find_cluster
from kg.extract.dates import DateMention
from kg.extract.dating import dated_titles, signature_year
from kg.extract.definitions import is_definition
from kg.extract.duos import add_duos
from kg.extract.elided import find_with_elided
from kg.extract.headings import is_heading, share_year
from kg.extract.items import Item, make_items
from kg.extract.laws import find_law_signings
from kg.extract.lexicon import Hit
from kg.extract.namings import names_of
from kg.extract.neighbours import (
    ends_here,
    follows_replacement,
    is_apposition,
    is_named_by_quote,
    is_unknown,
    name_ahead,
    opponent_of,
    roles_around,
)
from kg.extract.pairing import both_of
from kg.extract.parties import add_pairs
from kg.extract.people import People
from kg.extract.places import Gazetteer
from kg.extract.pointers import add_pointed, remember_lists
from kg.extract.scene import COMMAS, Scene, group_of, is_list
from kg.extract.sentences import Sentence
from kg.extract.series import are_other_numbers, number_title
from kg.extract.standins import add_standins
from kg.extract.title import Title
from kg.extract.titles import find_titles
from kg.extract.unique import add_new
from kg.extract.yearlists import described, part_years, years_behind
from kg.extract.zones import Zone
from kg.languages import Pack, Settings

READ = frozenset([Zone.HEADLINE, Zone.BODY, Zone.CAPTION])
FOCUS_REACH = 4
TOPIC_WEIGHT = 3.0  # how far back the topic of a document still outweighs what was spoken of last
PRONOUN_WEIGHT = 1.0


class Discourse:
    """The state of reading one document."""

    def __init__(self, text: str, pack: Pack, gazetteer: Gazetteer, *, is_unnamed: bool = False) -> None:
        self.text = text
        self.pack = pack
        self.gazetteer = gazetteer
        self.people = People(pack, gazetteer)
        self.affixes = load_affixes(pack.settings.code)
        self.clusters: list[Cluster] = []
        self.aliases: dict[str, int] = {}
        self.listed: tuple[int, frozenset[str]] = (-1, frozenset())  # the sentence of a heading and its "older"
        self.spoken: dict[int, int] = {}
        self.gone: set[int] = set()
        self.leagues: frozenset[str] = frozenset()  # of states, told of in the document
        # No noun of an agreement stands in the text, but it speaks of one: told by what stands behind the verb.
        self.is_unnamed = is_unnamed and pack.settings.order == "svo"
        self.unlike = -9  # the last sentence that speaks of what is no agreement of states
        self.quotes = {pair[0]: pair[1] for pair in pack.settings.quotes if len(pair) == 2}

    def read(self, sentences: Sequence[Sentence], hits: Sequence[Hit], dates: Sequence[DateMention]) -> list[Finding]:
        """Return the findings of the document, sentence by sentence."""
        scenes = [self.make_scene(n, s, hits, dates) for n, s in enumerate(sentences) if s.zone in READ]
        self.place_all(scenes)
        codes = (entry["code"] for scene in scenes for item in scene.items for entry in item.states)
        self.leagues = LEAGUES.intersection(codes)
        add_pairs(scenes, self.clusters)
        add_duos(scenes)
        remember_lone(scenes)
        remember_lists(scenes)
        add_pointed(scenes)
        for scene in scenes:
            scene.known = {}
        alone = [find_with_elided(scene, self.gazetteer, None, frozenset()) for scene in scenes]
        told = [finding for findings in alone for finding in findings]
        result: list[Finding] = []
        for scene, findings in zip(scenes, alone, strict=True):
            result.extend(self.reread(scene, findings, [*told, *result]))
            result.extend(find_law_signings(scene, result, self.gazetteer))
        return part_years(result, self.clusters)

    def place_all(self, scenes: Sequence[Scene]) -> None:
        """Put the mentions of the document into clusters, an empty one if an agreement is spoken of and never named."""
        for scene, told in zip(scenes, (None, *(s.last_title for s in scenes)), strict=False):
            self.find_aliases(scene)
            add_standins(scene, self.text, told)
            for title, year in (*signature_year(scene), *dated_titles(scene)):
                title.year = title.year or year
            for title in scene.titles:
                self.place(scene, title)
            if has_lookalike(scene):
                self.unlike = scene.number
        if self.is_unnamed and not self.clusters:
            self.clusters.append(Cluster(0, is_unnamed=True))
        for cluster in self.clusters:
            is_named = any(title.is_named or title.rank == "head" for title in cluster.titles)
            for title in cluster.titles:
                title.cluster_named = is_named

    def reread(self, scene: Scene, findings: list[Finding], told: Sequence[Finding]) -> list[Finding]:
        """Return the findings of a sentence in the light of all that is told; nothing to do if no trigger is free."""
        opens = scene.triggers[:1] == [0] and self.pack.settings.order == "svo"  # its subject may be left out
        if {finding.at for finding in findings} >= set(scene.triggers) and not opens:
            return self.note(scene, findings)
        if self.clusters and self.clusters[0].is_unnamed:
            return find_with_elided(scene, self.gazetteer, 0, UNNAMED)
        focus = self.focus(scene)
        if focus is None:
            return self.note(scene, findings)
        events = frozenset(f.event for f in told if f.agreement == focus and f.event in OWN_ACTS)
        return self.note(scene, find_with_elided(scene, self.gazetteer, focus, events))

    def note(self, scene: Scene, findings: list[Finding]) -> list[Finding]:
        """Return the findings, and remember that their agreements were spoken of here, named or not."""
        self.spoken.update({finding.agreement: scene.number for finding in findings})
        self.gone.update(finding.replaced for finding in findings if finding.replaced is not None)
        return findings

    def make_scene(self, number: int, sentence: Sentence, hits: Sequence[Hit], dates: Sequence[DateMention]) -> Scene:
        """Return the sentence with its items, titles and persons."""
        first = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
        last = bisect_left(hits, sentence.end, key=lambda hit: hit.start)
        inside = [h for h in hits[first:last] if h.end <= sentence.end]
        when = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
        items = make_items(self.text, sentence.start, sentence.end, (inside, when), self.affixes)
        titles = find_titles(items, self.pack.settings, self.quotes)
        for title in titles:
            title.sentence = number
            self.learn_aliases(items, title)
            number_title(items, title)
            add_parties(items, title, self.pack.settings)
        scene = Scene(number, sentence.start, sentence.end, sentence.zone, self.pack, items, titles)
        taken = frozenset(i for title in titles for i in range(title.first, title.last + 1))
        scene.people = self.people.find(items, taken)
        return scene

    def learn_aliases(self, items: Sequence[Item], title: Title) -> None:
        """Keep the acronyms that a title defines in brackets."""
        for first, last in title.aliases:
            for item in items[first : last + 1]:
                if item.is_acronym or (first == last and item.text.isupper()):
                    self.aliases[item.text] = -1

    def find_aliases(self, scene: Scene) -> None:
        """Add a title for each acronym in the sentence that stands for an agreement."""
        for index, item in enumerate(scene.items):
            if item.text not in self.aliases and not (item.is_plain and is_acronym_object(scene, index)):
                continue
            if not scene.in_title(index):
                self.aliases.setdefault(item.text, -1)
                title = Title(index, index, index, None, words=[item.text.lower()])
                title.sentence, title.start, title.end = scene.number, item.start, item.end
                number_title(scene.items, title)
                scene.add(title)

    def place(self, scene: Scene, title: Title) -> None:
        """Put a mention into the cluster it belongs to, a new one if it is the first of its agreement."""
        names = names_of(scene, title, self.text)
        defined = self.defined(scene, title)
        same = self.renamed(scene, title) if defined is None else defined
        if same is not None:
            said = defined is not None and not title.is_proper  # "is a bilateral treaty": no name
            self.clusters[self.united(same, names) if title.is_quoted else same].add(title, [] if said else names)
            return
        told = [self.aliases[name] for name in names if self.aliases.get(name, -1) >= 0]
        known = [number for number in told if not are_other_numbers(title, self.clusters[number].titles)]
        roles = roles_around(scene, title)
        if "any" in roles or is_unknown(scene, title, roles):
            title.is_any = True
            return
        if is_heading(scene, title):
            self.listed = scene.number, roles & {"old"}
            share_year(scene, title)
            return
        roles |= self.listed[1] if self.listed[0] == scene.number else frozenset()
        pair = both_of(scene, title, self.clusters)
        others = self.apart_from(scene, title)
        known.extend(c.number for c in others for name in names[1:] if name.strip("《》「」『』") in c.names)
        cluster = self.clusters[known[0]] if known else find_cluster(name_ahead(scene, title), others, roles)
        if cluster is None and title.is_back:  # "the document, soon called the Treaty of X"
            cluster = find_cluster(title, others, roles)
        is_past = ends_here(scene, title)
        years = years_behind(scene, title)
        names = [f"{described(scene, title, self.text)}{years[0]}"] if years else names
        if cluster is None or years or cluster.is_other(title, names, roles, is_past=is_past):
            cluster = Cluster(len(self.clusters), is_private=self.follows_lookalike(title, roles), years=years)
            self.clusters.append(cluster)
        cluster.add(title, names)
        title.fellow = next((number for number in pair if number != cluster.number), -1)
        cluster.note(title, roles, is_past=is_past)
        for name in names:
            if name in self.aliases and self.aliases[name] < 0:
                self.aliases[name] = cluster.number

    def follows_lookalike(self, title: Title, roles: frozenset[str]) -> bool:
        """Tell whether a bare mention goes on with what is no agreement of states ("the merger deal. The deal ...")."""
        is_bare = not (title.is_named or title.year or title.states or "a" in roles)
        return is_bare and self.unlike in (title.sentence, title.sentence - 1)

    def apart_from(self, scene: Scene, title: Title) -> list[Cluster]:
        """Return the clusters that a mention may belong to: none of a fellow in a list or of its opponent."""
        group = group_of(scene, title)
        fellows = group[: group.index(title)] if is_list(scene, group) else []
        taken = {fellow.cluster for fellow in fellows}
        opponent = opponent_of(scene, title)
        if opponent is not None:
            taken.add(opponent.cluster)
        elif follows_replacement(scene, title):
            taken.add(self.focus(scene) or 0)
        taken.update(part.cluster for part in annexes_of(scene, title))
        free = [cluster for cluster in self.clusters if cluster.number not in taken and cluster.titles]
        return [cluster for cluster in free if not are_other_numbers(title, cluster.titles)]

    def united(self, number: int, names: Sequence[str]) -> int:
        """Return the cluster of an agreement whose other name is given: the one that has that name, if another has."""
        known = next((c for c in self.clusters if c.number != number and set(names) & set(c.names)), None)
        if known is None or len(self.clusters[number].titles) > 2:
            return number
        other = self.clusters[number]
        for title in other.titles:
            known.add(title, other.names)
        self.clusters[number] = Cluster(number)
        return known.number

    def renamed(self, scene: Scene, title: Title) -> int | None:
        """Return the cluster of the title before, if this one is its other name ("also known as", apposition)."""
        at = scene.titles.index(title)
        before = scene.titles[at - 1] if at else None
        if before is None or before.cluster < 0:
            return None
        between = scene.items[before.last + 1 : title.first]
        is_nickname = len(between) <= 7 and any("nickname" in item.roles for item in between)
        is_same = is_nickname or is_apposition(scene, before, title) or is_named_by_quote(scene, before, title)
        return before.cluster if is_same else None

    def defined(self, scene: Scene, title: Title) -> int | None:
        """Return the cluster of the title before, if this one only says what it is ("X is a treaty")."""
        at = scene.titles.index(title)
        before = scene.titles[at - 1] if at else None
        is_told = before is not None and before.cluster >= 0 and is_definition(scene, before, title)
        return before.cluster if before is not None and is_told else None

    def focus(self, scene: Scene) -> int | None:
        """Return the cluster that an elided agreement of the sentence stands for.

        Of those spoken of shortly before it is the one spoken of most: the topic, not what was named in passing.
        """
        told = {c.number: [t.sentence for t in c.titles if t.sentence < scene.number] for c in self.clusters}
        last = {number: max(sentences, default=-1) for number, sentences in told.items()}
        for number, sentence in self.spoken.items():
            last[number] = max(last[number], sentence)
        near = [c for c in self.clusters if last[c.number] >= max(0, scene.number - FOCUS_REACH)]
        standing = [c for c in near if c.number not in self.gone] or near  # "it replaced the memorandum. It ..."
        standing = [c for c in standing if c.is_told] or standing
        has_pronoun = any("pronoun" in item.roles for item in scene.items)
        topic = max(standing, key=lambda c: rank_of(c, last[c.number], scene, has_pronoun), default=None)
        return None if topic is None else topic.number


def add_parties(items: Sequence[Item], title: Title, settings: Settings) -> None:
    """Note the parties before a postposition "between" that stands before a title (Turkish, Hindi)."""
    index = title.first - 1
    if settings.order != "sov" or index < 0 or "between" not in items[index].roles:
        return
    parties: list[str] = []
    links = {"between", "and", "with"}
    while index > 0 and (items[index].states or items[index].roles & links or items[index].text in COMMAS):
        parties[:0] = items[index].states[0]["code"].split() if items[index].states else []
        index -= 1
    if items[index].states:
        parties[:0] = items[index].states[0]["code"].split()
    add_new(title.states, parties)


def rank_of(cluster: Cluster, last: int, scene: Scene, has_pronoun: bool) -> tuple[float, bool, int]:  # noqa: FBT001
    """Return how likely a sentence speaks of `cluster`, told of last in sentence `last`; a pronoun takes the latest."""
    if not has_pronoun:
        return last + min(cluster.weight, TOPIC_WEIGHT), cluster.is_new, -cluster.number
    told = max((t.start for t in cluster.titles if t.sentence < scene.number), default=-1)
    return last + min(cluster.weight, PRONOUN_WEIGHT), cluster.is_new, told


def has_lookalike(scene: Scene) -> bool:
    """Tell whether a sentence speaks of what has an agreement's name and is none of states (a merger agreement)."""
    free = (item for index, item in enumerate(scene.items) if item.lookalikes and not scene.in_title(index))
    return any(entry["class"] == "name" for item in free for entry in item.lookalikes)
