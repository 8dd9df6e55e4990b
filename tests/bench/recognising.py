"""How well and how quickly text in pictures is recognised: `python tests/bench/recognising.py`, about two minutes.

Screens are painted in English and Indonesian, light and dark, large and small, saved in the ways in which people pass
them on, and read. For each it prints the seconds that reading takes, the most memory of the process so far, the rate
of wrong letters (edit distance to what was painted, by its length), and whether every word is with whom it belongs.
Painted screens are easier than photographs of real ones. `--short` reads one.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.bring.recognising.picture_kinds import PictureKind
from app.bring.recognising.recognition import Recogniser
from app.domain.conversation import Role, Turn
from tests.bring.recognising.painting import (
    DARK,
    DARK_MESSENGER,
    LIGHT,
    MESSENGER,
    SERIF,
    Look,
    painted,
    saved,
)

SHORT = "--short" in sys.argv
USER, AI = Role.USER, Role.ASSISTANT
Said = tuple[tuple[Role, str], ...]

ENGLISH: Said = (
    (USER, "I said yes to a third project today, although I promised myself not to. Why can't I stop?"),
    (
        AI,
        (
            "That sounds exhausting, and also very human. People who say yes quickly often learned early that a no "
            "is dangerous: somebody might be disappointed, or angry, or gone.\n\n"
            "A few questions that may help:\n1. What went through you in the second before you said yes?\n"
            "2. Whose face did you see?\n3. What would a day's delay have cost?\n\n"
            "You don't have to take it back today. Many people begin with one sentence: \"Let me look at my week "
            'and tell you tomorrow at 9:30."'
        ),
    ),
    (USER, "My mother's face, I think. It's always her."),
    (AI, "Thank you for telling me. What would you have liked her to say?"),
)
INDONESIAN: Said = (
    (USER, "Aku selalu merasa bersalah kalau beristirahat, padahal pekerjaanku sudah selesai. Kenapa ya?"),
    (
        AI,
        (
            "Iya, perasaan itu wajar dan dialami banyak orang. Sering kali rasa bersalah muncul karena kita terbiasa "
            "mengukur nilai diri dari seberapa produktif kita setiap hari.\n\n"
            "Beberapa hal yang mungkin membantu:\n1. Perhatikan kalimat yang muncul di kepala.\n"
            "2. Jadwalkan waktu istirahat.\n3. Ceritakan kepada orang yang kamu percayai.\n\n"
            "Apakah kamu mau menceritakan kapan terakhir kali kamu bisa beristirahat dengan tenang?"
        ),
    ),
    (USER, "Belum pernah, kayaknya. Harganya Rp125.000 buat pijat aja aku mikir."),
    (AI, "Terima kasih sudah bercerita. Mau mulai dari lima belas menit?"),
)
LOOKS = {
    "light": Look(LIGHT, status=("9:41", "87%"), title="ChatGPT", below=("Ask anything",)),
    "dark": Look(DARK, status=("9:41", "87%"), title="ChatGPT", below=("Ask anything",)),
    "bubbles": Look(MESSENGER, stamps=True),
    "dark bubbles": Look(DARK_MESSENGER, stamps=True),
    "serif": Look(LIGHT, font=SERIF),
    "small": Look(LIGHT, width=540, size=20),
    "tiny": Look(DARK, width=360, size=14),
}
JPEG_QUALITY = 60


def pictures() -> Iterator[tuple[str, Said, bytes, PictureKind]]:
    """Each picture with its name and what is said on it."""
    for language, said in (("en", ENGLISH), ("id", INDONESIAN)):
        for name, look in LOOKS.items():
            image = painted(said, look).image
            yield f"{language} {name} png", said, saved(image), PictureKind.PNG
            if SHORT:
                return
            jpeg = saved(image, "JPEG", quality=JPEG_QUALITY)
            yield f"{language} {name} jpeg", said, jpeg, PictureKind.JPEG
        scrolled = said * 6
        image = painted(scrolled, replace(LOOKS["dark"], status=None, title="", below=())).image
        yield f"{language} scrolled png", scrolled, saved(image), PictureKind.PNG


def distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row = row, [number]
        for place, wanted in enumerate(other):
            row.append(min(before[place + 1] + 1, row[place] + 1, before[place] + (letter != wanted)))
    return row[-1]


def joined(turns: tuple[Turn, ...] | Said) -> str:
    """All words with one space between them."""
    texts = (turn.shown.text if isinstance(turn, Turn) else turn[1] for turn in turns)
    return " ".join(" ".join(texts).split())


def peak_megabytes() -> float:
    """Most memory of this process so far; not a number where the system does not tell."""
    try:
        import resource  # Windows has none
    except ImportError:
        return float("nan")
    unit_bytes = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit_bytes / 1024**2


def main() -> None:
    """Measure, and print a line for each picture."""
    began = time.perf_counter()
    recogniser = Recogniser()
    _print(f"loading: {time.perf_counter() - began:.2f} s, {peak_megabytes():.0f} MiB")
    wrong = letters = 0
    for name, said, data, kind in pictures():
        began = time.perf_counter()
        found = recogniser.recognise(data, kind, lambda _done: None)
        seconds = time.perf_counter() - began
        missed, length = distance(joined(found.turns), joined(said)), len(joined(said))
        wrong += missed
        letters += length
        sides = [(turn.role, turn.shown.text) for turn in found.turns]
        told = "same" if sides == list(said) else "roles same" if _roles(sides) == _roles(said) else "differ"
        _print(
            f"{name:24} {seconds:5.1f} s {peak_megabytes():6.0f} MiB {missed / length:7.2%} wrong, turns {told}"
        )
    _print(f"all: {wrong} of {letters} letters wrong, {wrong / letters:.2%}")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _roles(said: list[tuple[Role, str]] | Said) -> list[Role]:
    return [role for role, _ in said]


if __name__ == "__main__":
    main()
