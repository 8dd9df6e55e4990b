"""Hard cases of finding statements, in both languages: what people and models really write."""

import pytest

from app.explore.statements import split, whole_so_far

CASES = [
    # Abbreviations and titles
    (
        "Some avoid people, e.g. by cancelling. That helps briefly.",
        ["Some avoid people, e.g. by cancelling.", "That helps briefly."],
    ),
    ("Rest, i.e. Sleep, matters. So does food.", ["Rest, i.e. Sleep, matters.", "So does food."]),
    ("Temui dr. Budi besok. Beliau ramah.", ["Temui dr. Budi besok.", "Beliau ramah."]),
    (
        "Menurut Prof. Dr. Siti, itu wajar. Anda boleh bertanya.",
        ["Menurut Prof. Dr. Siti, itu wajar.", "Anda boleh bertanya."],
    ),
    ("Hubungi Ny. Ratna atau Tn. Hadi. Mereka siap.", ["Hubungi Ny. Ratna atau Tn. Hadi.", "Mereka siap."]),
    (
        "Siti Aminah, S.Psi., M.Psi., Psikolog bisa membantu. Coba saja.",
        ["Siti Aminah, S.Psi., M.Psi., Psikolog bisa membantu.", "Coba saja."],
    ),
    ("It was 9 a.m. when she called. I slept.", ["It was 9 a.m. when she called.", "I slept."]),
    ("She called at 9 p.m. Then she slept.", ["She called at 9 p.m.", "Then she slept."]),
    ("He moved to the U.S. Nobody knew him.", ["He moved to the U.S.", "Nobody knew him."]),
    ("He lives in the U.S. now. It is far.", ["He lives in the U.S. now.", "It is far."]),
    ("Rice, tea, etc. Are there others?", ["Rice, tea, etc.", "Are there others?"]),
    ("See Fig. 3 and pp. 12–14. Then rest.", ["See Fig. 3 and pp. 12–14.", "Then rest."]),
    ("Lihat hlm. 12 dan no. 4. Lalu istirahat.", ["Lihat hlm. 12 dan no. 4.", "Lalu istirahat."]),
    ("Datanglah tgl. 5 Jan. 2026. Kami menunggu.", ["Datanglah tgl. 5 Jan. 2026.", "Kami menunggu."]),
    ("Ini gejala a.l. sulit tidur. Itu umum.", ["Ini gejala a.l. sulit tidur.", "Itu umum."]),
    ("PT. Maju Tbk. membuka lowongan. Coba lamar.", ["PT. Maju Tbk. membuka lowongan.", "Coba lamar."]),
    ("Acme Inc. hired him. It went well.", ["Acme Inc. hired him.", "It went well."]),
    ("Cf. Smith et al. 2019. It is unclear.", ["Cf. Smith et al. 2019.", "It is unclear."]),
    ("Max. 3 cups a day. Min. 7 hours of sleep.", ["Max. 3 cups a day.", "Min. 7 hours of sleep."]),
    # Numbers, money, times, versions
    ("Biayanya Rp 1.500.000,00 per bulan. Itu mahal.", ["Biayanya Rp 1.500.000,00 per bulan.", "Itu mahal."]),
    ("Biayanya Rp. 500.000. Itu mahal.", ["Biayanya Rp. 500.000.", "Itu mahal."]),
    ("Tidurlah pukul 21.30. Bangun pukul 05.00.", ["Tidurlah pukul 21.30.", "Bangun pukul 05.00."]),
    ("Python 3.11.2 is out. Update it.", ["Python 3.11.2 is out.", "Update it."]),
    ("I use Node.js. It works with Next.js too.", ["I use Node.js.", "It works with Next.js too."]),
    ("It fell by 0.5% in 2024. In 2025 it rose.", ["It fell by 0.5% in 2024.", "In 2025 it rose."]),
    ("He scored 7. She scored 9.", ["He scored 7.", "She scored 9."]),
    ("It costs $3.50. That is fine.", ["It costs $3.50.", "That is fine."]),
    ("About .5 of them agree. Others don't.", ["About .5 of them agree.", "Others don't."]),
    # Addresses
    ("Write to ana.b@example.org. She answers.", ["Write to ana.b@example.org.", "She answers."]),
    ("See https://example.org/a.b?c=D. It helps.", ["See https://example.org/a.b?c=D.", "It helps."]),
    ("Look at www.example.co.id. Then decide.", ["Look at www.example.co.id.", "Then decide."]),
    (
        "See [this page](https://example.org/x.y!). Then rest.",
        ["See [this page](https://example.org/x.y!).", "Then rest."],
    ),
    # Ellipses, ?!, rows of stops
    ("Well… Maybe. Who knows?! Not me.", ["Well…", "Maybe.", "Who knows?!", "Not me."]),
    ("You feel … tired. That is all.", ["You feel … tired.", "That is all."]),
    ("Hmm... Mungkin. Entah...", ["Hmm...", "Mungkin.", "Entah..."]),
    ("Really?? Yes!!! Good.", ["Really??", "Yes!!!", "Good."]),
    ("“Why me?” she asked. Nobody knew.", ["“Why me?” she asked.", "Nobody knew."]),
    ("“Mengapa saya?” tanyanya. Tidak ada yang tahu.", ["“Mengapa saya?” tanyanya.", "Tidak ada yang tahu."]),
    ('"Stop!" He left. "Wait." She stayed.', ['"Stop!"', "He left.", '"Wait."', "She stayed."]),
    (
        "She said: “I am tired. I need rest.” Then she slept.",
        ["She said: “I am tired.", "I need rest.”", "Then she slept."],
    ),
    ("Dia berkata, 'Saya lelah.' Lalu dia tidur.", ["Dia berkata, 'Saya lelah.'", "Lalu dia tidur."]),
    ("You matter (really!). Rest now.", ["You matter (really!).", "Rest now."]),
    ("You matter. (I mean it.) Rest now.", ["You matter.", "(I mean it.)", "Rest now."]),
    ("Rest (sleep, e.g. naps). Eat.", ["Rest (sleep, e.g. naps).", "Eat."]),
    (
        "Some people (perhaps you? perhaps not) rest more. Good.",
        ["Some people (perhaps you? perhaps not) rest more.", "Good."],
    ),
    # Initials and single letters
    ("Ask R.A. Kartini. She wrote letters.", ["Ask R.A. Kartini.", "She wrote letters."]),
    ("J.R.R. Tolkien wrote it. Read it.", ["J.R.R. Tolkien wrote it.", "Read it."]),
    ("Try plan A. It may work.", ["Try plan A.", "It may work."]),
    (
        "It is not about me, it is about you and I. We talked.",
        ["It is not about me, it is about you and I.", "We talked."],
    ),
    ("Take vitamin C. It helps.", ["Take vitamin C.", "It helps."]),
    # Emoji
    ("You did it 🎉 Keep going 💪🏽", ["You did it 🎉 Keep going 💪🏽"]),
    ("You did it! 🎉🎉 Keep going! 👩‍👩‍👧 Rest.", ["You did it! 🎉🎉", "Keep going! 👩‍👩‍👧", "Rest."]),
    ("Anda hebat! 🇮🇩 Lanjutkan. ❤️ Salam.", ["Anda hebat! 🇮🇩", "Lanjutkan. ❤️", "Salam."]),
    ("Good :) Keep on. Fine :-( Really.", ["Good :) Keep on.", "Fine :-( Really."]),
    ("✅ Rest more\n❌ Work late\n👉 Ask for help", ["✅ Rest more", "❌ Work late", "👉 Ask for help"]),
    # Lists
    ("Try this:\n1) Rest.\n2) Walk. Slowly.\n(3) Talk.", ["Try this:", "Rest.", "Walk.", "Slowly.", "Talk."]),
    ("Try this: 1. Rest 2. Walk 3. Talk", ["Try this:", "Rest", "Walk", "Talk"]),
    ("Try this: 1. Rest well. 2. Walk daily. 3. Talk.", ["Try this:", "Rest well.", "Walk daily.", "Talk."]),
    ("- Sleep\n  - at ten\n  - in the dark\n- Eat\n", ["Sleep", "at ten", "in the dark", "Eat"]),
    ("* Tidur:\n    * lebih awal\n    * cukup lama", ["Tidur:", "lebih awal", "cukup lama"]),
    ("1. **Rest.** It helps.\n2. **Walk:** every day.", ["**Rest.**", "It helps.", "**Walk:** every day."]),
    ("- [ ] Rest\n- [x] Walk", ["Rest", "Walk"]),
    ("a) Istirahat\nb) Jalan kaki", ["Istirahat", "Jalan kaki"]),
    ("a. Istirahat\nb. Jalan kaki", ["Istirahat", "Jalan kaki"]),
    ("i. Rest\nii. Walk\niii. Talk", ["Rest", "Walk", "Talk"]),
    ("1.1 Rest\n1.2 Walk", ["1.1 Rest", "1.2 Walk"]),
    ("- You are not\n  alone in this.\n- Others too.", ["You are not\n  alone in this.", "Others too."]),
    (
        "1. Rest is not a reward that has to be earned by\n   working. It is needed.\n2. Walk.",
        ["Rest is not a reward that has to be earned by\n   working.", "It is needed.", "Walk."],
    ),
    # Headings
    ("**What helps**\nTalking does.", ["**What helps**", "Talking does."]),
    ("**Apa yang membantu**\nberbicara dengan teman.", ["**Apa yang membantu**", "berbicara dengan teman."]),
    ("What helps\n==========\nTalking does.", ["What helps", "Talking does."]),
    ("## 1. Rest\n\nSleep well.\n\n### 2. Walk\nDaily.", ["Rest", "Sleep well.", "Walk", "Daily."]),
    ("# Rest #\nSleep.", ["Rest #", "Sleep."]),
    ("---\nRest.\n***\nWalk.", ["Rest.", "Walk."]),
    # Quotes
    ("> He said: “No.” Then left.\n>\n> > I agree.", ["He said: “No.”", "Then left.", "I agree."]),
    ("> You are tired and you\n> need rest. Really.", ["You are tired and you\n> need rest.", "Really."]),
    # Tables
    (
        "| Feeling | What helps |\n|---|---|\n| Sad | Talk. Rest. |\n| Angry | Walk |",
        ["Feeling | What helps", "Sad | Talk. Rest.", "Angry | Walk"],
    ),
    ("Feeling | Help\n--- | ---\nSad | Talk", ["Feeling | Help", "Sad | Talk"]),
    # Code
    ("Use `a.b()` here. Then `x. Y`.", ["Use `a.b()` here.", "Then `x. Y`."]),
    ("~~~\na. B\n```\nc\n~~~\nDone.", ["~~~\na. B\n```\nc\n~~~", "Done."]),
    ("```py\nx = 1. \nY", ["```py\nx = 1. \nY"]),
    # HTML
    ("Rest &amp; sleep. Eat&nbsp;well.", ["Rest &amp; sleep.", "Eat&nbsp;well."]),
    ("Rest.<br>Walk.<br/>Talk.", ["Rest.", "Walk.", "Talk."]),
    # Dialogue
    ("A: How are you?\nB: Tired.", ["A: How are you?", "B: Tired."]),
    ("— Apa kabar?\n— Lelah.", ["Apa kabar?", "Lelah."]),
    ("Therapist: Tell me more. Client: I am tired.", ["Therapist: Tell me more.", "Client: I am tired."]),
    # No space after a stop
    ("Anda lelah.Istirahatlah.", ["Anda lelah.", "Istirahatlah."]),
    ("You are tired!Rest now.", ["You are tired!", "Rest now."]),
    # Bold ends
    ("**You are tired.** Rest now. *Really.* Yes.", ["**You are tired.**", "Rest now.", "*Really.*", "Yes."]),
    ("It takes time.[1] Be patient.[2]", ["It takes time.[1]", "Be patient.[2]"]),
    ("It takes time.¹ Be patient.", ["It takes time.¹", "Be patient."]),
    # Other
    ("iPhone users sleep less. eBay too.", ["iPhone users sleep less.", "eBay too."]),
    ("Rest; then walk. Talk: it helps.", ["Rest; then walk.", "Talk: it helps."]),
    ("\n\n  Rest.  \n\n\n Walk. \t", ["Rest.", "Walk."]),
    ("Yes.\tNo.\u00a0Maybe.", ["Yes.", "No.", "Maybe."]),
    ("¿Estás bien? ¡Sí! Bien.", ["¿Estás bien?", "¡Sí!", "Bien."]),
    ("Das ist z.B. normal. Ja.", ["Das ist z.B. normal.", "Ja."]),
    ("«Oui.» Il dort.", ["«Oui.»", "Il dort."]),
    # Found while mending
    ("**1. Rest more**\nSleep.\n**2. Walk**", ["Rest more**", "Sleep.", "Walk**"]),
    ("# What helps\ntalking does.", ["What helps", "talking does."]),
    (
        "> It is hard, and it goes on for long, so long that it is wrapped.\n> so it goes. Really.",
        ["It is hard, and it goes on for long, so long that it is wrapped.\n> so it goes.", "Really."],
    ),
    (
        "> Rest is long and wide and goes over the end of this line. And\n> it goes on. And on.\n> eBay too.",
        [
            "Rest is long and wide and goes over the end of this line.",
            "And\n> it goes on.",
            "And on.",
            "eBay too.",
        ],
    ),
    ("How many? 5. That is all.", ["How many?", "5.", "That is all."]),
    ("It was at 1. Then at 2. Then at 3.", ["It was at 1.", "Then at 2.", "Then at 3."]),
    ("Coba ini: (1) Tidur. (2) Makan.", ["Coba ini:", "Tidur.", "Makan."]),
    ("Hj. Aminah dan Drs. Umar hadir. Syukurlah.", ["Hj. Aminah dan Drs. Umar hadir.", "Syukurlah."]),
    ("It helps.【4†source】 Try it. [2] Again.", ["It helps.【4†source】", "Try it.", "[2] Again."]),
    (
        "System.Collections.Generic is fine. See Booking.Com now.",
        ["System.Collections.Generic is fine.", "See Booking.Com now."],
    ),
    ("Temui Prof.Siti di sana. Ya.", ["Temui Prof.Siti di sana.", "Ya."]),
    ("Teman, keluarga, dkk. Mereka ada.", ["Teman, keluarga, dkk.", "Mereka ada."]),
    ("| A | B |\n| x | y |\nthen text.", ["A | B", "x | y", "then text."]),
    ("She works at the F.B.I. It is hard.", ["She works at the F.B.I.", "It is hard."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_hard_text_is_read_as_these_statements(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


# Only the rest of these tells that a stop in them ended nothing.
TOLD_BY_THE_REST = {
    "Use `a.b()` here. Then `x. Y`.",
    "System.Collections.Generic is fine. See Booking.Com now.",
}


@pytest.mark.parametrize("text", [text for text, _ in CASES if text not in TOLD_BY_THE_REST])
def test_statements_of_an_arriving_text_stay_where_they_are(text: str) -> None:
    whole = split(text)

    so_far = [whole_so_far(text[:length]) for length in range(len(text))]

    assert all(spans == whole[: len(spans)] for spans in so_far)
