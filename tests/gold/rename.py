# SPDX-License-Identifier: Apache-2.0
"""Puts another name of its kind for every proper name of the gold set, in its texts and its annotation alike.

Persons word by word (so that "President Kerry" stays the person of "John Kerry"), countries with demonyms, capitals and
abbreviations, cities, states and regions; agencies, instruments and titled events keep the words that say what they are
("Department of ...", "... Act") and change those that tell them apart; acronyms follow; acts get other numbers. The United
Nations, its Security Council and its General Assembly stay: whose an act is decides how it is written.
"""
import itertools
import pathlib
import re
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
LEXICONS = HERE.parent.parent / "schemas" / "lexicons"

# What a name is called by its kind, and words that tell nothing apart: they stay.
HEADS = set("""Act Administration Agency Agreement Alliance Assembly Association Attacks Band Bank Ban Board Bureau Caucus Center
Centre Chamber Chapter Charter Club Coalition College Commission Committee Commonwealth Community Conference Congress Convention
Corporation Council Court Declaration Delegation Department Development Directorate Division Embassy Fund Forum Foundation Front Government
Group Headquarters House Initiative Institute Law League Luncheon Meeting Ministerial Mission Movement Museo Office Order
Organization Organisation Parliament Partnership Party Plan Plenary Police Program Programme Platform Report Representatives Retreat School
Secretariat Section Senate Service Services Session Society Square Grounds States Strategy Summit Treaty Trust Union United University Women
Annual Bipartisan Bilateral Chief Civil Criminal Comprehensive Constitutional Democratic Domestic Economic European Executive
Expanded Extended Federal Foreign Framework General Global Government Human Independent Informal Interagency International Joint Law Legal
Local Multinational Muslim National Nationwide New Permanent Policy Political Presidential President Public Regional Republican Senior Small
Southern Southwest Special Standing Strategic Support Temporary The Universal Virtual White Working World Ministry Minister Ministers Leaders
Inc. LLP Company Inc. Reform Review Seventh Ninth Second Third First XVI Heads Memorandum Understanding Title Resolution No.
Industries Interim Air Force Forces Army Navy Affairs Spokesperson Relations Rights Intergovernmental Cooperation
Authority Campaign Festival Greater Region Companies Operations Leadership Leaders’ Ministers’ People’s Years Exercise Nations Package Measures Regional County Coordinator Implementation Information U.S. U.K.""".split())
MONTHS = set("January February March April May June July August September October November December".split())
UNITED_NATIONS = re.compile(r"(the )?(UN|U\.N\.|U N|UNSC|UNSCR|United Nations?)('s|’s)?( Security Council| General Assembly)?$|"
                            r"(the )?(Security Council|General Assembly)$")
FIXED = ["District of Columbia", "North America", "South America", "Latin America", "Central America", "African American", "African Americans"]
VENUES = re.compile(r"\b(of|in|at|Headquarters|Peninsula|Hemisphere|House|Square|Grounds|Office|Secretariat|Department|Museo)\b")
PARTICLES = set("al bin bint de de la del da di van von der y e el ben ibn".split()) | {"Al"}
SUFFIXES = {"Jr.", "Sr.", "M.D.", "MD", "II", "III"}
LONGEST = 12  # words
TITLES = re.compile(r"\b(President|Minister|Secretary|Chancellor|Advisor|Envoy|Leaders)\b")
EVENT_HEADS = re.compile(r"\b(Summit|Conference|Forum|Festival|Meeting|Ministerial|Convention|Plenary|Retreat|Course)\b")


def is_acronym(word):
    return bool(re.fullmatch(r"[A-Z][A-Z0-9&]{1,7}", word)) and any(c.isalpha() for c in word)


def tells_kind(word):
    """"Act", "Ministries", "E.O.": what is said of the kind, or of the day."""
    return (word in HEADS or word.rstrip("s") in HEADS or word in MONTHS
            or re.fullmatch(r"(?:[A-Z]\.){2,}", word) is not None)


def initials(name):
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())


