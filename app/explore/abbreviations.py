"""Abbreviations of English and Indonesian that end in a full stop: what a full stop after them means.

In small letters, without the last stop.
"""

GOES_ON = frozenset(
    "mr mrs ms mx dr drg drs dra ir h hj prof sr jr st rev capt lt mt vs cf approx esp incl ca "
    "jl jln gg sdr sdri bp bpk kel kec kab prov tn ny yth pt yg utk dgn mis misal "
    "ph.d m.psi s.psi psi s.pd m.pd m.si m.kes m.hum s.kep s.kom s.sos m.sc b.sc m.a b.a a.n d.a u.p s.d u.b a.l "
    "e.g i.e z.b".split()
)
"""The sentence goes on: "dr. Budi"."""

GOES_ON_BEFORE_NUMBER = frozenset(
    "no nr fig vol pp hlm hal tgl rt rw tel telp ext rp max min maks al "
    "jan feb mar apr jun jul aug agu sep sept oct okt nov dec des".split()
)
"""The sentence goes on if a number follows: "No. 5", but "No. That is wrong."."""

MAY_END = frozenset(
    "etc dll dsb dst dkk tsb ybs a.m p.m b.c a.d inc ltd co corp u.s u.k u.n e.u u.s.a d.c".split()
)
"""The sentence may well end: the next word's capital decides."""

BEGINS_SENTENCE = frozenset(
    "it this that the these those there he she they we you i and but so if when then what why how "
    "itu ini dia ia mereka kami kita anda saya aku dan tetapi tapi namun jadi jika kalau lalu apa mengapa".split()
)
"""Words that are nobody's name: after a single capital letter they begin a sentence ("vitamin C. It helps.")."""
