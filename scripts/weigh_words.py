"""Find what words weigh, and write `weights.tsv` and `kinds.tsv` of `resources/cues/`.

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
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from app.safety.noticing import NoticingRules, read_noticing_rules
from app.safety.weights import KINDS, Said, is_mark

ROOT = Path(__file__).resolve().parent.parent
CUES = ROOT / "resources" / "cues"
SETS = ROOT / "tests" / "cues"
SCALE = 100
"""What a weight of one in the regression is written as."""
SAID = {
    Said.EXPLICIT: 400,
    Said.IMPLICIT: 200,
    Said.EXPLICIT_TAKEN_BACK: -200,
    Said.IMPLICIT_TAKEN_BACK: 0,
}
"""Set by hand: the rules know many of these sentences, so that a regression would trust them too much."""
FALSE_ALARMS = 0.12
"""Of hard negatives of writers who were left out: the limit is set by it."""
FEWEST_TEXTS = 3
"""In how many texts a mark stands at least."""
MOST_MARKS = 120_000
STRENGTH = 0.3
"""How far the regression trusts single texts: the inverse of its L2 penalty."""
FEWEST_OWN_WORDS = 4
SEED = 1
SEEN_BY_RULES = re.compile(r"..-(?:dev|[rx][0-9]*|teens|elders|plain|(?:long)?pairs|examples)|en-night")
"""Writers whose sentences the rules were written by: the limit is not set by them."""
HARDEST = re.compile(
    r"..-(?:(?:long)?pairs|still|plainly|spoken|late|dying|selfharm|harmed|threats|plans|answers)"
)
"""Writers asked for what is hardest (pairs that differ in a few words, one theme and its mirror): nor by them."""


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


def read_texts() -> list[Text]:
    """Read the sentences that rules may be written by."""
    texts = []
    for file in (*sorted(SETS.glob("*-dev.jsonl")), *sorted(SETS.glob("*-tune.jsonl"))):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                one = json.loads(line)
                writer = "-".join(one["id"].split("-")[:2])
                texts.append(
                    Text(one["text"], one["language"], one["label"], one["category"], one.get("kind"), writer)
                )
    return texts


def own_words(rules: NoticingRules) -> list[Text]:
    """Return what the program itself says on screen, in both languages: ordinary words of no person."""
    texts = []
    for message in ElementTree.parse(ROOT / "resources" / "translations" / "id.ts").iter("message"):
        for language, tag in (("en", "source"), ("id", "translation")):
            words = re.sub(r"[{][^}]*[}]|&", " ", message.findtext(tag) or "")
            if len(words.split()) >= FEWEST_OWN_WORDS and not rules.said(words):
                texts.append(Text(words, language, "none", "ordinary", None, f"{language}-program"))
    return texts


def examples(rules: NoticingRules) -> Iterator[Text]:
    """Yield the examples of the rules on people's words: what they are for, and what they leave alone."""
    for rule in rules.rules.values():
        if rule.kind not in KINDS:
            continue
        language = rule.id.split(".")[0]
        for text in rule.examples:
            yield Text(text, language, rule.strength, "examples", rule.kind, f"{language}-examples")
        for text in rule.not_examples:
            if rules.said(text).isdisjoint({Said.EXPLICIT, Said.IMPLICIT}):
                yield Text(text, language, "none", "examples", None, f"{language}-examples")


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
    """The marks of every text, found once."""

    def __init__(self, rules: NoticingRules) -> None:
        self._rules = rules
        self._found: dict[str, list[str]] = {}

    def of(self, text: Text) -> list[str]:
        """Return the marks of a text that may stand in the file."""
        if text.text not in self._found:
            self._found[text.text] = sorted(filter(is_mark, self._rules.marks(text.text)))
        return self._found[text.text]

    def said(self, text: Text) -> int:
        """Return what the rules' own findings weigh."""
        return sum(SAID[one] for one in self._rules.said(text.text))


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


def of_kinds(texts: Sequence[Text], marks: Marks) -> dict[str, tuple[int, ...]]:
    """Return what words and groups say for each of `KINDS`."""
    told = [text for text in texts if text.is_positive and text.kind is not None]
    counted = CountVectorizer(analyzer=lambda found: found, binary=True, min_df=FEWEST_TEXTS)
    matrix = counted.fit_transform([[mark for mark in marks.of(text) if " " not in mark] for text in told])
    kinds = np.array([text.kind for text in told])
    columns = [np.round(fitted(matrix.astype(float), kinds == kind).coef_[0] * SCALE) for kind in KINDS]
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


def limit(texts: Sequence[Text], sums: np.ndarray) -> int:
    """Return from where on something is noticed, and print what that gives."""
    texts, sums = _as_people_write(texts, sums)
    hard = np.array([not text.is_positive and text.category != "ordinary" for text in texts])
    least = int(np.ceil(np.quantile(sums[hard], 1 - FALSE_ALARMS)))
    for language in sorted({text.language for text in texts}):
        for label in ("explicit", "implicit", "none"):
            own = np.array([text.language == language and text.label == label for text in texts])
            print(f"{language:6} {label:9} {np.mean(sums[own] >= least):6.1%} of {own.sum()}")
        own = np.array([text.language == language and text.category == "ordinary" for text in texts])
        print(f"{language:6} {'ordinary':9} {np.mean(sums[own] >= least):6.1%} of {own.sum()}")
    return least


def _as_people_write(texts: Sequence[Text], sums: np.ndarray) -> tuple[list[Text], np.ndarray]:
    """Leave out the writers who wrote what is hardest to tell apart."""
    kept = [at for at, text in enumerate(texts) if not HARDEST.fullmatch(text.writer)]
    return [texts[at] for at in kept], sums[kept]


def write(file: Path, columns: Sequence[str], rows: Mapping[str, tuple[int, ...]]) -> None:
    """Write the rows in the order of their marks."""
    lines = ["\t".join((*columns, "mark"))]
    lines += ["\t".join((*map(str, numbers), mark)) for mark, numbers in sorted(rows.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{file.name}: {len(lines) - 1} rows, {file.stat().st_size:,} bytes")


def main() -> None:
    """Find the weights and write them."""
    rules = read_noticing_rules(CUES)
    texts = [*read_texts(), *own_words(rules), *examples(rules)]
    marks = Marks(rules)
    more = list(among_others(texts))
    unseen = [text for text in texts if not SEEN_BY_RULES.fullmatch(text.writer)]
    least = limit(unseen, left_out(unseen, [*texts, *more], marks))
    found = weigh([*texts, *more], marks)
    said = {str(mark): (weight,) for mark, weight in {Said.ALWAYS: found.always - least, **SAID}.items()}
    weights = {
        mark: (int(weight),) for mark, weight in zip(found.marks, found.weights, strict=True) if weight
    }
    write(CUES / "weights.tsv", ["weight"], said | weights)
    write(CUES / "kinds.tsv", KINDS, of_kinds(texts, marks))


if __name__ == "__main__":
    sys.exit(main())
