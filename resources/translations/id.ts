<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AgainOverview</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Answer {number} was cut: it had reached the greatest length.</source>
        <translation>Jawaban {number} terpotong: panjangnya sudah mencapai batas.</translation>
    </message>
    <message>
        <source>Answer {number} was stopped.</source>
        <translation>Jawaban {number} dihentikan.</translation>
    </message>
    <message>
        <source>In answer {number} the model stopped by itself.</source>
        <translation>Pada jawaban {number}, model berhenti sendiri.</translation>
    </message>
    <message>
        <source>Nothing changed this time.</source>
        <translation>Kali ini tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Nothing stayed the same this time.</source>
        <translation>Kali ini tidak ada yang tetap sama.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Yang tetap</translation>
    </message>
</context>
<context>
    <name>AgainStart</name>
    <message>
        <source>Eight answers are the most at once.</source>
        <translation>Paling banyak delapan jawaban sekaligus.</translation>
    </message>
    <message>
        <source>Fewer times</source>
        <translation>Kurangi</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>Berapa kali?</translation>
    </message>
    <message>
        <source>More times</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>The model on this computer answers the same question several times. Then you can look together at what stays and what changes.</source>
        <translation>Model di komputer ini menjawab pertanyaan yang sama beberapa kali. Setelah itu Anda bisa melihat bersama apa yang tetap dan apa yang berubah.</translation>
    </message>
    <message>
        <source>Three answers are the fewest that can be compared.</source>
        <translation>Paling sedikit tiga jawaban untuk dibandingkan.</translation>
    </message>
    <message>
        <source>{number} times</source>
        <translation>{number} kali</translation>
    </message>
</context>
<context>
    <name>AgainView</name>
    <message>
        <source>All answers</source>
        <translation>Semua jawaban</translation>
    </message>
    <message>
        <source>All answers are here.</source>
        <translation>Semua jawaban sudah ada.</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Jawaban {number}</translation>
    </message>
    <message>
        <source>Ask again once more</source>
        <translation>Tanya ulang lagi</translation>
    </message>
    <message>
        <source>Ask differently</source>
        <translation>Tanya dengan kata lain</translation>
    </message>
    <message>
        <source>Ask {number} times</source>
        <translation>Tanya {number} kali</translation>
    </message>
    <message>
        <source>Back to the answers</source>
        <translation>Kembali ke jawaban</translation>
    </message>
    <message>
        <source>Each small page is one answer. Filled means that answer says it.</source>
        <translation>Tiap halaman kecil adalah satu jawaban. Yang terisi berarti jawaban itu mengatakannya.</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>Simpan yang berarti</translation>
    </message>
    <message>
        <source>Read and mark this one</source>
        <translation>Baca dan tandai yang ini</translation>
    </message>
    <message>
        <source>Read one answer</source>
        <translation>Baca satu jawaban</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Hentikan semua</translation>
    </message>
    <message>
        <source>The same question, asked several times</source>
        <translation>Pertanyaan yang sama, ditanyakan beberapa kali</translation>
    </message>
    <message>
        <source>The same question, asked {number} times</source>
        <translation>Pertanyaan yang sama, ditanyakan {number} kali</translation>
    </message>
</context>
<context>
    <name>AnswerColumn</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Asked: {words}</source>
        <translation>Ditanyakan: {words}</translation>
    </message>
    <message>
        <source>Nothing arrived that can be read.</source>
        <translation>Belum ada yang bisa dibaca.</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Tampilkan semuanya</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Ringkas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Stop answer {number}</source>
        <translation>Hentikan jawaban {number}</translation>
    </message>
</context>
<context>
    <name>AnswerHead</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Jawaban {number}</translation>
    </message>
    <message>
        <source>Ask once more</source>
        <translation>Tanya sekali lagi</translation>
    </message>
    <message>
        <source>Asked in other words</source>
        <translation>Ditanyakan dengan kata lain</translation>
    </message>
    <message>
        <source>This small English model shows how Trialogue works. It is not for clinical use.</source>
        <translation>Model kecil berbahasa Inggris ini menunjukkan cara kerja Trialogue. Bukan untuk penggunaan klinis.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>{name} asked</source>
        <translation>{name} bertanya</translation>
    </message>
</context>
<context>
    <name>AnswerTiles</name>
    <message>
        <source>Answer {number} does not say it.</source>
        <translation>Jawaban {number} tidak mengatakannya.</translation>
    </message>
    <message>
        <source>Answer {number} says it.</source>
        <translation>Jawaban {number} mengatakannya.</translation>
    </message>
    <message>
        <source>The arrow keys choose an answer, Enter reads it.</source>
        <translation>Tombol panah memilih jawaban, Enter membacanya.</translation>
    </message>
    <message>
        <source>said in answer {number} of {total}</source>
        <translation>dikatakan di jawaban {number} dari {total}</translation>
    </message>
    <message>
        <source>said in answers {numbers} of {total}</source>
        <translation>dikatakan di jawaban {numbers} dari {total}</translation>
    </message>
    <message>
        <source>{numbers} and {last}</source>
        <translation>{numbers} dan {last}</translation>
    </message>
</context>
<context>
    <name>ArrivingPage</name>
    <message>
        <source>Nothing to look at yet.</source>
        <translation>Belum ada yang bisa dilihat.</translation>
    </message>
    <message>
        <source>The AI text is arriving</source>
        <translation>Teks AI sedang muncul</translation>
    </message>
</context>
<context>
    <name>ArrivingRound</name>
    <message>
        <source>How much of the question the model has read</source>
        <translation>Seberapa banyak pertanyaan yang sudah dibaca model</translation>
    </message>
    <message>
        <source>The answers are arriving.</source>
        <translation>Jawaban-jawaban sedang muncul.</translation>
    </message>
    <message>
        <source>The model is reading the question.</source>
        <translation>Model sedang membaca pertanyaannya.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>An answer is still arriving.</source>
        <translation>Masih ada jawaban yang sedang muncul.</translation>
    </message>
    <message>
        <source>It is not known what was asked.</source>
        <translation>Tidak diketahui apa yang ditanyakan.</translation>
    </message>
    <message>
        <source>The model is getting ready. This takes a moment.</source>
        <translation>Model sedang bersiap. Tunggu sebentar.</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Close it</source>
        <translation>Tutup layarnya</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tutupi</translation>
    </message>
    <message>
        <source>Covered on {screen}</source>
        <translation>Tertutup di {screen}</translation>
    </message>
    <message>
        <source>Nothing is shown on {screen}</source>
        <translation>Tidak ada yang tampil di {screen}</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <source>Shown on {screen}</source>
        <translation>Tampil di {screen}</translation>
    </message>
    <message>
        <source>The second display</source>
        <translation>Layar kedua</translation>
    </message>
