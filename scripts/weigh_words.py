"""Find what words weigh, and write `weights.tsv`, `kinds.tsv` and those of models (`ai.…`) of `resources/cues/`.

It is run by hand (`make weights`), never by the program. The sentences of `tests/cues/` that rules may be written by
(`...-dev`, `...-tune`) say what a text holds; the part to measure on (`...-test`) is never opened here. A logistic
regression gives every mark a number, which is rounded to a whole one. So the files can be read, compared and changed
by hand, and the program only adds.

What is printed are figures on texts of writers who were left out: of each fifth of the writers by weights from the
others.
"""

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from app.domain.notice import NoticeKind
from app.safety.noticing import NoticingRules, read_noticing_rules
from app.safety.weights import OF_MODELS, OF_PEOPLE, Said, is_mark

ROOT = Path(__file__).resolve().parent.parent
CUES = ROOT / "resources" / "cues"
SETS = ROOT / "tests" / "cues"
SCALE = 100
"""What a weight of one in the regression is written as."""
FEWEST_TEXTS = 3
"""In how many texts a mark stands at least."""
MOST_MARKS = 120_000
STRENGTH = 0.3
"""How far the regression trusts single texts: the inverse of its L2 penalty."""
FEWEST_OWN_WORDS = 4
SEED = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are weighed.

    Attributes:
        prefix: What the names of its files begin with.
        sets: Its sentences, in `tests/cues/`.
        kinds: What its words may speak of.
        other_kinds: What rules notice in it besides, and which is none of these.
        heard: What the rules say of a text of it.
        said: What that weighs. Set by hand: the rules know many of these sentences, so that a regression would trust
            them too much.
        false_alarms: Of hard negatives of writers who were left out: the limit is set by it.
        passed_over: Writers whose sentences the rules were written by, and writers asked for what is hardest (pairs
            that differ in a few words, one theme and its mirror): the limit is not set by them.
    """

    prefix: str
    sets: tuple[str, ...]
    kinds: tuple[NoticeKind, ...]
    other_kinds: tuple[NoticeKind, ...]
    heard: Callable[[NoticingRules, str], frozenset[Said]]
    said: Mapping[Said, int]
    false_alarms: float
    passed_over: re.Pattern[str]


PEOPLE = Voice(
    "",
    ("??-dev.jsonl", "??-tune.jsonl"),
    OF_PEOPLE,
    (),
    NoticingRules.said,
    {Said.EXPLICIT: 400, Said.IMPLICIT: 200, Said.EXPLICIT_TAKEN_BACK: -200, Said.IMPLICIT_TAKEN_BACK: 0},
    0.13,
    re.compile(
        r"..-(?:dev|[rx][0-9]*|teens|elders|plain|(?:long)?pairs|examples|still|plainly|spoken|late|dying|selfharm|harmed"
        r"|threats|plans|answers|understated|counselling|notes)|en-night"
    ),
)
MODELS = Voice(
    "ai.",
    ("ai-??-tune.jsonl",),
    OF_MODELS,
    (NoticeKind.DIAGNOSIS, NoticeKind.CLAIMS_HUMAN, NoticeKind.CLAIMS_MEMORY),
    NoticingRules.said_of_ai,
    # What the rules hold is held, whatever it weighs.
    {Said.EXPLICIT: 2000, Said.IMPLICIT: 2000, Said.EXPLICIT_TAKEN_BACK: -100, Said.IMPLICIT_TAKEN_BACK: 0},
    0.07,
    re.compile(r"..-(?:known|examples|starter)"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, or a few, and who wrote it."""

    text: str
    language: str
    label: str
    category: str
    kind: str | None
    writer: str

    @property
    def is_positive(self) -> bool:
        """Whether it speaks of harm."""
        return self.label != "none"


def read_texts(voice: Voice) -> list[Text]:
    """Read the sentences that rules may be written by."""
    texts = []
    for file in sorted(file for pattern in voice.sets for file in SETS.glob(pattern)):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                one = json.loads(line)
                language, writer = one["id"].removeprefix("ai-").split("-")[:2]
                texts.append(
                    Text(
                        one["text"],
                        one["language"],
                        one["label"],
                        one["category"],
                        one.get("kind"),
                        f"{language}-{writer}",
                    )
                )
    return texts