class Renamer:
    def __init__(self, golds, texts):
        self.texts = "\n".join(texts)
        lists = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
        self.lists = lists
        self.fresh = {kind: itertools.cycle([n for n in names if not self.seen(str(n))])
                      for kind, names in lists.items() if isinstance(names, list)}
        self.words = {}    # a word or phrase of the texts -> what stands for it
        self.given = {}
        self.subjects = {}
        self.entities = [e for g in golds for e in g["entities"]]
        lexicon = tomllib.loads((LEXICONS / "places.toml").read_text(encoding="utf-8"))["place"]
        self.cities = {p["name"] for p in lexicon if p["kind"] == "city"}
        self.common = set(tomllib.loads((LEXICONS / "words.toml").read_text(encoding="utf-8"))["common"].split())
        self.words["White House"] = "Kremlin"
        self.words["THE WHITE HOUSE"] = "THE KREMLIN"
        for phrase in FIXED:
            self.words[phrase] = phrase
        self.acts()
        self.countries()
        self.persons()
        self.places()
        self.named("Agency")
        self.named("Instrument")
        self.events()
        self.pattern = self.compile(self.words)

    def seen(self, name):
        return re.search(rf"\b{re.escape(name)}\b", self.texts) is not None

    def forms(self, kind):
        for entity in self.entities:
            if entity["type"] == kind:
                for form in (entity["name"], *entity["aliases"]):
                    yield re.sub(r"^(the|The|THE|an|this) ", "", form), entity

    # ---- kinds ----

    def acts(self):
        for form, entity in self.forms("Resolution"):
            council = re.fullmatch(r"S/RES/(\d+)(?: \((\d{4})\))?", form)
            assembly = re.fullmatch(r"A/RES/(\d+/\d+)", form)
            if council and council[1] not in self.words:
                number, year = next(self.fresh["security_council"])
                if council[2]:
                    self.words[f"{council[1]} ({council[2]})"] = f"{number} ({year})"
                self.words[council[1]] = str(number)
                self.words[f"S/RES/{council[1]}"] = f"S/RES/{number}"
            elif assembly and f"A/RES/{assembly[1]}" not in self.words:
                self.words[f"A/RES/{assembly[1]}"] = "A/RES/" + next(self.fresh["general_assembly"])

    def countries(self):
        table = {c["id"]: c for c in tomllib.loads(
            (LEXICONS / "countries.toml").read_text(encoding="utf-8"))["country"]}
        here = [i for i, c in table.items() if any(
            self.seen(f) for f in [c["name"], *c.get("aliases", []), *c.get("demonyms", [])])]
        likes = dict(self.lists["countries"])
        others = iter([i for i in likes.pop("others") if i not in here])
        for source in here:
            # A country that only a word of another sense brings in ("Georgia") is renamed like any.
            target = table[likes.get(source) or next(others)]
            for form in [table[source]["name"], *table[source].get("aliases", [])]:
                told = self.country_form(form, target)
                self.words[form] = self.words[form.replace("'", "’")] = told
            for demonym in table[source].get("demonyms", []):
                plural = demonym.endswith("s") and not demonym.endswith("ss")
                fits = [d for d in target["demonyms"] if d.endswith("s") == plural]
                self.words.setdefault(demonym, (fits or target["demonyms"])[0])
            if table[source].get("capital", "") not in (*self.words, ""):
                capital = table[source]["capital"]
                plain = "".join(c for c in unicodedata.normalize("NFD", capital) if not unicodedata.combining(c))
                self.words[capital] = self.words[plain] = target["capital"]
        self.words["Washington, D.C."] = self.words["Washington D.C."] = self.words["Washington"] = "London"
        self.words["Kiev"] = self.words.get("Kyiv", "Kyiv")

    @staticmethod
    def country_form(form, target):
        aliases = target.get("aliases", [])
        if re.fullmatch(r"[A-Z. ]{2,7}", form):
            fits = [a for a in aliases if "." in a and "." in form] or [a for a in aliases if a.isupper()]
        elif re.search(r"\b(Republic|Kingdom|Federation|State of)\b", form):
            fits = [a for a in aliases if re.search(r"\b(Republic|Kingdom|State of)\b", a)]
        else:
            fits = []
        name = "United Kingdom" if target["id"] == "GBR" else target["name"]
        return (fits or [name])[0]

    def persons(self):
        known = tomllib.loads((LEXICONS / "given_names.toml").read_text(encoding="utf-8"))
        female = set(known["female"])
        ends, inner = {}, {}
        for form, entity in self.forms("Official"):
            words = self.name_words(entity["name"])
            if words:
                ends[words[-1]] = None
            inner |= {w: None for w in words[:-1]}
            last = self.name_words(form)
            if last and last[-1] in words:
                ends[last[-1]] = None
        for word in [*ends, *inner]:
            if word in self.words:
                continue
            if re.fullmatch(r"([A-Z]\.)+", word):
                continue
            kind = "surnames" if word in ends else "female" if word in female else "male"
            self.words[word] = next(self.fresh[kind])

    @staticmethod
    def name_words(name):
        name = re.sub(r",.*| of .*", "", name)
        words = [w.strip("“”\"") for w in name.split()]
        return [w for w in words if w[:1].isupper() and w not in PARTICLES and w not in SUFFIXES
                and not re.fullmatch(r"([A-Z]\.)+", w) and not w.isupper()]

    def places(self):
        self.words |= self.lists["regions"]
        states = {"New Jersey", "New Hampshire", "New Mexico", "Texas", "Illinois", "California", "Virginia", "Delaware",
                  "Connecticut", "Arizona", "Michigan"}
        for form, _ in self.forms("Place"):
            for part in form.split(", "):
                bare = re.sub(r"( regions?|^city of |^village of )", "", part)
                if bare in self.words or bare in HEADS or not bare[:1].isupper() or UNITED_NATIONS.match(bare) or is_acronym(bare):
                    continue
                if bare in states:
                    self.words[bare] = next(self.fresh["states"])
                elif VENUES.search(bare):
                    self.words[bare] = self.retold(bare)
                elif re.search(r"\(|’", bare) is None:
                    self.words[bare] = next(self.fresh["cities"])

    def named(self, kind):
        acronyms = []
        # Those that stand for no longer name first, so that names which hold them follow.
        for form, entity in self.forms(kind):
            if is_acronym(form) and form == entity["name"] and form not in self.words and not UNITED_NATIONS.match(form):
                self.words[form] = next(self.fresh["acronyms"])
        for form, entity in self.forms(kind):
            if not re.search(r"[A-Z]", form) or form in self.words or UNITED_NATIONS.match(form) or form in HEADS:
                continue
            if len(form.split()) > LONGEST:  # a sentence for a title: only the names in it
                continue
            if is_acronym(form):
                acronyms.append((form, entity))
            elif form[:1].isupper() or form[:1].isdigit() or " " in form:
                self.words[form] = self.retold(form)
        for form, entity in acronyms:
            full = re.sub(r"\s*\(.*?\)", "", entity["name"])
            if form not in self.words:
                made = initials(self.words.get(full, ""))[:len(form)]
                self.words[form] = made if len(made) > 1 else next(self.fresh["acronyms"])
        # An acronym in brackets inside a longer form follows the acronym.
        for form, told in list(self.words.items()):
            if "(" in form:
                self.words[form] = re.sub(r"\(([A-Z&]{2,7})\)", lambda m: f"({self.words.get(m[1], m[1])})", told)

    def events(self):
        for form, _ in self.forms("Event"):
            words = [w for w in re.findall(r"[^\W\d_]{4,}", form)]
            if len(words) > 1 and not TITLES.search(form) and EVENT_HEADS.search(form) and all(w[0].isupper() for w in words) and form not in self.words:
                self.words[form] = self.retold(form)

    # ---- words ----

    def retold(self, phrase):
        """A name with other words where they tell it apart."""
        inner = self.compile(self.words)
        phrase = inner.sub(self.replacement, phrase) if inner else phrase
        kept = " ".join(self.words.values())
        content = [w for w in re.findall(r"[\w’'.‐-]+", phrase) if w[:1].isupper()]
        heads = [w for w in content if tells_kind(w)] + re.findall(r"(?<= )[a-z]{4,}$", phrase)  # "Roe report"
        unknown = [w for w in content if not tells_kind(w) and not is_acronym(w)
                   and not all(re.search(rf"\b{re.escape(part)}\b", kept) for part in w.split("-"))]
        if content and not heads and len(unknown) == len(content):
            return next(self.fresh["organisations"])

        def other(match):
            word = match[0]
            if word not in unknown or UNITED_NATIONS.match(word):
                return word
            if word not in self.subjects:
                kind = ("cities" if word in self.cities else
                        "subjects" if all(p.lower() in self.common for p in re.split("[’-]", word)) else "foreign")
                self.subjects[word] = next(self.fresh[kind])
            return self.subjects[word]
        parts = re.split(r"(Security Council|General Assembly|United Nations)", phrase)
        return "".join(p if i % 2 else re.sub(r"[\w’'.‐-]+", other, p) for i, p in enumerate(parts))

    @staticmethod
    def compile(words):
        longest_first = sorted(words, key=lambda w: (-len(w), w))
        forms = [r"\s+".join(re.escape(p) for p in w.split(" ")) for w in longest_first]
        upper = [r"\s+".join(re.escape(p) for p in w.upper().split(" ")) for w in longest_first
                 if len(w) > 3 and w != w.upper()]
        return re.compile(r"(?<![\w/])(?:" + "|".join(forms + upper) + r")(?![\w])") if words else None

    def replacement(self, match):
        found = match[0]
        key = " ".join(found.split())
        told = self.words.get(key)
        if told is None:
            told = next(t for w, t in self.words.items() if w.upper() == key).upper()
        # The line ends where it ended: after as many words.
        breaks = re.search(r"\s*\n\s*", found)
        if not breaks or " " not in told:
            return told
        words = told.split(" ")
        before = min(len(found[:breaks.start()].split()), len(words) - 1)
        return " ".join(words[:before]) + breaks[0] + " ".join(words[before:])

    def rename(self, text):
        return self.pattern.sub(self.replacement, text)

    def rename_gold(self, gold):
        """The annotation with every text in it renamed; ids, types and relations stay."""
        entities = [entity | {"name": self.rename(entity["name"]),
                              "aliases": [self.rename(a) for a in entity["aliases"]]}
                    for entity in gold["entities"]]
        relations = [r | {"evidence": self.rename(r["evidence"])} for r in gold["relations"]]
        return gold | {"entities": entities, "relations": relations}
