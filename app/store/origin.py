"""Where an answer came from, as the JSON that the vault keeps."""

import json

from app.domain.answer import Brought, MadeHere, Settings
from app.store.shapes import integer, number, parsed_object, string, with_fields
from app.store.times import time_from_text, time_to_text


def origin_to_text(origin: Brought | MadeHere) -> str:
    """Return the origin as one JSON object, named by `kind`. Raises BugError on a time without a zone."""
    match origin:
        case Brought():
            fields: dict[str, object] = {
                "kind": "brought",
                "from_whom": origin.from_whom,
                "service": origin.service,
                "model": origin.model,
                "brought_at": time_to_text(origin.brought_at),
                "said_at": None if origin.said_at is None else time_to_text(origin.said_at),
            }
        case MadeHere():
            fields = {
                "kind": "made_here",
                "model": origin.model,
                "model_sha256": origin.model_sha256,
                "settings": {
                    "temperature": float(origin.settings.temperature),
                    "top_k": origin.settings.top_k,
                    "top_p": float(origin.settings.top_p),
                    "max_tokens": origin.settings.max_tokens,
                    "context_tokens": origin.settings.context_tokens,
                },
                "seed": origin.seed,
                "prompt_version": origin.prompt_version,
                "threads": origin.threads,
            }
    return json.dumps(fields, ensure_ascii=False, allow_nan=False)


def origin_from_text(text: str) -> Brought | MadeHere:
    """Return the origin that the JSON holds. Raises TypeError or ValueError if it is anything else."""
    fields = parsed_object(text)
    if fields.get("kind") == "brought":
        with_fields(fields, {"kind", "from_whom", "service", "model", "brought_at", "said_at"})
        said_at = fields["said_at"]
        return Brought(
            from_whom=string(fields["from_whom"]),
            service=string(fields["service"]),
            model=string(fields["model"]),
            brought_at=time_from_text(string(fields["brought_at"])),
            said_at=None if said_at is None else time_from_text(string(said_at)),
        )
    with_fields(fields, {"kind", "model", "model_sha256", "settings", "seed", "prompt_version", "threads"})
    if fields["kind"] != "made_here":
        raise ValueError("an unknown origin")
    return MadeHere(
        model=string(fields["model"]),
        model_sha256=string(fields["model_sha256"]),
        settings=_settings(fields["settings"]),
        seed=integer(fields["seed"]),
        prompt_version=string(fields["prompt_version"]),
        threads=integer(fields["threads"]),
    )


def _settings(value: object) -> Settings:
    fields = with_fields(value, {"temperature", "top_k", "top_p", "max_tokens", "context_tokens"})
    return Settings(
        temperature=number(fields["temperature"]),
        top_k=integer(fields["top_k"]),
        top_p=number(fields["top_p"]),
        max_tokens=integer(fields["max_tokens"]),
        context_tokens=integer(fields["context_tokens"]),
    )