def own_words(rules: NoticingRules, voice: Voice) -> list[Text]:
    """Return what the program itself says on screen, in both languages: ordinary words of no person."""
    texts = []
    for message in ElementTree.parse(ROOT / "resources" / "translations" / "id.ts").iter("message"):
        for language, tag in (("en", "source"), ("id", "translation")):
            words = re.sub(r"[{][^}]*[}]|&", " ", message.findtext(tag) or "")
            if len(words.split()) >= FEWEST_OWN_WORDS and not voice.heard(rules, words):
                texts.append(Text(words, language, "none", "ordinary", None, f"{language}-program"))
    return texts


def examples(rules: NoticingRules, voice: Voice) -> Iterator[Text]:
    """Yield the examples of the rules on a voice: what they are for, and what they leave alone."""
    for rule in rules.rules.values():
        language = rule.id.split(".")[0]
        writer = f"{language}-examples"
        if rule.kind in voice.kinds:
            for text in rule.examples:
                yield Text(text, language, rule.strength, "examples", rule.kind, writer)
        if rule.kind in voice.other_kinds:
            for text in rule.examples:
                yield Text(text, language, "none", "examples", None, writer)
        for text in rule.not_examples if rule.kind in (*voice.kinds, *voice.other_kinds) else ():
            if voice.heard(rules, text).isdisjoint({Said.EXPLICIT, Said.IMPLICIT}):
                yield Text(text, language, "none", "examples", None, writer)


def among_others(texts: Sequence[Text]) -> Iterator[Text]:
    """Yield every third text between ordinary sentences, as it stands in what people write."""
    chance = random.Random(SEED)
    ordinary = {
        language: [one.text for one in texts if one.category == "ordinary" and one.language == language]
        for language in {one.language for one in texts}
    }
    for one in texts:
        beside = ordinary[one.language] or ordinary["id"]
        if chance.random() < 1 / 3 and beside:
            parts = [chance.choice(beside), one.text, chance.choice(beside)]
            parts = parts[: chance.choice((2, 3))] if chance.random() < 0.5 else parts[1:]
            joined = " ".join(part if part[-1:] in ".!?" else f"{part}." for part in parts)
            yield Text(joined, one.language, one.label, one.category, one.kind, one.writer)


class Marks:
    """The marks of every text of a voice, found once."""

    def __init__(self, rules: NoticingRules, voice: Voice) -> None:
        self._rules = rules
        self._voice = voice
        self._found: dict[str, list[str]] = {}

    def of(self, text: Text) -> list[str]:
        """Return the marks of a text that may stand in the file."""
        if text.text not in self._found:
            self._found[text.text] = sorted(filter(is_mark, self._rules.marks(text.text)))
        return self._found[text.text]

    def said(self, text: Text) -> int:
        """Return what the rules' own findings weigh."""
        return sum(self._voice.said[one] for one in self._voice.heard(self._rules, text.text))


def fitted(matrix: csr_matrix, wanted: np.ndarray) -> LogisticRegression:
    """Return the regression on marks."""
    model = LogisticRegression(
        C=STRENGTH, class_weight="balanced", max_iter=3_000, solver="liblinear", random_state=0
    )
    return model.fit(matrix, wanted)


@dataclass(frozen=True, slots=True)
class Found:
    """The marks that weigh, with their weights, and what is always added."""

    marks: list[str]
    weights: np.ndarray
    always: float

    def sums(self, texts: Iterable[Text], marks: Marks) -> np.ndarray:
        """Return what texts weigh."""
        place = {mark: number for number, mark in enumerate(self.marks)}
        return np.array(
            [
                self.always
                + sum(self.weights[place[mark]] for mark in marks.of(text) if mark in place)
                + marks.said(text)
                for text in texts
            ]
        )