</context>
<context>
    <name>BringPane</name>
    <message>
        <source>An answer is still arriving.</source>
        <translation>Masih ada jawaban yang sedang muncul.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanya</translation>
    </message>
    <message>
        <source>Ask the model on this computer</source>
        <translation>Tanya model di komputer ini</translation>
    </message>
    <message>
        <source>Bring an answer</source>
        <translation>Bawa sebuah jawaban</translation>
    </message>
    <message>
        <source>ChatGPT, Gemini, a friend’s phone</source>
        <translation>ChatGPT, Gemini, ponsel teman</translation>
    </message>
    <message>
        <source>In the client’s own words, as they would type it</source>
        <translation>Dengan kata-kata klien sendiri, seperti yang akan ia ketik</translation>
    </message>
    <message>
        <source>Paste or type what the AI said</source>
        <translation>Tempel atau ketik apa yang dikatakan AI</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Baca</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Jawabannya</translation>
    </message>
    <message>
        <source>The answer is made on this computer, word by word.</source>
        <translation>Jawaban dibuat di komputer ini, kata demi kata.</translation>
    </message>
    <message>
        <source>The model is getting ready. This takes a moment.</source>
        <translation>Model sedang bersiap. Tunggu sebentar.</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Pertanyaannya</translation>
    </message>
    <message>
        <source>This small English model shows how Trialogue works. It is not for clinical use.</source>
        <translation>Model kecil berbahasa Inggris ini hanya menunjukkan cara kerja Trialogue. Bukan untuk penggunaan klinis.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>What shall we look at?</source>
        <translation>Apa yang ingin kita lihat?</translation>
    </message>
    <message>
        <source>What was asked, if you know</source>
        <translation>Apa yang ditanyakan, jika tahu</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Dari mana asalnya</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>Model apa</translation>
    </message>
    <message>
        <source>Who brought it</source>
        <translation>Siapa yang membawa</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>In your own words</source>
        <translation>Dengan kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>Questions to talk about. What you write here saves itself.</source>
        <translation>Pertanyaan untuk dibicarakan. Yang Anda tulis di sini tersimpan sendiri.</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Choose the colours</source>
        <translation>Pilih warna</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>Pilih bahasa</translation>
    </message>
</context>
<context>
    <name>CoveredPage</name>
    <message>
        <source>Covered</source>
        <translation>Tertutup</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <source>Take the time you need. Nothing is shown.</source>
        <translation>Tidak perlu terburu-buru. Tidak ada yang ditampilkan.</translation>
    </message>
</context>
<context>
    <name>CreateScreen</name>
    <message>
        <source>A few words that mean something only to you. Write them down and keep them in a safe place.</source>
        <translation>Beberapa kata yang berarti hanya bagi Anda. Tuliskan dan simpan di tempat yang aman.</translation>
    </message>
    <message>
        <source>A vault for your work</source>
        <translation>Brankas untuk pekerjaan Anda</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Sedikitnya {count} karakter.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Pilih frasa sandi</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation>Buat brankas</translation>
    </message>
    <message>
        <source>Easy to guess. One or two more words help a lot.</source>
        <translation>Masih mudah ditebak. Satu atau dua kata lagi sangat membantu.</translation>
    </message>
    <message>
        <source>Good. One more word makes it strong.</source>
        <translation>Sudah baik. Satu kata lagi membuatnya kuat.</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>Brankas sedang dibuat</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Sessions, marks and notes are kept in one encrypted vault on this computer. Only your passphrase opens it. Nobody can reset it for you.</source>
        <translation>Sesi, tanda, dan catatan disimpan dalam satu brankas terenkripsi di komputer ini. Hanya frasa sandi Anda yang membukanya. Tidak ada yang bisa mengatur ulang frasa itu untuk Anda.</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Langkah {step} dari {steps}</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Kuat.</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>Frasa sandi yang sama sekali lagi</translation>
    </message>
    <message>
        <source>This name stands beside your marks on the shared screen. You can change it later.</source>
        <translation>Nama ini tampil di samping tanda Anda di layar bersama. Anda bisa mengubahnya nanti.</translation>
    </message>
    <message>
        <source>What do clients call you?</source>
        <translation>Klien memanggil Anda dengan nama apa?</translation>
    </message>
    <message>
        <source>Your name on the shared screen</source>
        <translation>Nama Anda di layar bersama</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>A day earlier</source>
        <translation>Sehari lebih awal</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Sehari lebih lambat</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Hari lain</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>In one week</source>
        <translation>Satu minggu lagi</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>Dua minggu lagi</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Tanpa tanggal</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Besok</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Clients</source>
        <translation>Klien</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Something in Trialogue did not work. What you wrote is saved; lock and unlock to go on safely.</source>
        <translation>Ada bagian Trialogue yang tidak berjalan. Tulisan Anda tersimpan; kunci lalu buka lagi agar bisa lanjut dengan aman.</translation>
    </message>
    <message>
        <source>Something in Trialogue did not work. What you wrote last may not be saved: write it down, then lock and unlock.</source>
        <translation>Ada yang tidak berjalan di Trialogue. Tulisan terakhir Anda mungkin belum tersimpan: catatlah, lalu kunci dan buka lagi.</translation>
    </message>
    <message>
        <source>Start or open a session first, under Clients.</source>
        <translation>Mulai atau buka sesi dulu, di bagian Klien.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Hardly anything is the same in these answers, so nothing is underlined.</source>
        <translation>Hampir tidak ada yang sama dalam jawaban-jawaban ini, jadi tidak ada yang digarisbawahi.</translation>
    </message>
    <message>
        <source>Underlined: not in all answers.</source>
        <translation>Bergaris bawah: tidak ada di semua jawaban.</translation>
    </message>
</context>
<context>
    <name>DifferentlyView</name>
    <message>
        <source>All answers are here.</source>
        <translation>Semua jawaban sudah ada.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Tanya ulang</translation>
    </message>
    <message>
        <source>Ask these {number}</source>
        <translation>Tanyakan {number} ini</translation>
    </message>
    <message>
        <source>Ask this one</source>
        <translation>Tanyakan yang ini</translation>
    </message>
    <message>
        <source>Back to the answers</source>
        <translation>Kembali ke jawaban</translation>
    </message>
    <message>
        <source>Change the wordings</source>
        <translation>Ubah kata-katanya</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>Simpan yang berarti</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Hentikan semua</translation>
    </message>
    <message>
        <source>The question in other words</source>
        <translation>Pertanyaan dengan kata lain</translation>
    </message>
</context>
<context>
    <name>DividePart</name>
    <message>
        <source>Divide here</source>
        <translation>Bagi di sini</translation>
    </message>
    <message>
        <source>Leave it whole</source>
        <translation>Biarkan utuh</translation>
    </message>
    <message>
        <source>Where does the second part begin? Arrow keys or a click move the mark.</source>
        <translation>Di mana bagian kedua dimulai? Tombol panah atau klik memindahkan tandanya.</translation>
    </message>
</context>
<context>
    <name>DivideText</name>
    <message>
        <source>Arrow keys move the place, Enter divides, Esc leaves it whole.</source>
        <translation>Tombol panah memindahkan tempatnya, Enter membagi, Esc membiarkannya utuh.</translation>
    </message>
    <message>
        <source>Divide between “{before}” and “{after}”</source>
        <translation>Bagi antara “{before}” dan “{after}”</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>Three voices, one screen</source>
        <translation>Tiga suara, satu layar</translation>
    </message>
    <message>
        <source>Works without the internet. Nothing you write here leaves this computer.</source>
        <translation>Bekerja tanpa internet. Yang Anda tulis di sini tidak keluar dari komputer ini.</translation>
    </message>
</context>
<context>
    <name>ExplorationStrip</name>
    <message>
        <source>A brought answer</source>
        <translation>Jawaban yang dibawa</translation>
    </message>
    <message>
        <source>Ask or bring</source>
        <translation>Tanya atau bawa</translation>
    </message>
    <message>
        <source>{number}  {words}</source>
        <translation>{number}  {words}</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>doesn’t fit</source>
        <translation>tidak cocok</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cocok</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>belum yakin</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>belum ditandai</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>sebagian cocok</translation>
    </message>
    <message>
        <source>{name}: {fit}</source>
        <translation>{name}: {fit}</translation>
    </message>
    <message>
        <source>{name}: {fit}, matters</source>
        <translation>{name}: {fit}, penting</translation>
    </message>
