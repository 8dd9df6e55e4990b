"""Rules in a folder of their own, with as little in them as can be read."""

from pathlib import Path

from app.domain.notice import NoticeKind
from app.safety.noticing import NoticingRules, read_noticing_rules

CONSIDER = "".join(f'[{kind}]\nen = "Consider."\nid = "Pertimbangkan."\n' for kind in NoticeKind)
EVEN = "-100\t[always]\n100\t[explicit]\n100\t[implicit]\n-100\t[explicit taken back]\n-100\t[implicit taken back]\n"
"""Weights by which what a rule finds is noticed, and nothing else."""


def write_rules(
    folder: Path,
    english: str,
    *,
    models: str = "",
    weights: str = EVEN,
    models_weights: str = EVEN,
    kinds: str = "",
    groups: str = "",
) -> NoticingRules:
    """Write rules in English, and empty files beside them.

    `models` are rules on a model's words, the others rows of the files of these names.
    """
    (folder / "en.toml").write_text(f'language = "en"\n{english}', encoding="utf-8")
    (folder / "id.toml").write_text('language = "id"\n', encoding="utf-8")
    for language in ("en", "id"):
        (folder / f"ai.{language}.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
        (folder / f"slang.{language}.toml").write_text("[words]\n", encoding="utf-8")
        (folder / f"groups.{language}.toml").write_text("[groups]\n", encoding="utf-8")
    (folder / "ai.en.toml").write_text(f'language = "en"\n{models}', encoding="utf-8")
    (folder / "groups.en.toml").write_text(f"[groups]\n{groups}", encoding="utf-8")
    (folder / "consider.toml").write_text(CONSIDER, encoding="utf-8")
    (folder / "weights.tsv").write_text(f"weight\tmark\n{weights}", encoding="utf-8")
    head = "suicide\tself_harm\tharm_to_others\tbeing_harmed\tmark"
    (folder / "kinds.tsv").write_text(f"{head}\n{kinds}", encoding="utf-8")
    (folder / "ai.weights.tsv").write_text(f"weight\tmark\n{models_weights}", encoding="utf-8")
    (folder / "ai.kinds.tsv").write_text("method\tencouragement\tmark\n", encoding="utf-8")
    return read_noticing_rules(folder)
