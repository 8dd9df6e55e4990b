<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
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
    <name>HandoverScreen</name>
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
        <source>Your notes come back after this. Nothing private is on the screen yet.</source>
        <translation>Catatan Anda tampil lagi setelah ini. Belum ada hal pribadi di layar.</translation>
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
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>An answer is still arriving.</source>
        <translation>Masih ada jawaban yang sedang muncul.</translation>
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
        <source>Earlier statements</source>
        <translation>Pernyataan sebelumnya</translation>
    </message>
    <message>
        <source>How much of the question the model has read</source>
        <translation>Seberapa banyak pertanyaan yang sudah dibaca model</translation>
    </message>
    <message>
        <source>It is not known what was asked.</source>
        <translation>Tidak diketahui apa yang ditanyakan.</translation>
    </message>
    <message>
        <source>More statements</source>
        <translation>Pernyataan berikutnya</translation>
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
        <source>The model is not ready yet.</source>
        <translation>Model belum siap.</translation>
    </message>
    <message>
        <source>The model is reading the question.</source>
        <translation>Model sedang membaca pertanyaannya.</translation>
    </message>
    <message>
        <source>These are the first.</source>
        <translation>Ini yang pertama.</translation>
    </message>
    <message>
        <source>These are the last.</source>
        <translation>Ini yang terakhir.</translation>
    </message>
    <message>
        <source>This small English model shows how Trialogue works. It is not for clinical use.</source>
        <translation>Model kecil berbahasa Inggris ini hanya menunjukkan cara kerja Trialogue. Bukan untuk penggunaan klinis.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} sampai {last} dari {total}</translation>
    </message>
    <message>
        <source>{name} asked</source>
        <translation>{name} bertanya</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
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
        <source>That answer is longer than 200,000 characters. Keep the part that you want to read together.</source>
        <translation>Jawaban itu lebih dari 200.000 karakter. Ambil bagian yang ingin Anda baca bersama.</translation>
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
    <name>SessionPage</name>
    <message>
        <source>The answer is here.</source>
        <translation>Jawabannya sudah ada.</translation>
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
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lebih besar</translation>
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
        <source>Size of everything</source>
        <translation>Ukuran tampilan</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Lebih kecil</translation>
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
        <source>Your name on the shared screen</source>
        <translation>Nama Anda di layar bersama</translation>
    </message>
    <message>
        <source>Your name stands beside your marks when you look together.</source>
        <translation>Nama Anda berada di samping tanda Anda saat melihat bersama.</translation>
    </message>
</context>
<context>
    <name>StatementRow</name>
    <message>
        <source>How it sits with you</source>
        <translation>Bagaimana rasanya bagi Anda</translation>
    </message>
    <message>
        <source>How it sits with {name}</source>
        <translation>Bagaimana rasanya bagi {name}</translation>
    </message>
    <message>
        <source>Statement {number}: {text}</source>
        <translation>Pernyataan {number}: {text}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
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
        <source>This is the last one.</source>
        <translation>Ini yang terakhir.</translation>
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
    <name>_SharedPage</name>
    <message>
        <source>Cover</source>
        <translation>Tutupi</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>Ke meja kerja</translation>
    </message>
</context>
</TS>