</context>
<context>
    <name>GroupRow</name>
    <message>
        <source>in all {total}</source>
        <translation>di semua {total}</translation>
    </message>
    <message>
        <source>in {number} of {total}</source>
        <translation>di {number} dari {total}</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Checking</source>
        <translation>Memeriksa</translation>
    </message>
    <message>
        <source>Enter opens your desk. Esc stays together.</source>
        <translation>Enter membuka meja kerja Anda. Esc tetap bersama.</translation>
    </message>
    <message>
        <source>Only I can see the screen</source>
        <translation>Hanya saya yang melihat layar</translation>
    </message>
    <message>
        <source>Stay together</source>
        <translation>Tetap bersama</translation>
    </message>
    <message>
        <source>Turn the screen to you first</source>
        <translation>Arahkan layar ke Anda dulu</translation>
    </message>
    <message>
        <source>What you typed is being checked.</source>
        <translation>Yang Anda ketik sedang diperiksa.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>PIN Anda</translation>
    </message>
    <message>
        <source>Your notes come back after this. Nothing private is on the screen yet.</source>
        <translation>Catatan Anda tampil lagi setelah ini. Belum ada hal pribadi di layar.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Frasa sandi Anda</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>A name that only you connect with them</source>
        <translation>Nama yang hanya Anda tahu milik siapa</translation>
    </message>
    <message>
        <source>Add a client under a pseudonym</source>
        <translation>Tambah klien dengan nama samaran</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Tambah klien</translation>
    </message>
    <message>
        <source>Choose a client to see their sessions.</source>
        <translation>Pilih klien untuk melihat sesinya.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klien</translation>
    </message>
    <message>
        <source>No clients yet. Add the first one under a name that is not their own.</source>
        <translation>Belum ada klien. Tambahkan yang pertama dengan nama yang bukan nama aslinya.</translation>
    </message>
</context>
<context>
    <name>KeepView</name>
    <message>
        <source>AI text that led to it</source>
        <translation>Teks AI yang mengantar ke sini</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Dengan kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>Simpan yang berarti</translation>
    </message>
    <message>
        <source>That is taken back.</source>
        <translation>Sudah ditarik kembali.</translation>
    </message>
    <message>
        <source>The next session opens on what you keep here.</source>
        <translation>Sesi berikutnya dibuka dengan yang Anda simpan di sini.</translation>
    </message>
    <message>
        <source>The page to take home</source>
        <translation>Lembar untuk dibawa pulang</translation>
    </message>
    <message>
        <source>What is kept from today</source>
        <translation>Yang disimpan dari hari ini</translation>
    </message>
    <message>
        <source>“{statement}”</source>
        <translation>“{statement}”</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>All of us</source>
        <translation>Kita semua</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Lipat</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Pertemuan lalu</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>{who}, until {date}</source>
        <translation>{who}, sampai {date}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>PDF file</source>
        <translation>Berkas PDF</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Teks biasa</translation>
    </message>
    <message>
        <source>Save the page to take home</source>
        <translation>Simpan lembar untuk dibawa pulang</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Halaman web</translation>
    </message>
</context>
<context>
    <name>LensChoice</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Cards need no model: they are for your own words.</source>
        <translation>Kartu tidak memerlukan model: tempat untuk kata-kata Anda sendiri.</translation>
    </message>
    <message>
        <source>Guided cards</source>
        <translation>Kartu pemandu</translation>
    </message>
    <message>
        <source>Looked at before</source>
        <translation>Yang sudah dilihat</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>Seluruh jawaban</translation>
    </message>
    <message>
        <source>This statement alone</source>
        <translation>Hanya pernyataan ini</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Yang ingin dilihat</translation>
    </message>
    <message>
        <source>{lens}: an earlier statement</source>
        <translation>{lens}: pernyataan sebelumnya</translation>
    </message>
    <message>
        <source>{lens}: the whole answer</source>
        <translation>{lens}: seluruh jawaban</translation>
    </message>
    <message>
        <source>{lens}: “{statement}”</source>
        <translation>{lens}: “{statement}”</translation>
    </message>
</context>
<context>
    <name>LensResult</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>About a statement that has been joined or divided since</source>
        <translation>Tentang pernyataan yang kini sudah digabung atau dibagi</translation>
    </message>
    <message>
        <source>About the whole answer</source>
        <translation>Tentang seluruh jawaban</translation>
    </message>
    <message>
        <source>About this statement of the AI text</source>
        <translation>Tentang pernyataan teks AI ini</translation>
    </message>
    <message>
        <source>How much of the answer the model has read</source>
        <translation>Seberapa banyak jawaban yang sudah dibaca model</translation>
    </message>
    <message>
        <source>Nothing arrived that can be read.</source>
        <translation>Tidak ada yang tiba untuk dibaca.</translation>
    </message>
    <message>
        <source>The model is reading the answer.</source>
        <translation>Model sedang membaca jawaban.</translation>
    </message>
    <message>
        <source>The model was shown only the beginning of the answer: all of it found no room.</source>
        <translation>Model hanya diberi bagian awal jawaban: seluruhnya tidak muat.</translation>
    </message>
</context>
<context>
    <name>LensView</name>
    <message>
        <source>Ask once more</source>
        <translation>Tanyakan sekali lagi</translation>
    </message>
    <message>
        <source>Look through a lens</source>
        <translation>Lihat melalui lensa</translation>
    </message>
    <message>
        <source>Other lenses</source>
        <translation>Lensa lain</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>That statement is no longer there: it has been joined or divided.</source>
        <translation>Pernyataan itu tidak ada lagi: sudah digabung atau dibagi.</translation>
    </message>
    <message>
        <source>The model looks at the answer. What it says is AI text too.</source>
        <translation>Model melihat jawaban itu. Yang dikatakannya juga teks AI.</translation>
    </message>
    <message>
        <source>This lens is no longer offered.</source>
        <translation>Lensa ini tidak tersedia lagi.</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Ask again</source>
        <translation>Tanya lagi</translation>
    </message>
    <message>
        <source>Ask differently</source>
        <translation>Tanya dengan cara lain</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>It is not known what was asked.</source>
        <translation>Tidak diketahui apa yang ditanyakan.</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>Simpan yang berarti</translation>
    </message>
    <message>
        <source>Lenses</source>
        <translation>Lensa</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Lihat lebih jauh</translation>
    </message>
    <message>
        <source>Only for answers that were made on this computer.</source>
        <translation>Hanya untuk jawaban yang dibuat di komputer ini.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Ungkap</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>There are no statements to mark yet.</source>
        <translation>Belum ada pernyataan untuk ditandai.</translation>
    </message>
    <message>
        <source>There are no words to look at yet.</source>
        <translation>Belum ada kata-kata untuk dilihat.</translation>
    </message>
    <message>
        <source>What we each marked</source>
        <translation>Tanda dari kita masing-masing</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
</context>
<context>
    <name>ManyRows</name>
    <message>
        <source>… and {number} more said once</source>
        <translation>… dan {number} lagi yang hanya sekali muncul</translation>
    </message>
</context>
<context>
    <name>MarkChip</name>
    <message>
        <source>covered</source>
        <translation>tertutup</translation>
    </message>
    <message>
        <source>{name}: marked, covered</source>
        <translation>{name}: sudah ditandai, tertutup</translation>
    </message>
</context>
<context>
    <name>MattersTag</name>
    <message>
        <source>matters to me</source>
        <translation>penting bagi saya</translation>
    </message>
</context>
<context>
    <name>MattersToggle</name>
    <message>
        <source>Matters</source>
        <translation>Penting</translation>
    </message>
    <message>
        <source>This matters to me</source>
        <translation>Ini penting bagi saya</translation>
    </message>
