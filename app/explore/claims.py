"""What a question to be answered with yes or no would say as a sentence, and the same denied.

"Am I too late?" → "I am too late", "I am not too late". "Apakah saya terlambat?" → "saya terlambat", "saya tidak
terlambat".

No rule turns every question into a sentence. These take only what can hardly go wrong: one short sentence about a
person who is named by a pronoun, without alternatives, without a negation, and not about dying, being hurt, or
medicine, since nobody shall read such a sentence as their own that they did not write. For everything else there
is no claim, and the question is wrapped as it stands.
"""

import re
from dataclasses import dataclass

_LONGEST_CHARS = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its full stop, as it goes on after "I think", and the same denied."""

    claim: str
    denial: str


def claim_in(question: str, language: str) -> Claim | None:
    """Return what the question would say as a sentence, or None where no rule is safe.

    Args:
        question: A person's question.
        language: Of the question: "en" or "id". A question in another language gives None.
    """
    sentence = " ".join(question.split())
    if len(sentence) > _LONGEST_CHARS or not re.fullmatch(r"[^.!?…:;,\n\"“”()]+\?", sentence):
        return None
    rule = {"en": _english, "id": _indonesian}.get(language)
    return rule(sentence[:-1].strip()) if rule else None


_EN_QUESTION = re.compile(
    r"(am|are|is|was|were|do|does|did|should|can|could|will|would|have|has|must) "
    r"(i|he|she|it|we|they) (\S.*)",
    re.IGNORECASE,
)
_EN_UNSAFE = re.compile(
    # Alternatives and negations; words that change when their sentence is denied; dying, being hurt, medicine.
    r"\b(or|not|never|no|none|nobody|nothing|neither|nor|without|hardly|cannot|\w+n['’]t|"
    r"any\w*|ever|even|yet|still|already|either|at all|else|"
    r"die|dies|dying|died|dead|death|kill\w*|suicid\w*|hurt\w*|harm\w*|cut|cutting|burden|alive|live|living|"
    r"worthless|unalive|kms|end it|end my \w+|better off|gone|disappear\w*|give up|"
    r"hit|hits|hitting|beat\w*|abus\w*|violen\w*|rap(?:e|ed|ist)|assault\w*|attack\w*|revenge|weapons?|guns?|"
    r"medic\w*|meds|pills?|tablets?|doses?|dosage|drugs?|antidepress\w*|overdos\w*)\b",
    re.IGNORECASE,
)


def _english(sentence: str) -> Claim | None:
    match = _EN_QUESTION.fullmatch(sentence)
    if not match or _EN_UNSAFE.search(sentence):
        return None
    verb, subject, rest = match[1].lower(), match[2].lower(), match[3]
    if subject == "i":
        subject = "I"
    return Claim(f"{subject} {verb} {rest}", f"{subject} {verb} not {rest}")


_ID_PEOPLE = r"(saya|aku|dia|ia|mereka|kami|kita)"
_ID_WHETHER = re.compile(rf"apakah {_ID_PEOPLE} (\S.*)", re.IGNORECASE)
_ID_ASKED_VERB = re.compile(
    rf"(harus|perlu|bisa|boleh|mampu|dapat|salah|pantas|layak)kah {_ID_PEOPLE}( \S.*)?", re.IGNORECASE
)
_ID_UNSAFE = re.compile(
    r"\b(atau|tidak|tak|bukan|belum|jangan|nggak|ngga|enggak|gak|ga|kagak|tanpa|hanya|cuma|pun|lagi|juga|saja|"
    r"ya|yah|sih|kan|dong|deh|kah|"
    r"mati|meninggal|bunuh\w*|membunuh|bundir|mengakhiri|menyakiti|melukai|menghilang|menyusul|nyusul|hidup|"
    r"beban|celaka|tiada|menyerah|kekerasan|pukul|memukul|dipukul|perkosa\w*|diperkosa|memperkosa|"
    r"dilecehkan|melecehkan|pelecehan|dendam|senjata|pisau|obat\w*|pil|tablet|dosis|takaran|overdosis)\b",
    re.IGNORECASE,
)
# How a sentence is denied that goes on with one of these.
_ID_DENIED = {"harus": "tidak perlu", "sudah": "belum", "pernah": "tidak pernah", "masih": "tidak lagi"}
_ID_DENIED_BY_NOT = frozenset(
    "akan bisa dapat boleh mampu perlu ingin mau selalu sering terlalu sangat cukup begitu sedang "
    "sensitif egois malas gila bodoh lemah normal sakit jahat buruk baik gagal cemas manja kasar aneh wajar pantas "
    "layak cocok siap terlambat berlebihan marah takut sendirian kesepian mencintai membenci dibenci dicintai".split()
)
_ID_DENIED_BY_NO = frozenset("orang seorang penyebab sumber korban pasangan teman sahabat".split())
_ID_WRONG_IF = re.compile(r"salah(?: (?:jika|kalau|bila|karena) .+)?", re.IGNORECASE)


def _indonesian(sentence: str) -> Claim | None:
    if _ID_UNSAFE.search(sentence):
        return None
    if match := _ID_ASKED_VERB.fullmatch(sentence):
        verb, person, rest = match[1].lower(), match[2].lower(), match[3] or ""
        denied = _ID_DENIED.get(verb, f"tidak {verb}")
        return Claim(f"{person} {verb}{rest}", f"{person} {denied}{rest}")
    if match := _ID_WHETHER.fullmatch(sentence):
        return _indonesian_whether(match[1].lower(), match[2])
    return None


def _indonesian_whether(person: str, rest: str) -> Claim | None:
    first, space, others = rest.partition(" ")
    word = first.lower()
    claim = f"{person} {rest}"
    if word in _ID_DENIED:
        return Claim(claim, f"{person} {_ID_DENIED[word]}{space}{others}") if others else None
    if word in _ID_DENIED_BY_NOT or _ID_WRONG_IF.fullmatch(rest):
        return Claim(claim, f"{person} tidak {rest}")
    if word in _ID_DENIED_BY_NO:
        return Claim(claim, f"{person} bukan {rest}")
    return None
