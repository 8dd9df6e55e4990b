"""What the grouping knows of Indonesian."""

from app.explore.contraries import INDONESIAN_AXES
from app.explore.stemming import indonesian_stem
from app.explore.vocabulary import Vocabulary, persons_of, phrases_of, synonyms_of, words_of

INDONESIAN = Vocabulary(
    stem=indonesian_stem,
    phrases=phrases_of("""
        tidak hanya =
        bukan hanya =
        tidak cuma =
        bukan cuma =
        bukan sekadar =
        tidak sekadar =
        mau tidak mau = harus
        jangan lupa = ingat
        jangan ragu untuk =
        jangan ragu =
        jangan segan =
        jangan sungkan =
        jangan takut untuk =
        tidak apa apa = boleh
        tak apa apa = boleh
        tidak masalah = boleh
        tidak ada salahnya = boleh
        belum tentu = tidak
        tidak lagi = tidak
        beri tahu = kabari
        memberi tahu = kabari
        diberi tahu = kabari
        beritahu = kabari
        memberitahu = kabari
        kasih tahu = kabari
        orang tua = orangtua
        rumah tangga = rumahtangga
        satu sama lain = saling
        paling sedikit = minimal
        setidaknya = minimal
        paling tidak = minimal
        paling banyak = maksimal
        sering kali = sering
        kerja sama = kerjasama
        rasa bersalah = rasasalah
        minta maaf = maaf
        meminta maaf = maaf
    """),
    function_words=words_of("""
        yang dan atau tetapi tapi namun serta di ke dari dalam pada kepada untuk bagi dengan oleh tentang
        soal mengenai terhadap antara sebagai seperti bahwa karena sebab agar supaya sehingga maka jika
        kalau bila apabila ketika saat sewaktu sambil selagi selama sebelum setelah sesudah sejak sampai
        hingga daripada adalah ialah merupakan ini itu tersebut sini situ sana saya aku kami kita anda kamu
        kau engkau kalian dia ia beliau mereka nya ku mu diri seorang seseorang sebuah suatu para sang si
        bisa dapat boleh mungkin akan telah sudah sedang masih harus mesti perlu sebaiknya sebisanya
        seharusnya hendaknya cobalah coba usahakan usaha berusaha mencoba pertimbangkan mempertimbangkan
        pastikan membantu bantu membuat buat menjadi jadi lakukan melakukan gunakan menggunakan penggunaan
        pakai memakai secara cara hal sangat sekali saja juga pun lagi pula lah kah ya dulu dahulu lebih apa
        siapa mana bagaimana mengapa kenapa apakah kadang sering biasanya umumnya ingat ingatlah ada adanya
        punya baik ide penting ambil mengambil tidak tak bukan jangan belum tanpa hanya cuma pernah sama
        bagian sendiri semacam sejenis masing setiap tiap
    """),
    synonyms=synonyms_of(
        indonesian_stem,
        """
        mulai awali
        bicara berbincang mengobrol ngobrol diskusi
        kabari sampaikan katakan bilang
        ponsel hp handphone telepon
        terapis konselor psikoterapis
        atasan bos
        kurangi batasi
        pilih tentukan
        ibu mama bunda
        ayah bapak papa
        wajar normal alami
        uang duit
        susah sulit sukar
        rehat istirahat
        teman kawan sahabat
        teratur rutin konsisten
        catat tulis
        cemas gelisah khawatir
        besar gede
        cepat lekas
        penghasilan pendapatan
        gaji upah
        butuh perlu
        mustahil takmungkin
        bahagia senang gembira
        belanja beli
        bertengkar ribut cekcok
        """,
    ),
    negations=words_of("""
        tidak tak bukan jangan belum tanpa nggak enggak gak ga ndak tiada hindari menghindari hentikan menghentikan
        berhenti stop mustahil dilarang larang melarang mencegah cegah menolak tolak lewatkan melewatkan
    """),
    exclusives=words_of("hanya cuma semata"),
    axes=INDONESIAN_AXES,
    persons=persons_of("saya aku kami ku", "anda kamu kau engkau kalian mu", "dia ia beliau mereka"),
    pivots=words_of("sebelum setelah sesudah daripada sampai hingga menyebabkan akibat"),
    breaks=words_of("itu adalah merupakan bisa dapat akan membuat membantu"),
    numbers={
        word: str(value)
        for value, word in enumerate(
            "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
        )
    }
    | {"seratus": "100", "seribu": "1000", "setengah": "1/2", "separuh": "1/2", "sepertiga": "1/3"}
    | {"seperempat": "1/4", "sekali": "1"},
    ones=words_of("satu setiap tiap per"),
    units={
        "detik": ("second", 1), "menit": ("minute", 1), "jam": ("minute", 60), "hari": ("day", 1),
        "minggu": ("day", 7), "pekan": ("day", 7), "bulan": ("month", 1), "tahun": ("month", 12),
        "persen": ("percent", 1), "malam": ("night", 1), "pagi": ("morning", 1), "ali": ("time", 1),
        "rupiah": ("rupiah", 1), "juta": ("million", 1), "ribu": ("thousand", 1),
    },
    with_one={
        "sehari": "hari", "seminggu": "minggu", "sepekan": "pekan", "sebulan": "bulan", "setahun": "tahun",
        "sejam": "jam", "semenit": "menit", "harian": "hari", "mingguan": "minggu", "bulanan": "bulan",
    },
)  # fmt: skip
