"""Chat templates that do not want to be rendered: they loop, swell, dig, or reach out of the sandbox."""

_SHOWN = "{% for m in messages %}{{ m.content }}{% endfor %}"
_NEST = 60


def _digging(*expressions: str) -> dict[str, bytes]:
    return {f"reaches for {name}": f"{{{{ {name} }}}}{_SHOWN}".encode() for name in expressions}


REACHING = _digging(
    "''.__class__.__mro__[1].__subclasses__()",
    "cycler.__init__.__globals__.os.system('id')",
    "lipsum.__globals__['os'].popen('id').read()",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "self.__init__.__globals__",
    "messages.append.__self__.__class__.__base__",
    "raise_exception.__globals__['__builtins__']['open']('/etc/hostname').read()",
    "strftime_now.__code__.co_consts",
    "strftime_now.__globals__.datetime",
    "(messages | attr('__class__')).__mro__",
    "'{0.__class__.__mro__}'.format(messages)",
    "'{0.__globals__}'.format_map({'0': strftime_now})",
    "loop.__class__",
    "[].pop.__reduce_ex__(4)",
    "messages[0].__class__.fromkeys.__func__",
)
CHANGING = {
    "changes a message": b"{{ messages[0].update({'content': 'other'}) }}" + _SHOWN.encode(),
    "adds a message": b"{{ messages.append({'role': 'user', 'content': 'other'}) }}" + _SHOWN.encode(),
    "sets an attribute": b"{% set messages.length = 1 %}" + _SHOWN.encode(),
    "empties the list": b"{% do messages.clear() %}" + _SHOWN.encode(),
    "imports": b"{% import 'os' as os %}" + _SHOWN.encode(),
    "includes a file": b"{% include '/etc/hostname' %}" + _SHOWN.encode(),
    "extends a file": b"{% extends '/etc/hostname' %}",
}
LOOPING = {
    # None of these says a word: only the clock ends them.
    "counts in silence": b"{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "raises to a power of a power": b"{{ (7 ** (7 ** 99)) % 2 }}",
    "raises to a power that is not known before": b"{% set n = messages | length + 98 %}{{ (7 ** (7 ** n)) % 2 }}",
    "asks a macro that asks itself twice": (
        b"{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}"
        + _SHOWN.encode()
    ),
}
# What a conversation of several turns is rendered with; the trial with one question goes well.
LOOPS_LATER = (
    b"{% if messages | length > 2 %}{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    b"{% endif %}" + _SHOWN.encode()
)
SWELLING = {
    "multiplies a text": b"{{ 'a' * 10 ** 12 }}" + _SHOWN.encode(),
    "multiplies a text that is not known before": b"{{ messages[0].role * 10 ** 12 }}" + _SHOWN.encode(),
    "multiplies a list": b"{{ (messages * 10 ** 12) | length }}" + _SHOWN.encode(),
    "doubles a text": (
        b"{% set n = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
        + _SHOWN.encode()
    ),
    "says a word without end": b"{% for i in range(99999) %}{% for j in range(99999) %}word {% endfor %}{% endfor %}",
    "says the question without end": (
        b"{% for i in range(99999) %}{% for j in range(99999) %}{{ messages[0].content }}{% endfor %}{% endfor %}"
    ),
    "pads": b"{{ '%1000000000000d' % 1 }}" + _SHOWN.encode(),
    "pads by a format": b"{{ '{:>1000000000000}'.format(1) }}" + _SHOWN.encode(),
    "centres": b"{{ 'a' | center(1000000000000) }}" + _SHOWN.encode(),
    "counts to a large number": b"{{ range(10 ** 12) | list | length }}" + _SHOWN.encode(),
    "writes lorem ipsum": b"{{ lipsum(n=100000000) }}" + _SHOWN.encode(),
}
DIGGING = {
    "calls itself": b"{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}" + _SHOWN.encode(),
    "has macros in macros": (
        b"".join(b"{%% macro m%d() %%}" % i for i in range(_NEST))
        + b"x"
        + b"{% endmacro %}" * _NEST
        + _SHOWN.encode()
    ),
    "has loops in loops": (
        b"".join(b"{%% for a%d in messages %%}" % i for i in range(_NEST))
        + b"{% endfor %}" * _NEST
        + _SHOWN.encode()
    ),
    "has conditions in conditions": b"{% if messages %}" * 5_000 + b"{% endif %}" * 5_000 + _SHOWN.encode(),
    "has brackets in brackets": b"{{ " + b"(" * 50_000 + b"1" + b")" * 50_000 + b" }}" + _SHOWN.encode(),
    "has lists in lists": b"{{ " + b"[" * 200 + b"]" * 200 + b" }}" + _SHOWN.encode(),
    "negates without end": b"{{ " + b"not " * 100_000 + b"1 }}" + _SHOWN.encode(),
    "adds without end": b"{{ " + b"1 + " * 100_000 + b"1 }}" + _SHOWN.encode(),
    "is a recursive loop": (
        b"{% for m in messages recursive %}{{ loop([m]) }}{% endfor %}" + _SHOWN.encode()
    ),
}
ODD = {
    "is empty": b"",
    "is no UTF-8": b"\xff\xfe\xc3\x28" + _SHOWN.encode(),
    "has a zero in it": b"{{ '\x00' }}\x00" + _SHOWN.encode(),
    "has half a letter": b"{{ '\\ud800' }}" + _SHOWN.encode(),
    "is of 20 million letters": b"x" * 20_000_000 + _SHOWN.encode(),
    "is of a million expressions": b"{{ 1 }}" * 1_000_000 + _SHOWN.encode(),
    "never ends its comment": b"{# " + b"x" * 500_000 + _SHOWN.encode(),
    "opens and opens": b"{{{%{#" * 50_000,
    "has a number without end": b"{{ " + b"9" * 500_000 + b" }}" + _SHOWN.encode(),
    "shows the question a thousand times": b"{% for i in range(1000) %}" + _SHOWN.encode() + b"{% endfor %}",
    "makes up placeholders": "\ue0000\ue001\ue0001\ue001\ue000999999999999999999999\ue001".encode()
    + _SHOWN.encode(),
    "makes up a number of another script": "\ue000\u0663\ue001".encode() + _SHOWN.encode(),
    "raises": b"{{ raise_exception('always') }}" + _SHOWN.encode(),
    "divides by nothing": b"{{ 1 / 0 }}" + _SHOWN.encode(),
    "asks for the day in an odd way": b"{{ strftime_now('%' * 100000) }}{{ strftime_now('\x00') }}"
    + _SHOWN.encode(),
}
ENDED_BY_THE_CLOCK = frozenset(LOOPING) | {"doubles a text", "adds without end"}
"""The system ends the child over these, after two seconds of its processor's time."""
TEMPLATES = REACHING | CHANGING | LOOPING | SWELLING | DIGGING | ODD
