"""Light stemming: the part of a word that stays when it is bent, for English and Indonesian.

Suffixes (English) and affixes (Indonesian) are taken off by rule, without a dictionary. A stem need not be a word:
it has to be the same for "exercising" and "exercise", or for "mengurangi" and "kurangi", and seldom the same for
two different words. After the idea of Harman, "How effective is suffixing?" (1991), and, for Indonesian, of
Tala, "A study of stemming effects on information retrieval in Bahasa Indonesia" (2003).
"""

import re

_VOWELS = frozenset("aeiou")

_ENGLISH_IRREGULAR = {
    "children": "child", "people": "person", "felt": "feel", "feels": "feel", "thought": "think", "told": "tell",
    "said": "say", "spoke": "speak", "spoken": "speak", "slept": "sleep", "gave": "give", "given": "give",
    "took": "take", "taken": "take", "went": "go", "gone": "go", "goes": "go", "kept": "keep", "left": "leave",
    "lost": "lose", "found": "find", "wrote": "write", "written": "write", "chose": "choose", "chosen": "choose",
    "began": "begin", "begun": "begin", "beginning": "begin", "women": "woman", "men": "man", "wives": "wife",
    "lives": "life", "anxieties": "anxious", "anxiety": "anxious", "grieving": "grief", "grieve": "grief",
    "grieves": "grief", "grieved": "grief", "during": "during", "morning": "morning", "evening": "evening",
    "nothing": "nothing", "something": "something", "anything": "anything", "wedding": "wedding",
}  # fmt: skip

_INDONESIAN_WHOLE = {
    "perasaan": "rasa", "terasa": "rasa", "bekerja": "erja", "belajar": "ajar", "pelajaran": "ajar",
    "terus": "terus", "terima": "terima", "menerima": "terima", "diterima": "terima", "penerimaan": "terima",
    "beri": "beri", "memberi": "beri", "memberikan": "beri", "berikan": "beri", "diberi": "beri",
    "diberikan": "beri", "berani": "berani", "keberanian": "berani", "berat": "berat", "perlu": "perlu",
    "memerlukan": "perlu", "perlukan": "perlu", "diperlukan": "perlu", "pernah": "pernah", "perempuan": "perempuan",
    "pertama": "pertama", "percaya": "percaya", "kepercayaan": "percaya", "mempercayai": "percaya",
    "dipercaya": "percaya", "mulai": "mulai", "mulailah": "mulai", "memulai": "mulai", "dimulai": "mulai",
    "berhenti": "henti", "ditemani": "temani", "menemani": "temani", "temani": "temani", "penting": "penting",
    "kepentingan": "penting", "menikah": "nikah", "pernikahan": "nikah",
}  # fmt: skip


def english_stem(word: str) -> str:
    """Return the stem of a lower-case English word."""
    if word in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[word]
    word = re.sub(r"is(e|es|ed|ing|ation)$", r"iz\1", word) if len(word) > 6 else word
    word = re.sub(r"our(s|ed|ing|al|)$", r"or\1", word) if len(word) > 5 else word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    word = _without_english_ending(word)
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word


def _without_english_ending(word: str) -> str:
    for ending in ("ness", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3 and _VOWELS.intersection(stem):
            is_doubled = stem[-1] == stem[-2] and stem[-1] not in "lsz"
            return stem[:-1] if is_doubled else stem
    return word


def indonesian_stem(word: str) -> str:
    """Return the stem of a lower-case Indonesian word.

    A first k before a vowel is left out of every stem, for "meng-" swallows it: mengurangi, kurangi.
    """
    if word in _INDONESIAN_WHOLE:
        return _INDONESIAN_WHOLE[word]
    for ending in ("lah", "kah"):
        word = _without(word, ending, 4)
    for ending in ("nya", "ku", "mu"):
        word = _without(word, ending, 4)
    if word in _INDONESIAN_WHOLE:
        return _INDONESIAN_WHOLE[word]
    if word.startswith("ke") and word.endswith("an") and len(word) >= 8:
        word = word[2:]
    for ending in ("kan", "an", "i"):
        word = _without(word, ending, 4)
    for _ in range(2):
        word = _without_prefix(word)
    return word[1:] if len(word) > 3 and word[0] == "k" and word[1] in _VOWELS else word


def _without(word: str, ending: str, leaving: int) -> str:
    return word[: -len(ending)] if word.endswith(ending) and len(word) - len(ending) >= leaving else word


def _without_prefix(word: str) -> str:
    """Take off one prefix, and give back the consonant that it swallowed."""
    nasal = re.match(r"[mp]e(ny(?=[aeiou])|ng|n|m(?=[bpfaeiou])|(?=[lrwyk]))", word)
    plain = re.match(r"ber|ter|per|di", word)
    prefix = plain or nasal
    if prefix is None:
        return word
    rest = word[prefix.end() :]
    swallowed = {"ny": "s", "n": "t", "m": "p"}.get(nasal[1], "") if prefix is nasal and nasal else ""
    if swallowed and rest[:1] in _VOWELS:
        rest = swallowed + rest
    return rest if len(rest) >= 4 or (len(rest) == 3 and rest[0] in _VOWELS) else word