</context>
<context>
    <name>NextStepCard</name>
    <message>
        <source>Everybody</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Apa yang akan dilakukan</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Siapa yang melakukannya</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Hide the private panel</source>
        <translation>Sembunyikan panel pribadi</translation>
    </message>
    <message>
        <source>No notes yet. Start when you’re ready.</source>
        <translation>Belum ada catatan. Mulai saat Anda siap.</translation>
    </message>
    <message>
        <source>Not saved yet. It stays here and is tried again.</source>
        <translation>Belum tersimpan. Tulisan tetap ada di sini dan akan dicoba lagi.</translation>
    </message>
    <message>
        <source>Note on this session</source>
        <translation>Catatan sesi ini</translation>
    </message>
    <message>
        <source>Saved in your vault, {time}</source>
        <translation>Tersimpan di brankas Anda, {time}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sedang disimpan</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Tutup pesan ini</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>All of us</source>
        <translation>Kami semua</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>How it sits with us</source>
        <translation>Bagaimana rasanya bagi kami</translation>
    </message>
    <message>
        <source>If you need somebody at once</source>
        <translation>Jika Anda butuh seseorang saat ini juga</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Saya</translation>
    </message>
    <message>
        <source>My next step</source>
        <translation>Langkah saya berikutnya</translation>
    </message>
    <message>
        <source>My therapist</source>
        <translation>Terapis saya</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Parts marked “AI text” were written by a computer program. It does not know you. It can be wrong.</source>
        <translation>Bagian bertanda “Teks AI” ditulis oleh program komputer. Program itu tidak mengenal Anda. Isinya bisa keliru.</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>What I take with me</source>
        <translation>Yang saya bawa pulang</translation>
    </message>
    <message>
        <source>What the AI said</source>
        <translation>Yang dikatakan AI</translation>
    </message>
    <message>
        <source>What we looked at together</source>
        <translation>Yang kami lihat bersama</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>matters to me</source>
        <translation>penting bagi saya</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>A name on the page</source>
        <translation>Nama di lembar</translation>
    </message>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Marks are printed only if everybody has chosen it.</source>
        <translation>Tanda hanya dicetak jika semua memilihnya.</translation>
    </message>
    <message>
        <source>Marks can be printed once they are revealed.</source>
        <translation>Tanda dapat dicetak setelah dibuka.</translation>
    </message>
    <message>
        <source>No name is printed unless you type one.</source>
        <translation>Nama hanya dicetak jika Anda mengetiknya.</translation>
    </message>
    <message>
        <source>Print our marks</source>
        <translation>Cetak tanda dari kita</translation>
    </message>
    <message>
        <source>Statements that belong on the page</source>
        <translation>Pernyataan untuk lembar ini</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Choose what stands on it</source>
        <translation>Pilih isinya</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. The page can be saved in its place.</source>
        <translation>Belum ada pencetak di komputer ini. Lembar dapat disimpan sebagai gantinya.</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Belum pas</translation>
    </message>
    <message>
        <source>Page to take home</source>
        <translation>Lembar untuk dibawa pulang</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Read it large</source>
        <translation>Baca lebih besar</translation>
    </message>
    <message>
        <source>Read it through. It leaves only when you say that it is right.</source>
        <translation>Bacalah sampai selesai. Lembar ini baru keluar setelah Anda mengatakan sudah pas.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Saving and printing are at the desk.</source>
        <translation>Menyimpan dan mencetak dilakukan di meja kerja.</translation>
    </message>
    <message>
        <source>The page has just changed. Look at it once more.</source>
        <translation>Lembar ini baru saja berubah. Lihatlah sekali lagi.</translation>
    </message>
    <message>
        <source>The page is empty. Choose a statement, or keep something in your own words.</source>
        <translation>Lembar masih kosong. Pilih pernyataan, atau simpan sesuatu dengan kata-kata Anda sendiri.</translation>
    </message>
    <message>
        <source>The page is on its way to the printer.</source>
        <translation>Lembar sedang dikirim ke pencetak.</translation>
    </message>
    <message>
        <source>The page is saved: {place}</source>
        <translation>Lembar tersimpan: {place}</translation>
    </message>
    <message>
        <source>The page to take home</source>
        <translation>Lembar untuk dibawa pulang</translation>
    </message>
    <message>
        <source>The printer did not take the page. Look whether it is on, then print again.</source>
        <translation>Pencetak tidak menerima lembar. Lihat apakah sudah menyala, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>This page is right for me</source>
        <translation>Lembar ini sudah pas bagi saya</translation>
    </message>
    <message>
        <source>You choose what stands on it.</source>
        <translation>Anda yang memilih isinya.</translation>
    </message>
    <message>
        <source>You said that this page is right. If it changes, you are asked again.</source>
        <translation>Anda mengatakan lembar ini sudah pas. Jika berubah, Anda akan ditanya lagi.</translation>
    </message>
</context>
<context>
    <name>PhrasingEditor</name>
    <message>
        <source>A model often agrees with the way a question is put. Ask it in several wordings at once, and look at what differs. Change any words you like.</source>
        <translation>Model sering mengikuti cara sebuah pertanyaan diajukan. Tanyakan dengan beberapa cara sekaligus, lalu lihat apa yang berbeda. Kata-katanya boleh Anda ubah.</translation>
    </message>
    <message>
        <source>Choose at least one wording.</source>
        <translation>Pilih paling sedikit satu cara bertanya.</translation>
    </message>
    <message>
        <source>What it did not know</source>
        <translation>Yang belum diketahuinya</translation>
    </message>
</context>
<context>
    <name>Phrasings</name>
    <message>
        <source>As it was asked</source>
        <translation>Seperti ditanyakan</translation>
    </message>
    <message>
        <source>As what a friend thinks</source>
        <translation>Sebagai pendapat seorang teman</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Netral</translation>
    </message>
    <message>
        <source>The opposite</source>
        <translation>Kebalikannya</translation>
    </message>
    <message>
        <source>With what the AI did not know about me</source>
        <translation>Dengan hal yang belum diketahui AI tentang saya</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Signs that the PDF cannot draw are boxes here. Web page and plain text keep them.</source>
        <translation>Tanda yang tidak dapat digambar dalam PDF tampil sebagai kotak. Halaman web dan teks biasa tetap memuatnya.</translation>
    </message>
    <message>
        <source>The page as it will be printed</source>
        <translation>Lembar seperti yang akan dicetak</translation>
    </message>
    <message>
        <source>The page cannot be drawn now. Change something on it, and it is tried again.</source>
        <translation>Lembar belum dapat digambar. Ubah sesuatu, lalu akan dicoba lagi.</translation>
    </message>
    <message>
        <source>The page is being drawn.</source>
        <translation>Lembar sedang digambar.</translation>
    </message>
</context>
<context>
    <name>PrintCard</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Choose a printer…</source>
        <translation>Pilih pencetak…</translation>
    </message>
    <message>
        <source>This leaves the vault: whoever finds the sheet can read it, and this computer and the printer may keep a copy of what they print.</source>
        <translation>Ini keluar dari brankas: siapa pun yang menemukan kertasnya dapat membacanya, dan komputer serta pencetak mungkin menyimpan salinannya.</translation>
    </message>
