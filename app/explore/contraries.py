"""Words that stand at two ends of one axis ("more", "less"), for English and Indonesian."""

from collections.abc import Callable
from typing import TypeAlias

from app.explore.stemming import english_stem, indonesian_stem

Axis: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""The stems at either end."""


def _axes(stem: Callable[[str], str], lines: str) -> tuple[Axis, ...]:
    rows = (line.split("|") for line in lines.strip().splitlines())
    return tuple(
        (frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))) for one, other in rows
    )


ENGLISH_AXES = _axes(
    english_stem,
    """
    good great wise helpful beneficial healthy useful fine okay | bad poor unwise harmful unhealthy useless terrible
    better best improve ease heal | worse worst worsen aggravate
    help helps support | hurt hurts harm harms damage hinder prevent ruin disturb disrupt
    more longer increase raise extra greater add higher gain | less fewer shorter decrease reduce lower limit cut lose
    many most much all everyone everybody majority | few little none nobody hardly minority
    always often usually frequently constantly | never rarely seldom
    start begin | stop quit end finish
    keep continue stay remain | stop quit leave change
    accept take agree approve welcome | reject refuse decline disagree oppose
    safe harmless | dangerous unsafe risky harmful
    easy easier simple | hard harder difficult tough
    before earlier first | after later last
    early soon sooner now immediately | late later eventually wait delay
    hide conceal suppress | show reveal express share
    private privately alone | public publicly together
    allow allowed permit may | forbid forbidden ban prohibited
    right correct true | wrong incorrect false
    strong stronger | weak weaker
    trust | distrust doubt suspect
    remember | forget
    encourage | discourage
    possible certain likely | impossible unlikely
    with | without
    open honest | closed secret dishonest lie
    love | hate
    atleast minimum | atmost maximum
    big large | small little
    high | low
    strict firm | loose lenient relaxed
    save | spend
    lend | borrow
    temporary | permanent
    same | different
    common typical | rare unusual
    necessary required essential | unnecessary optional
    avoid | seek approach face
    speak talk | silent quiet
    warm hot | cool cold
    bright light | dark
    day | night
    morning | evening
    fast quick quickly | slow slowly
    inside into | outside out
    must always | might may sometimes
    he him his husband man boy | she her wife woman girl
    everything | nothing
    mother | father
    son | daughter
    brother | sister
    """,
)

INDONESIAN_AXES = _axes(
    indonesian_stem,
    """
    baik bagus bijak bermanfaat sehat berguna | buruk jelek merugikan berbahaya jahat
    membaik memperbaiki meringankan | memburuk memperburuk memperparah
    membantu mendukung | mengganggu merusak menghambat menyakiti
    lebih tambah bertambah menambah meningkat naik | kurang berkurang mengurangi menurun turun
    banyak kebanyakan semua seluruh mayoritas | sedikit jarang minoritas
    selalu sering biasanya terus | jarang pernah
    mulai | berhenti akhiri selesai
    terus tetap lanjut lanjutkan bertahan | berhenti hentikan pergi tinggalkan
    terima setuju sambut | tolak menolak
    aman | berbahaya bahaya berisiko
    mudah gampang ringan | sulit susah sukar berat
    sebelum | setelah sesudah
    sekarang segera cepat | nanti tunda menunda
    sembunyikan pendam simpan | tunjukkan perlihatkan ungkapkan akui
    pribadi sendirian | umum bersama
    boleh izinkan | dilarang larang
    benar betul | salah keliru
    kuat | lemah
    percaya | curiga ragu
    ingat | lupa
    mungkin pasti | mustahil
    dengan | tanpa
    terbuka jujur | tertutup rahasia bohong
    cinta sayang | benci
    minimal | maksimal
    besar | kecil
    tinggi | rendah
    tegas ketat | longgar
    hemat menabung | boros
    sementara | selamanya permanen
    sama | beda berbeda
    perlu wajib | jangan
    hindari jauhi | dekati hadapi
    panas hangat | dingin sejuk
    terang | gelap
    siang | malam
    pagi | sore malam
    cepat | lambat pelan
    dalam | luar
    harus wajib selalu | mungkin kadang
    suami | istri
    ibu | ayah bapak
    """,
)
