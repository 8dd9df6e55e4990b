"""What the privacy page shows, as one page for who looks after the security of a practice: HTML, and nothing else.

The words come in the language on screen; what was tried stays in the terms of the field.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.4rem .6rem;text-align:left;"
    "vertical-align:top}code{font-size:.85em}h2{margin-top:2rem}"
)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One claim: what it says, what came of it, the sentence, when it was tried, and what was tried."""

    claim: str
    standing: str
    sentence: str
    when: str
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceSheet:
    """The whole page, in words. `language` is as in HTML; `columns` are the names of a row's five parts."""

    language: str
    title: str
    about: str
    columns: tuple[str, str, str, str, str]
    groups: tuple[tuple[str, tuple[EvidenceRow, ...]], ...]
    limits_title: str
    limits: tuple[str, ...]
    versions_title: str
    versions: tuple[tuple[str, str], ...]


def evidence_page(sheet: EvidenceSheet) -> bytes:
    """Return the page, UTF-8. The same sheet gives the same bytes."""
    parts = [
        f'<!DOCTYPE html><html lang="{escape(sheet.language)}"><head><meta charset="utf-8">',
        f"<title>{escape(sheet.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.about)}</p>",
    ]
    for heading, rows in sheet.groups:
        parts.append(f"<h2>{escape(heading)}</h2>{_table(sheet.columns, rows)}")
    parts.append(f"<h2>{escape(sheet.limits_title)}</h2><ul>")
    parts += [f"<li>{escape(limit)}</li>" for limit in sheet.limits]
    parts.append(f"</ul><h2>{escape(sheet.versions_title)}</h2><table>")
    parts += [
        f"<tr><td>{escape(name)}</td><td>{escape(version)}</td></tr>" for name, version in sheet.versions
    ]
    parts.append("</table></body></html>\n")
    return "\n".join(parts).encode()


def _table(columns: Sequence[str], rows: Sequence[EvidenceRow]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    lines = [
        "".join(f"<td>{cell}</td>" for cell in (*map(escape, _plain(row)), f"<code>{_tried(row)}</code>"))
        for row in rows
    ]
    return f"<table><tr>{head}</tr>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _plain(row: EvidenceRow) -> tuple[str, str, str, str]:
    return row.claim, row.standing, row.sentence, row.when


def _tried(row: EvidenceRow) -> str:
    return "<br>".join(escape(one) for one in row.tried)