</context>
<context>
    <name>PrivateSurface</name>
    <message>
        <source>Never on the shared screen</source>
        <translation>Tidak tampil di layar bersama</translation>
    </message>
    <message>
        <source>Private to you</source>
        <translation>Hanya untuk Anda</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections</source>
        <translation>Bagian</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>Shown now</source>
        <translation>Sedang tampil</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>How much of the question the model has read</source>
        <translation>Seberapa banyak pertanyaan yang sudah dibaca model</translation>
    </message>
    <message>
        <source>Nothing arrived that can be read.</source>
        <translation>Belum ada yang bisa dibaca.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>The answer is arriving.</source>
        <translation>Jawaban sedang muncul.</translation>
    </message>
    <message>
        <source>The model is reading the question.</source>
        <translation>Model sedang membaca pertanyaannya.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Screen recordings show your desk now.</source>
        <translation>Saat ini rekaman layar memperlihatkan meja kerja Anda.</translation>
    </message>
    <message>
        <source>The system says that recordings do not show your desk now.</source>
        <translation>Menurut sistem, saat ini rekaman tidak memperlihatkan meja kerja Anda.</translation>
    </message>
    <message>
        <source>The system says that recordings show your desk as a black area now.</source>
        <translation>Menurut sistem, saat ini meja kerja Anda tampak hitam dalam rekaman.</translation>
    </message>
    <message>
        <source>The system was asked to hide your desk. Newer versions of it may record it all the same.</source>
        <translation>Sistem sudah diminta menyembunyikan meja kerja Anda. Versi yang lebih baru mungkin tetap merekamnya.</translation>
    </message>
    <message>
        <source>This system cannot hide windows from screen recording.</source>
        <translation>Sistem ini tidak dapat menyembunyikan jendela dari rekaman layar.</translation>
    </message>
</context>
<context>
    <name>RecordingOffer</name>
    <message>
        <source>Hide it</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Hide your desk from screen recording? The shared screen stays as it is. Screen magnifiers may show black then; you can change it under Settings.</source>
        <translation>Sembunyikan meja kerja Anda dari rekaman layar? Layar bersama tetap seperti biasa. Kaca pembesar layar mungkin menjadi hitam; Anda dapat mengubahnya di Pengaturan.</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Tidak, terima kasih</translation>
    </message>
</context>
<context>
    <name>Relation</name>
    <message>
        <source>Close</source>
        <translation>Berdekatan</translation>
    </message>
    <message>
        <source>Same view</source>
        <translation>Pandangan sama</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Masih terbuka</translation>
    </message>
    <message>
        <source>Two views</source>
        <translation>Dua pandangan</translation>
    </message>
</context>
<context>
    <name>RemarkField</name>
    <message>
        <source>Add your own words</source>
        <translation>Tambahkan kata-kata Anda</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Dengan kata-kata Anda sendiri</translation>
    </message>
</context>
<context>
    <name>ReturningSection</name>
    <message>
        <source>A PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Coming back from the shared screen asks for</source>
        <translation>Untuk kembali dari layar bersama diminta</translation>
    </message>
    <message>
        <source>It is asked for from the moment on at which you keep it here.</source>
        <translation>PIN diminta sejak Anda menyimpannya di sini.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>PIN, 4 sampai 12 angka</translation>
    </message>
    <message>
        <source>The passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>PIN yang sama sekali lagi</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>Pakai PIN ini</translation>
    </message>
    <message>
        <source>Whoever sits at the screen can open your desk.</source>
        <translation>Siapa pun yang duduk di depan layar dapat membuka meja kerja Anda.</translation>
    </message>
    <message>
        <source>Your PIN opens your desk. After five wrong ones your passphrase is asked for.</source>
        <translation>PIN membuka meja kerja Anda. Setelah lima kali salah, frasa sandi Anda yang diminta.</translation>
    </message>
    <message>
        <source>Your passphrase opens your desk.</source>
        <translation>Frasa sandi membuka meja kerja Anda.</translation>
    </message>
</context>
<context>
    <name>RevealedRow</name>
    <message>
        <source>not marked</source>
        <translation>belum ditandai</translation>
    </message>
    <message>
        <source>was: {fit}</source>
        <translation>tadinya: {fit}</translation>
    </message>
    <message>
        <source>{name} writes: {words}</source>
        <translation>{name} menulis: {words}</translation>
    </message>
</context>
<context>
    <name>RevealedView</name>
    <message>
        <source>Ask again</source>
        <translation>Tanyakan lagi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>Simpan yang berarti</translation>
    </message>
    <message>
        <source>Mark again</source>
        <translation>Tandai lagi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Read one aloud. What do you notice?</source>
        <translation>Bacakan satu. Apa yang Anda perhatikan?</translation>
    </message>
    <message>
        <source>The AI text says</source>
        <translation>Teks AI mengatakan</translation>
    </message>
    <message>
        <source>The marks lie open now, side by side.</source>
        <translation>Kini semua tanda terbuka, berdampingan.</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Ini yang pertama.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Ini yang terakhir.</translation>
    </message>
    <message>
        <source>What we each marked</source>
        <translation>Tanda dari kita masing-masing</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} dari {total}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} dari {total}</translation>
    </message>
</context>
<context>
    <name>RoundChoice</name>
    <message>
        <source>Round {number}</source>
        <translation>Putaran {number}</translation>
    </message>