def weigh(texts: Sequence[Text], marks: Marks) -> Found:
    """Find the heaviest marks, and once more what they weigh without the others."""
    counted = CountVectorizer(analyzer=lambda found: found, binary=True, min_df=FEWEST_TEXTS)
    matrix = counted.fit_transform([marks.of(text) for text in texts]).astype(float).tocsc()
    wanted = np.array([text.is_positive for text in texts])
    first = fitted(matrix.tocsr(), wanted)
    heaviest = np.sort(np.argsort(-np.abs(first.coef_[0]), kind="stable")[:MOST_MARKS])
    model = fitted(matrix[:, heaviest].tocsr(), wanted)
    names = counted.get_feature_names_out()
    return Found(
        [names[at] for at in heaviest], np.round(model.coef_[0] * SCALE), round(model.intercept_[0] * SCALE)
    )


def of_kinds(
    texts: Sequence[Text], marks: Marks, all_kinds: Iterable[NoticeKind]
) -> dict[str, tuple[int, ...]]:
    """Return what words and groups say for each kind."""
    told = [text for text in texts if text.is_positive and text.kind is not None]
    counted = CountVectorizer(analyzer=lambda found: found, binary=True, min_df=FEWEST_TEXTS)
    matrix = counted.fit_transform([[mark for mark in marks.of(text) if " " not in mark] for text in told])
    kinds = np.array([text.kind for text in told])
    columns = [np.round(fitted(matrix.astype(float), kinds == kind).coef_[0] * SCALE) for kind in all_kinds]
    return {
        mark: tuple(int(column[at]) for column in columns)
        for at, mark in enumerate(counted.get_feature_names_out())
    }


def left_out(texts: Sequence[Text], all_texts: Sequence[Text], marks: Marks) -> np.ndarray:
    """Return what each text weighs by weights from other writers."""
    sums = np.zeros(len(texts))
    writers = [text.writer for text in texts]
    for _, unknown in GroupKFold(5).split(writers, groups=writers):
        absent = {writers[at] for at in unknown}
        found = weigh([one for one in all_texts if one.writer not in absent], marks)
        sums[unknown] = found.sums([texts[at] for at in unknown], marks)
    return sums


def limit(texts: Sequence[Text], sums: np.ndarray, false_alarms: float) -> int:
    """Return from where on something is noticed, and print what that gives."""
    hard = np.array([not text.is_positive and text.category != "ordinary" for text in texts])
    least = int(np.ceil(np.quantile(sums[hard], 1 - false_alarms)))
    for language in sorted({text.language for text in texts}):
        for label in ("explicit", "implicit", "none"):
            own = np.array([text.language == language and text.label == label for text in texts])
            print(f"{language:6} {label:9} {np.mean(sums[own] >= least):6.1%} of {own.sum()}")
        own = np.array([text.language == language and text.category == "ordinary" for text in texts])
        print(f"{language:6} {'ordinary':9} {np.mean(sums[own] >= least):6.1%} of {own.sum()}")
    return least


def write(file: Path, columns: Sequence[str], rows: Mapping[str, tuple[int, ...]]) -> None:
    """Write the rows in the order of their marks."""
    lines = ["\t".join((*columns, "mark"))]
    lines += ["\t".join((*map(str, numbers), mark)) for mark, numbers in sorted(rows.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{file.name}: {len(lines) - 1} rows, {file.stat().st_size:,} bytes")


def main() -> None:
    """Find the weights and write them."""
    rules = read_noticing_rules(CUES)
    for voice in (PEOPLE, MODELS):
        texts = [*read_texts(voice), *own_words(rules, voice), *examples(rules, voice)]
        marks = Marks(rules, voice)
        more = list(among_others(texts)) if voice is PEOPLE else []
        unseen = [text for text in texts if not voice.passed_over.fullmatch(text.writer)]
        least = limit(unseen, left_out(unseen, [*texts, *more], marks), voice.false_alarms)
        found = weigh([*texts, *more], marks)
        said = {
            str(mark): (weight,) for mark, weight in {Said.ALWAYS: found.always - least, **voice.said}.items()
        }
        weights = {
            mark: (int(weight),) for mark, weight in zip(found.marks, found.weights, strict=True) if weight
        }
        write(CUES / f"{voice.prefix}weights.tsv", ["weight"], said | weights)
        write(CUES / f"{voice.prefix}kinds.tsv", voice.kinds, of_kinds(texts, marks, voice.kinds))


if __name__ == "__main__":
    main()