</context>
<context>
    <name>SaveCard</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Pilih tempat…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>This leaves the vault: whoever can open the file can read it.</source>
        <translation>Ini keluar dari brankas: siapa pun yang dapat membuka berkasnya dapat membacanya.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A PIN has 4 to 12 digits. Choose one and type it again.</source>
        <translation>PIN terdiri dari 4 sampai 12 angka. Pilih satu, lalu ketik lagi.</translation>
    </message>
    <message>
        <source>A client has that pseudonym already. Choose another one, so that they stay apart.</source>
        <translation>Nama samaran itu sudah dipakai klien lain. Pilih nama lain, supaya keduanya tidak tertukar.</translation>
    </message>
    <message>
        <source>A name is missing. One word is enough.</source>
        <translation>Namanya belum diisi. Satu kata sudah cukup.</translation>
    </message>
    <message>
        <source>A newer version of Trialogue made this vault. Open it with that version.</source>
        <translation>Brankas ini dibuat oleh versi Trialogue yang lebih baru. Bukalah dengan versi itu.</translation>
    </message>
    <message>
        <source>A newer version of Trialogue wrote the vault’s key file. Open it with that version.</source>
        <translation>Berkas kunci brankas ditulis oleh versi Trialogue yang lebih baru. Bukalah dengan versi itu.</translation>
    </message>
    <message>
        <source>Something could not be kept; the rest is saved. Write down what you did last, then lock and unlock to see what is missing.</source>
        <translation>Ada yang tidak bisa disimpan; yang lain tersimpan. Catat yang terakhir Anda lakukan, lalu kunci dan buka lagi untuk melihat yang kurang.</translation>
    </message>
    <message>
        <source>That PIN didn’t open it five times. Type your passphrase instead.</source>
        <translation>PIN itu lima kali belum cocok. Ketik frasa sandi Anda.</translation>
    </message>
    <message>
        <source>That PIN didn’t open it. Try again.</source>
        <translation>PIN itu belum cocok. Coba lagi.</translation>
    </message>
    <message>
        <source>That answer is longer than 200,000 characters. Keep the part that you want to read together.</source>
        <translation>Jawaban itu lebih dari 200.000 karakter. Ambil bagian yang ingin Anda baca bersama.</translation>
    </message>
    <message>
        <source>That is longer than 2,000 characters. Make it shorter; nothing that was kept is lost.</source>
        <translation>Ini lebih panjang dari 2.000 karakter. Persingkatlah; yang sudah tersimpan tidak hilang.</translation>
    </message>
    <message>
        <source>That name is longer than 60 characters. A shorter one fits on the screen.</source>
        <translation>Nama itu lebih dari 60 karakter. Nama yang lebih pendek akan muat di layar.</translation>
    </message>
    <message>
        <source>That passphrase didn’t open it. Try again.</source>
        <translation>Frasa sandi itu belum cocok. Coba lagi.</translation>
    </message>
    <message>
        <source>That question is longer than 8,000 characters. Keep the part that matters, then ask.</source>
        <translation>Pertanyaan itu lebih dari 8.000 karakter. Ambil bagian yang penting, lalu tanyakan.</translation>
    </message>
    <message>
        <source>That question is too long for this model. Keep the part that matters, then ask.</source>
        <translation>Pertanyaan itu terlalu panjang untuk model ini. Ambil bagian yang penting, lalu tanyakan.</translation>
    </message>
    <message>
        <source>The disk does not take what is written. It stays here and is tried again: check the disk.</source>
        <translation>Disk belum menerima yang ditulis. Semuanya tetap di sini dan dicoba lagi: periksa disknya.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; what you wrote stays here and is saved as soon as there is room.</source>
        <translation>Disk penuh. Sediakan ruang; yang Anda tulis tetap di sini dan disimpan begitu ada tempat.</translation>
    </message>
    <message>
        <source>The last answer is just ending. Ask again in a moment.</source>
        <translation>Jawaban sebelumnya hampir selesai. Tunggu sebentar, lalu tanyakan lagi.</translation>
    </message>
    <message>
        <source>The model could not be loaded. Close other programs to free memory, then try again.</source>
        <translation>Model belum bisa dimuat. Tutup program lain agar memori cukup, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The model is not running. Press Try again; reading and marking work without it.</source>
        <translation>Model sedang tidak berjalan. Tekan Coba lagi; membaca dan menandai bisa tanpa model.</translation>
    </message>
    <message>
        <source>The model is still getting ready. Ask again in a moment.</source>
        <translation>Model masih bersiap. Tunggu sebentar, lalu tanyakan lagi.</translation>
    </message>
    <message>
        <source>The model said something unreadable and was stopped. What had arrived is kept; ask once more.</source>
        <translation>Keluaran model tidak terbaca dan model dihentikan. Yang sudah muncul tetap tersimpan; tanyakan sekali lagi.</translation>
    </message>
    <message>
        <source>The model stopped again and again. Press Try again; reading and marking work without it.</source>
        <translation>Model berulang kali berhenti. Tekan Coba lagi; membaca dan menandai bisa tanpa model.</translation>
    </message>
    <message>
        <source>The model stopped by itself and starts again. What had arrived is kept; you can ask once more.</source>
        <translation>Model berhenti sendiri dan dijalankan lagi. Yang sudah muncul tetap tersimpan; Anda bisa bertanya sekali lagi.</translation>
    </message>
    <message>
        <source>The model went silent and was stopped. What had arrived is kept; you can ask once more.</source>
        <translation>Model tidak merespons lagi, jadi dihentikan. Yang sudah muncul tetap tersimpan; Anda bisa bertanya sekali lagi.</translation>
    </message>
    <message>
        <source>The model’s file cannot be read. Allow reading it, then try again.</source>
        <translation>Berkas model tidak bisa dibaca. Izinkan membacanya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The model’s file is incomplete. Copy it to this computer once more.</source>
        <translation>Berkas model belum lengkap. Salin sekali lagi ke komputer ini.</translation>
    </message>
    <message>
        <source>The model’s file is not one that Trialogue can read. Put a working copy in its place.</source>
        <translation>Berkas model itu tidak bisa dibaca Trialogue. Gantilah dengan salinan yang baik.</translation>
    </message>
    <message>
        <source>The model’s file is not the one that was published, so it is not used. Copy it once more.</source>
        <translation>Berkas model tidak sama dengan yang diterbitkan, jadi tidak dipakai. Salin sekali lagi.</translation>
    </message>
    <message>
        <source>The model’s file is not there. Put it back, or install Trialogue again; marking works without it.</source>
        <translation>Berkas model tidak ada. Kembalikan, atau pasang Trialogue lagi; menandai bisa tanpa model.</translation>
    </message>
    <message>
        <source>The note is longer than 400,000 characters. It is kept as a draft; shorten it, and it is saved.</source>
        <translation>Catatan lebih dari 400.000 karakter. Catatan ini disimpan sebagai draf; ringkaskan, lalu tersimpan.</translation>
    </message>
    <message>
        <source>The page cannot be saved in that folder. Choose one where you may save files.</source>
        <translation>Halaman tidak dapat disimpan di folder itu. Pilih folder tempat Anda boleh menyimpan.</translation>
    </message>
    <message>
        <source>The page could not be saved there. Choose another folder or name, then try again.</source>
        <translation>Halaman tidak dapat disimpan di sana. Pilih folder atau nama lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The passphrase is longer than 1,000 characters. A few words are enough.</source>
        <translation>Frasa sandi lebih dari 1.000 karakter. Beberapa kata sudah cukup.</translation>
    </message>
    <message>
        <source>The passphrase needs at least 12 characters. A few words with spaces work well.</source>
        <translation>Frasa sandi perlu sedikitnya 12 karakter. Beberapa kata dengan spasi cocok untuk itu.</translation>
    </message>
    <message>
        <source>The rules where you practise do not allow this. Reading, marking and notes stay open.</source>
        <translation>Aturan di tempat praktik Anda tidak mengizinkan ini. Membaca, menandai, dan mencatat tetap bisa.</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type the second one again.</source>
        <translation>Kedua PIN itu tidak sama. Ketik lagi yang kedua.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same. Type the second one again.</source>
        <translation>Kedua frasa sandi belum sama. Ketik lagi yang kedua.</translation>
    </message>
    <message>
        <source>The vault and its key file do not belong together. Put both back from the same copy.</source>
        <translation>Brankas dan berkas kuncinya bukan pasangan. Kembalikan keduanya dari salinan yang sama.</translation>
    </message>
    <message>
        <source>The vault is open in another Trialogue window. Close that one, then try again.</source>
        <translation>Brankas sedang terbuka di jendela Trialogue lain. Tutup jendela itu, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The vault’s file is damaged. Keep it, and put your newest copy of vault.db in its place.</source>
        <translation>Berkas brankas rusak. Simpanlah, lalu gantilah vault.db dengan salinan terbaru Anda.</translation>
    </message>
    <message>
        <source>The vault’s file is empty, so there is nothing to open. Put your copy of vault.db in its place.</source>
        <translation>Berkas brankas kosong, jadi tidak ada yang bisa dibuka. Letakkan salinan vault.db Anda di tempatnya.</translation>
    </message>
    <message>
        <source>The vault’s file is not encrypted, so it is not the one made here. Put your own vault.db in its place.</source>
        <translation>Berkas brankas tidak terenkripsi, jadi bukan yang dibuat di sini. Letakkan vault.db milik Anda di tempatnya.</translation>
    </message>
    <message>
        <source>The vault’s folder can be read but not written. Allow writing there, then try again.</source>
        <translation>Folder brankas bisa dibaca, tetapi tidak bisa ditulisi. Izinkan menulis di sana, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The vault’s key file is damaged; your passphrase may well be right. Put your copy of vault.slots.json in its place.</source>
        <translation>Berkas kunci brankas rusak; frasa sandi Anda bisa jadi sudah benar. Letakkan salinan vault.slots.json Anda di tempatnya.</translation>
    </message>
    <message>
        <source>The vault’s key file, vault.slots.json, is missing. Put it back beside vault.db, then try again.</source>
        <translation>Berkas kunci brankas, vault.slots.json, tidak ada. Kembalikan ke samping vault.db, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The vault’s main file, vault.db, is not in its folder. Put it back from your copy, then try again.</source>
        <translation>Berkas utama brankas, vault.db, tidak ada di foldernya. Kembalikan dari salinan Anda, lalu coba lagi.</translation>
    </message>
    <message>
        <source>There are no words to keep yet. Write a few, then keep them.</source>
        <translation>Belum ada kata-kata untuk disimpan. Tulis beberapa, lalu simpan.</translation>
    </message>
    <message>
        <source>There is a folder where the vault’s file should be. Move it away and put vault.db in its place.</source>
        <translation>Di tempat berkas brankas ada sebuah folder. Pindahkan folder itu dan letakkan vault.db di tempatnya.</translation>
    </message>
    <message>
        <source>There is a vault in this folder already. Close the program and open it again to unlock it.</source>
        <translation>Di folder ini sudah ada brankas. Tutup program ini dan buka lagi untuk membuka kuncinya.</translation>
    </message>
    <message>
        <source>There is no answer yet. Paste or type what the client brought.</source>
        <translation>Belum ada jawaban. Tempel atau ketik apa yang dibawa klien.</translation>
    </message>
    <message>
        <source>There is no question yet. Write one, then ask.</source>
        <translation>Belum ada pertanyaan. Tulis satu, lalu tanyakan.</translation>
    </message>
    <message>
        <source>There is no room for the page there. Free some space or choose another folder.</source>
        <translation>Tidak ada ruang untuk halaman itu di sana. Kosongkan sedikit ruang atau pilih folder lain.</translation>
    </message>
    <message>
        <source>This computer has too little free memory for that. Close other programs, then try again.</source>
        <translation>Memori kosong di komputer ini belum cukup untuk itu. Tutup program lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This has not been agreed with the client. Talk about it together first.</source>
        <translation>Ini belum disepakati dengan klien. Bicarakan bersama dulu.</translation>
    </message>
    <message>
        <source>Trialogue can’t make the folder in which it keeps everything. Allow writing there, then open it again.</source>
        <translation>Trialogue tidak bisa membuat folder penyimpanannya. Izinkan penulisan di sana, lalu buka lagi.</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Checking the model, {percent} %</source>
        <translation>Memeriksa model, {percent} %</translation>
    </message>
    <message>
        <source>Model getting ready</source>
        <translation>Model sedang bersiap</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Tidak ada model</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Di komputer ini</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Sesi {number}</translation>
    </message>
    <message>
        <source>Show the private panel</source>
        <translation>Tampilkan panel pribadi</translation>
    </message>
    <message>
        <source>Show together</source>
        <translation>Tampilkan bersama</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Tidak ada yang bisa diulangi.</translation>
    </message>
    <message>
        <source>There is nothing to take back yet.</source>
        <translation>Belum ada yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>SessionCentre</name>
    <message>
        <source>First ask something, or bring an answer.</source>
        <translation>Tanyakan sesuatu dulu, atau bawa sebuah jawaban.</translation>
    </message>
    <message>
        <source>The answer is here.</source>
        <translation>Jawabannya sudah ada.</translation>
    </message>
    <message>
        <source>There are no statements to mark yet.</source>
        <translation>Belum ada pernyataan untuk ditandai.</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Earlier sessions, newest first. Enter opens one.</source>
        <translation>Sesi sebelumnya, dari yang terbaru. Enter membukanya.</translation>
    </message>
    <message>
        <source>No sessions yet. Start when you are both ready.</source>
        <translation>Belum ada sesi. Mulai saat Anda dan klien siap.</translation>
    </message>
    <message>
        <source>Open this session</source>
        <translation>Buka sesi ini</translation>
    </message>
    <message>
        <source>Session {number}, {when}</source>
        <translation>Sesi {number}, {when}</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesi</translation>
    </message>
    <message>
        <source>Start a session</source>
        <translation>Mulai sesi</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Hide the desk</source>
        <translation>Sembunyikan meja kerja</translation>
    </message>
    <message>
        <source>In screen recordings</source>
        <translation>Dalam rekaman layar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lebih besar</translation>
    </message>
    <message>
        <source>Letters there are as large as is advised for this distance.</source>
        <translation>Huruf di sana sebesar yang dianjurkan untuk jarak ini.</translation>
    </message>
    <message>
        <source>Letters there can be read from this distance, and smaller than is advised. A larger window makes them larger.</source>
        <translation>Huruf di sana terbaca dari jarak ini, tetapi lebih kecil dari yang dianjurkan. Perbesar jendela agar huruf ikut membesar.</translation>
    </message>
    <message>
        <source>Reading distance of the shared screen</source>
        <translation>Jarak baca layar bersama</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Show the desk</source>
        <translation>Perlihatkan meja kerja</translation>
    </message>
    <message>
        <source>Show together there</source>
        <translation>Tampilkan bersama di sana</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Ukuran tampilan</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Lebih kecil</translation>
    </message>
    <message>
        <source>The window is too small for this distance. Make it larger, or sit closer to the screen.</source>
        <translation>Jendelanya terlalu kecil untuk jarak ini. Perbesar jendela, atau duduk lebih dekat ke layar.</translation>
    </message>
    <message>
        <source>This screen does not say how large it is. Letters are sized for a usual one.</source>
        <translation>Layar ini tidak memberi tahu ukurannya. Ukuran huruf mengikuti layar pada umumnya.</translation>
    </message>
    <message>
        <source>Turn this one all the same</source>
        <translation>Tetap putar layar ini</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>Pakai nama ini</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Ukuran biasa</translation>
    </message>
    <message>
        <source>When there is a second display</source>
        <translation>Bila ada layar kedua</translation>
    </message>
    <message>
        <source>Your name on the shared screen</source>
        <translation>Nama Anda di layar bersama</translation>
    </message>
    <message>
        <source>Your name stands beside your marks when you look together.</source>
        <translation>Nama Anda berada di samping tanda Anda saat melihat bersama.</translation>
    </message>
</context>
<context>
    <name>SharedFrame</name>
    <message>
        <source>Close this screen</source>
        <translation>Tutup layar ini</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tutupi</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>Ke meja kerja</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Answer {first} of {total}</source>
        <translation>Jawaban {first} dari {total}</translation>
    </message>
    <message>
        <source>Answers {first} to {last} of {total}</source>
        <translation>Jawaban {first} sampai {last} dari {total}</translation>
    </message>
    <message>
        <source>The answers after</source>
        <translation>Jawaban sesudahnya</translation>
    </message>
    <message>
        <source>The answers before</source>
        <translation>Jawaban sebelumnya</translation>
    </message>
    <message>
        <source>These are the first.</source>
        <translation>Ini yang pertama.</translation>
    </message>
    <message>
        <source>These are the last.</source>
        <translation>Ini yang terakhir.</translation>
    </message>
</context>
<context>
    <name>StatementActions</name>
    <message>
        <source>Add your own words</source>
        <translation>Tambah kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>Divide…</source>
        <translation>Bagi…</translation>
    </message>
    <message>
        <source>Hide from the shared screen</source>
        <translation>Sembunyikan dari layar bersama</translation>
    </message>
    <message>
        <source>It cannot be joined with a next one.</source>
        <translation>Tidak dapat digabung dengan yang berikutnya.</translation>
    </message>
    <message>
        <source>It is too short to be divided.</source>
        <translation>Terlalu pendek untuk dibagi.</translation>
    </message>
    <message>
        <source>Join with the next</source>
        <translation>Gabung dengan berikutnya</translation>
    </message>
    <message>
        <source>Look through a lens</source>
        <translation>Lihat melalui lensa</translation>
    </message>
    <message>
        <source>Show it again on the shared screen</source>
        <translation>Tampilkan lagi di layar bersama</translation>
    </message>
</context>
<context>
    <name>StatementChoices</name>
    <message>
        <source>How it sits with you</source>
        <translation>Bagaimana rasanya bagi Anda</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>In your own words</source>
        <translation>Dengan kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>In your own words. Shown together once you reveal.</source>
        <translation>Dengan kata-kata Anda sendiri. Tampil bersama setelah diungkap.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
</context>
<context>
    <name>StatementList</name>
    <message>
        <source>Statements</source>
        <translation>Pernyataan</translation>
    </message>
</context>
<context>
    <name>StatementModel</name>
    <message>
        <source>Not on the shared screen</source>
        <translation>Tidak tampil di layar bersama</translation>
    </message>
    <message>
        <source>Own words: {names}</source>
        <translation>Kata-kata sendiri: {names}</translation>
    </message>
    <message>
        <source>Statement {number} of {total}: {text}</source>
        <translation>Pernyataan {number} dari {total}: {text}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>{name}, when you revealed: {fit}</source>
        <translation>{name}, saat diungkap: {fit}</translation>
    </message>
    <message>
        <source>{name}: marked, covered</source>
        <translation>{name}: sudah menandai, tertutup</translation>
    </message>
</context>
<context>
    <name>StatementVoices</name>
    <message>
        <source>When you revealed: {fit}</source>
        <translation>Saat diungkap: {fit}</translation>
    </message>
    <message>
        <source>{name} has marked this one. It stays covered until you reveal together.</source>
        <translation>{name} sudah menandai yang ini. Tetap tertutup sampai Anda mengungkapnya bersama.</translation>
    </message>
    <message>
        <source>{name}, when you revealed: {fit}</source>
        <translation>{name}, saat diungkap: {fit}</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>Step {number}: {name}</source>
        <translation>Langkah {number}: {name}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Bring</source>
        <translation>Bawa</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Lihat lebih jauh</translation>
    </message>
    <message>
        <source>Read and mark</source>
        <translation>Baca dan tandai</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Ungkap</translation>
    </message>
    <message>
        <source>Steps of looking at an answer</source>
        <translation>Langkah-langkah melihat sebuah jawaban</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bawa pulang</translation>
    </message>
</context>
<context>
    <name>TakeAwayRow</name>
    <message>
        <source>AI text that led to it: “{statement}”</source>
        <translation>Teks AI yang mengantar ke sini: “{statement}”</translation>
    </message>
    <message>
        <source>Something that is kept</source>
        <translation>Yang disimpan</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
</context>
<context>
    <name>TurnPage</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>How does this sit with you?</source>
        <translation>Bagaimana rasanya bagi Anda?</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>The AI text says</source>
        <translation>Teks AI mengatakan</translation>
    </message>
    <message>
        <source>There is no right answer. You can change it later.</source>
        <translation>Tidak ada jawaban yang benar atau salah. Bisa diubah nanti.</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Ini yang pertama.</translation>
    </message>
    <message>
        <source>What we each marked</source>
        <translation>Tanda dari kita masing-masing</translation>
    </message>
    <message>
        <source>{name} marks separately. Both stay covered until you reveal.</source>
        <translation>{name} menandai sendiri. Tanda keduanya tertutup sampai dibuka bersama.</translation>
    </message>
    <message>
        <source>{name}’s turn</source>
        <translation>Giliran {name}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} dari {total}</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Close all the same and lose the last words</source>
        <translation>Tetap tutup dan lepaskan kata-kata terakhir</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Sedang dibuka</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>The vault is being opened or closed.</source>
        <translation>Brankas sedang dibuka atau ditutup.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Selamat datang kembali</translation>
    </message>
    <message>
        <source>Your work is locked on this computer.</source>
        <translation>Pekerjaan Anda terkunci di komputer ini.</translation>
    </message>
</context>
<context>
    <name>ViewFrame</name>
    <message>
        <source>Back to reading</source>
        <translation>Kembali membaca</translation>
    </message>
</context>
<context>
    <name>ViewPage</name>
    <message>
        <source>Back to reading</source>
        <translation>Kembali membaca</translation>
    </message>
</context>
<context>
    <name>WholeAnswer</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Answer {number} of {total}</source>
        <translation>Jawaban {number} dari {total}</translation>
    </message>
    <message>
        <source>The answer before</source>
        <translation>Jawaban sebelumnya</translation>
    </message>
    <message>
        <source>The next answer</source>
        <translation>Jawaban berikutnya</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Ini yang pertama.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Ini yang terakhir.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Across the room</source>
        <translation>Seberang ruangan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Bersebelahan</translation>
    </message>
    <message>
        <source>Stopped here. What had arrived is kept.</source>
        <translation>Berhenti di sini. Yang sudah muncul tetap tersimpan.</translation>
    </message>
    <message>
        <source>The answer was cut here: it had reached the greatest length.</source>
        <translation>Jawaban terpotong di sini karena sudah mencapai panjang terbesar.</translation>
    </message>
    <message>
        <source>The model stopped here by itself. What had arrived is kept.</source>
        <translation>Model berhenti sendiri di sini. Yang sudah muncul tetap tersimpan.</translation>
    </message>
    <message>
        <source>brought by {name}, {time}</source>
        <translation>dibawa oleh {name}, {time}</translation>
    </message>
    <message>
        <source>made on this computer by {model}, {time}</source>
        <translation>dibuat di komputer ini oleh {model}, {time}</translation>
    </message>
    <message>
        <source>{service}, brought by {name}, {time}</source>
        <translation>{service}, dibawa oleh {name}, {time}</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>(less likely)</source>
        <translation>(kurang mungkin)</translation>
    </message>
    <message>
        <source>(more likely)</source>
        <translation>(lebih mungkin)</translation>
    </message>
    <message>
        <source>(much less likely)</source>
        <translation>(jauh kurang mungkin)</translation>
    </message>
    <message>
        <source>(nearly as likely)</source>
        <translation>(hampir sama mungkinnya)</translation>
    </message>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Choose a word.</source>
        <translation>Pilih sebuah kata.</translation>
    </message>
    <message>
        <source>How expected each word was for this model. It is not truth, and not how sure another AI was.</source>
        <translation>Seberapa terduga tiap kata bagi model ini. Ini bukan kebenaran, dan bukan keyakinan AI lain.</translation>
    </message>
    <message>
        <source>It might also have begun with: {listed}.</source>
        <translation>Bisa juga diawali dengan: {listed}.</translation>
    </message>
    <message>
        <source>No other beginning was recorded here.</source>
        <translation>Di sini tidak ada awal kata lain yang tercatat.</translation>
    </message>
    <message>
        <source>The answer is still arriving. Its words can be looked at when it is here.</source>
        <translation>Jawaban masih sedang muncul. Kata-katanya bisa dilihat setelah lengkap.</translation>
    </message>
    <message>
        <source>Then you see what else the model might have begun it with.</source>
        <translation>Lalu terlihat dengan apa lagi model bisa mengawalinya.</translation>
    </message>
    <message>
        <source>There is nothing to see for this answer: it was brought along, or made before this was recorded.</source>
        <translation>Tidak ada yang bisa dilihat untuk jawaban ini: jawaban ini dibawa dari luar, atau dibuat sebelum hal ini dicatat.</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>Kata demi kata</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>terduga</translation>
    </message>
    <message>
        <source>fairly expected</source>
        <translation>cukup terduga</translation>
    </message>
    <message>
        <source>less expected</source>
        <translation>kurang terduga</translation>
    </message>
    <message>
        <source>surprising</source>
        <translation>mengejutkan</translation>
    </message>
    <message>
        <source>“{begun}” {likeness}</source>
        <translation>“{begun}” {likeness}</translation>
    </message>
    <message>
        <source>“{word}”: {weight}</source>
        <translation>“{word}”: {weight}</translation>
    </message>
</context>
<context>
    <name>_Eye</name>
    <message>
        <source>Cover the passphrase</source>
        <translation>Tutupi frasa sandi</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Tampilkan frasa sandi</translation>
    </message>
</context>
<context>
    <name>_HonestNote</name>
    <message>
        <source>What stays the same is not always true.</source>
        <translation>Yang tetap sama belum tentu benar.</translation>
    </message>
    <message>
        <source>When answers change, that shows how this model writes. It says nothing about you.</source>
        <translation>Jawaban yang berubah menunjukkan cara model ini menulis. Ini tidak berkata apa pun tentang Anda.</translation>
    </message>
</context>
</TS>
