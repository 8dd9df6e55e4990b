<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About Trialogue</source>
        <translation>Tentang Trialogue</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty.</source>
        <translation>Perangkat lunak bebas dengan Lisensi Apache 2.0, tanpa jaminan apa pun.</translation>
    </message>
    <message>
        <source>It does not diagnose, score or treat. It helps you and your client read together what an AI said.</source>
        <translation>Trialogue tidak mendiagnosis, tidak memberi nilai, dan tidak merawat. Trialogue membantu Anda dan klien Anda membaca bersama apa yang dikatakan sebuah AI.</translation>
    </message>
    <message>
        <source>Trialogue, version {version}</source>
        <translation>Trialogue, versi {version}</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Bagian-bagian penyusunnya</translation>
    </message>
</context>
<context>
    <name>ActivityPart</name>
    <message>
        <source>Activity</source>
        <translation>Aktivitas</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>Periksa rangkaian</translation>
    </message>
    <message>
        <source>Each entry follows from the one before it.</source>
        <translation>Setiap entri bersambung dengan entri sebelumnya.</translation>
    </message>
    <message>
        <source>Entry {number} does not follow from the one before it: the list was changed from outside of Trialogue, or the vault is damaged. Please look at the vault’s condition.</source>
        <translation>Entri {number} tidak bersambung dengan entri sebelumnya: daftar ini diubah dari luar Trialogue, atau brankas rusak. Mohon lihat kondisi brankas.</translation>
    </message>
    <message>
        <source>The chain is being looked through.</source>
        <translation>Rangkaian sedang diperiksa.</translation>
    </message>
    <message>
        <source>What happened to the vault, and never what is in it. Each entry is chained to the one before, so that one that was changed or taken out is found. Whoever holds the vault’s key could write the whole list anew, and nothing would show it.</source>
        <translation>Apa yang terjadi pada brankas, dan tidak pernah apa isinya. Setiap entri terkait dengan entri sebelumnya, sehingga yang diubah atau dihilangkan akan ketahuan. Siapa pun yang memegang kunci brankas dapat menulis ulang seluruh daftar, dan tidak ada yang akan menunjukkannya.</translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message>
        <source>A backup could not be made.</source>
        <translation>Cadangan tidak dapat dibuat.</translation>
    </message>
    <message>
        <source>A backup was made and found whole.</source>
        <translation>Cadangan dibuat dan ternyata utuh.</translation>
    </message>
    <message>
        <source>A page to take home was printed.</source>
        <translation>Halaman untuk dibawa pulang dicetak.</translation>
    </message>
    <message>
        <source>A page to take home was saved as a file ({format}).</source>
        <translation>Halaman untuk dibawa pulang disimpan sebagai berkas ({format}).</translation>
    </message>
    <message>
        <source>A recovery key was made.</source>
        <translation>Kunci pemulihan dibuat.</translation>
    </message>
    <message>
        <source>Another place of practice was chosen.</source>
        <translation>Tempat praktik lain dipilih.</translation>
    </message>
    <message>
        <source>Brought back: {what}.</source>
        <translation>Dikembalikan: {what}.</translation>
    </message>
    <message>
        <source>Damage was found in the vault.</source>
        <translation>Ditemukan kerusakan di brankas.</translation>
    </message>
    <message>
        <source>Deleted: {what}.</source>
        <translation>Dihapus: {what}.</translation>
    </message>
    <message>
        <source>Everything was encrypted under a new key.</source>
        <translation>Semuanya dienkripsi dengan kunci baru.</translation>
    </message>
    <message>
        <source>Gone for good: {what}.</source>
        <translation>Hilang untuk selamanya: {what}.</translation>
    </message>
    <message>
        <source>Old backups were removed: {number}.</source>
        <translation>Cadangan lama dihapus: {number}.</translation>
    </message>
    <message>
        <source>Restoring was rehearsed: {result}.</source>
        <translation>Pemulihan dilatih: {result}.</translation>
    </message>
    <message>
        <source>Taken back with Undo earlier, and now deleted: {what} ({number}).</source>
        <translation>Sebelumnya ditarik dengan Urungkan, dan kini dihapus: {what} ({number}).</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Frasa sandi diganti.</translation>
    </message>
    <message>
        <source>The vault was brought to the form of a newer Trialogue.</source>
        <translation>Brankas disesuaikan dengan Trialogue yang lebih baru.</translation>
    </message>
    <message>
        <source>The vault was checked: {result}.</source>
        <translation>Brankas diperiksa: {result}.</translation>
    </message>
    <message>
        <source>The vault was found in an earlier state than before.</source>
        <translation>Brankas ditemukan dalam keadaan yang lebih lama daripada sebelumnya.</translation>
    </message>
    <message>
        <source>The vault was locked.</source>
        <translation>Brankas dikunci.</translation>
    </message>
    <message>
        <source>The vault was restored from a backup.</source>
        <translation>Brankas dipulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>The vault was unlocked with {slot}.</source>
        <translation>Brankas dibuka dengan {slot}.</translation>
    </message>
    <message>
        <source>This computer’s clock was found {days} days from where it had been.</source>
        <translation>Jam komputer ini ditemukan bergeser {days} hari dari sebelumnya.</translation>
    </message>
    <message>
        <source>This computer’s keyring no longer opens the vault.</source>
        <translation>Penyimpan kunci komputer ini tidak lagi membuka brankas.</translation>
    </message>
    <message>
        <source>This computer’s keyring was allowed to open the vault.</source>
        <translation>Penyimpan kunci komputer ini diizinkan membuka brankas.</translation>
    </message>
    <message>
        <source>Unlocking failed: {slot} did not fit.</source>
        <translation>Pembukaan gagal: {slot} tidak cocok.</translation>
    </message>
    <message>
        <source>What could be read was saved into a new vault.</source>
        <translation>Yang dapat dibaca disimpan ke brankas baru.</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>semuanya baik</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>dihentikan</translation>
    </message>
    <message>
        <source>something is wrong</source>
        <translation>ada yang tidak beres</translation>
    </message>
    <message>
        <source>the backup differs</source>
        <translation>isi cadangan berbeda</translation>
    </message>
    <message>
        <source>the backup holds the same</source>
        <translation>isi cadangan sama</translation>
    </message>
    <message>
        <source>the passphrase</source>
        <translation>frasa sandi</translation>
    </message>
    <message>
        <source>the recovery key</source>
        <translation>kunci pemulihan</translation>
    </message>
    <message>
        <source>this computer’s keyring</source>
        <translation>penyimpan kunci komputer ini</translation>
    </message>
</context>
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
    <name>ArchiveView</name>
    <message>
        <source>Close the file</source>
        <translation>Tutup berkasnya</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Percakapan</translation>
    </message>
    <message>
        <source>In no conversation do all these words stand.</source>
        <translation>Tidak ada percakapan yang memuat semua kata ini.</translation>
    </message>
    <message>
        <source>Nothing is listed.</source>
        <translation>Belum ada yang tercantum.</translation>
    </message>
    <message>
        <source>Only what you choose is kept. Everything else in the file is forgotten.</source>
        <translation>Hanya yang Anda pilih yang disimpan. Isi berkas selebihnya dilupakan.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation>Cari di judul dan isi</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sedang mencari…</translation>
    </message>
    <message>
        <source>Which conversation?</source>
        <translation>Percakapan yang mana?</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} dari {total}</translation>
    </message>
    <message>
        <source>{total} conversations</source>
        <translation>{total} percakapan</translation>
    </message>
</context>
<context>
    <name>ArrivingPage</name>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>Nothing to look at yet.</source>
        <translation>Belum ada yang bisa dilihat.</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Tunggu sebentar.</translation>
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
        <source>Asking the model is closed here.</source>
        <translation>Bertanya kepada model ditutup di sini.</translation>
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
    <name>BackupDialogs</name>
    <message>
        <source>Backups of Trialogue</source>
        <translation>Cadangan Trialogue</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Pilih cadangan</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Pilih folder untuk cadangan</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>It goes for good.</source>
        <translation>Hilang untuk selamanya.</translation>
    </message>
    <message>
        <source>It is gone</source>
        <translation>Sudah tidak ada</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>Uji coba…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Something else is under way.</source>
        <translation>Ada hal lain yang sedang berjalan.</translation>
    </message>
    <message>
        <source>Then it is not counted on any more.</source>
        <translation>Setelah itu tidak diandalkan lagi.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klien</translation>
    </message>
    <message>
        <source>Explorations</source>
        <translation>Penjelajahan</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Not in this folder now</source>
        <translation>Sekarang tidak ada di folder ini</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesi</translation>
    </message>
    <message>
        <source>{size}, not checked by this vault</source>
        <translation>{size}, belum diperiksa oleh brankas ini</translation>
    </message>
    <message>
        <source>{size}, read back and found whole</source>
        <translation>{size}, dibaca kembali dan utuh</translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <source>A backup is made</source>
        <translation>Cadangan dibuat</translation>
    </message>
    <message>
        <source>A backup is one encrypted file with everything in it. It opens with the passphrase or recovery key of the day it was made. Keep it on a stick or another disk: one on this computer goes with it.</source>
        <translation>Cadangan adalah satu berkas terenkripsi yang memuat semuanya. Ia dibuka dengan frasa sandi atau kunci pemulihan pada hari pembuatannya. Simpan di stik USB atau diska lain: yang ada di komputer ini ikut hilang bersamanya.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Mencadangkan</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Pilih folder dahulu.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Pilih folder…</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Setiap hari</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Setiap minggu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder tujuan</translation>
    </message>
    <message>
        <source>It goes for good.</source>
        <translation>Hilang untuk selamanya.</translation>
    </message>
    <message>
        <source>Kept are the newest of seven days, four weeks and twelve months; older ones are removed with the next backup. Copies that you make yourself are not.</source>
        <translation>Yang disimpan adalah yang terbaru dari tujuh hari, empat minggu, dan dua belas bulan; yang lebih lama dihapus bersama cadangan berikutnya. Salinan yang Anda buat sendiri tidak dihapus.</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>Pindah ke komputer lain…</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>Belum ada cadangan yang dibuat.</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>Belum dipilih</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Hanya secara manual</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Something else is under way.</source>
        <translation>Ada hal lain yang sedang berjalan.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>The backup was written, read back and found whole.</source>
        <translation>Cadangan sudah ditulis, dibaca kembali, dan ternyata utuh.</translation>
    </message>
    <message>
        <source>The last good one is of {time}.</source>
        <translation>Cadangan baik yang terakhir dari {time}.</translation>
    </message>
    <message>
        <source>The vault that was replaced by a backup on {time} is still kept, with all that was in it.</source>
        <translation>Brankas yang digantikan oleh cadangan pada {time} masih disimpan, beserta semua isinya.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
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
        <source>In the client’s own words, as they would type it</source>
        <translation>Dengan kata-kata klien sendiri, seperti yang akan ia ketik</translation>
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
</context>
<context>
    <name>BringWay</name>
    <message>
        <source>ChatGPT, Gemini, a friend’s phone</source>
        <translation>ChatGPT, Gemini, ponsel teman</translation>
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
        <source>Take it apart</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>The answer (AI text)</source>
        <translation>Jawabannya (teks AI)</translation>
    </message>
    <message>
        <source>This picture can’t be pasted. Save it as a file, then open it here.</source>
        <translation>Gambar ini tidak dapat ditempel. Simpan dulu sebagai berkas, lalu buka di sini.</translation>
    </message>
    <message>
        <source>This reads like a chat with {number} turns.</source>
        <translation>Ini tampak seperti obrolan dengan {number} giliran bicara.</translation>
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
    <name>BringWords</name>
    <message>
        <source>1 turn</source>
        <translation>1 giliran bicara</translation>
    </message>
    <message>
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
    <message>
        <source>AI text, unless somebody else says it</source>
        <translation>Teks AI, kecuali orang lain yang mengatakannya</translation>
    </message>
    <message>
        <source>Conversations in which nobody says anything: {number}</source>
        <translation>Percakapan yang tidak berisi ucapan apa pun: {number}</translation>
    </message>
    <message>
        <source>File {number}: {why}</source>
        <translation>Berkas {number}: {why}</translation>
    </message>
    <message>
        <source>Headers, footers and page numbers of printed pages: {number}</source>
        <translation>Kepala, kaki dan nomor halaman cetakan: {number}</translation>
    </message>
    <message>
        <source>Links and names that lead out of the archive: {number}</source>
        <translation>Tautan dan nama yang mengarah ke luar arsip: {number}</translation>
    </message>
    <message>
        <source>Locked with a password: {number}</source>
        <translation>Terkunci dengan kata sandi: {number}</translation>
    </message>
    <message>
        <source>Messages in other branches of the conversation: {number}</source>
        <translation>Pesan di cabang lain percakapan ini: {number}</translation>
    </message>
    <message>
        <source>Messages that the service itself does not show: {number}</source>
        <translation>Pesan yang tidak ditampilkan oleh layanannya sendiri: {number}</translation>
    </message>
    <message>
        <source>Nested too deep to be read: {number}</source>
        <translation>Bersarang terlalu dalam untuk dibaca: {number}</translation>
    </message>
    <message>
        <source>Not whole, so not read: {number}</source>
        <translation>Tidak utuh, jadi tidak dibaca: {number}</translation>
    </message>
    <message>
        <source>Other files in the archive that hold no conversation: {number}</source>
        <translation>Berkas lain di arsip yang tidak memuat percakapan: {number}</translation>
    </message>
    <message>
        <source>Pictures, sound and other attachments: {number}</source>
        <translation>Gambar, suara, dan lampiran lain: {number}</translation>
    </message>
    <message>
        <source>Reading the file broke off. Nothing else is touched. Try again, or paste the text of the conversation here.</source>
        <translation>Pembacaan berkas terputus. Yang lain tidak terganggu. Coba lagi, atau tempel teks percakapannya di sini.</translation>
    </message>
    <message>
        <source>Reading this file takes too long. Try again, or paste the text of the conversation here.</source>
        <translation>Membaca berkas ini terlalu lama. Coba lagi, atau tempel teks percakapannya di sini.</translation>
    </message>
    <message>
        <source>Shortened, because there is more than has room: {number}</source>
        <translation>Dipersingkat, karena isinya lebih banyak daripada tempatnya: {number}</translation>
    </message>
    <message>
        <source>Text in pictures can’t be read on this computer. Type what the picture says, or paste it here.</source>
        <translation>Tulisan dalam gambar tidak dapat dibaca di komputer ini. Ketik isi gambarnya, atau tempel di sini.</translation>
    </message>
    <message>
        <source>The file changed while it was read. Wait until it is all there, then open it again.</source>
        <translation>Berkasnya berubah saat dibaca. Tunggu sampai lengkap, lalu buka lagi.</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Yang bertanya</translation>
    </message>
    <message>
        <source>There is no conversation in this archive that Trialogue can read. Unpack it and open the file that holds the conversation, or paste its text here.</source>
        <translation>Tidak ada percakapan di arsip ini yang dapat dibaca Trialogue. Buka arsipnya, lalu pilih berkas yang memuat percakapan, atau tempel teksnya di sini.</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If it is a scanned page, type or paste what it says here.</source>
        <translation>Tidak ada tulisan yang dapat dibaca di berkas ini. Jika ini halaman hasil pindai, ketik atau tempel isinya di sini.</translation>
    </message>
    <message>
        <source>There is nothing in this file. Choose another one, or paste the text here.</source>
        <translation>Berkas ini kosong. Pilih yang lain, atau tempel teksnya di sini.</translation>
    </message>
    <message>
        <source>These are more files or conversations than can be looked through. Choose fewer of them.</source>
        <translation>Berkas atau percakapannya lebih banyak daripada yang dapat dilihat. Pilih lebih sedikit.</translation>
    </message>
    <message>
        <source>This JSON file has no shape that Trialogue knows. Copy the text of the conversation and paste it here.</source>
        <translation>Bentuk berkas JSON ini tidak dikenal Trialogue. Salin teks percakapannya dan tempel di sini.</translation>
    </message>
    <message>
        <source>This archive unpacks to far more than it should, so it was not opened. Paste the text of the conversation here.</source>
        <translation>Isi arsip ini jauh lebih besar daripada seharusnya, jadi tidak dibuka. Tempel teks percakapannya di sini.</translation>
    </message>
    <message>
        <source>This computer does not close the reader off from the network and from files, so nothing was opened. Paste the text of the conversation here.</source>
        <translation>Komputer ini tidak menutup pembaca dari jaringan dan dari berkas, jadi tidak ada yang dibuka. Tempelkan teks percakapannya di sini.</translation>
    </message>
    <message>
        <source>This computer does not let Trialogue read the file. Copy it to another folder and try again.</source>
        <translation>Komputer ini tidak mengizinkan Trialogue membaca berkasnya. Salin ke folder lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This file asks for a password. Open it in its own program, copy the text and paste it here.</source>
        <translation>Berkas ini meminta kata sandi. Buka di programnya sendiri, salin teksnya, lalu tempel di sini.</translation>
    </message>
    <message>
        <source>This file holds more than can be read here. Open only the part that you need, or paste the text here.</source>
        <translation>Isi berkas ini lebih banyak daripada yang dapat dibaca di sini. Buka bagian yang Anda perlukan saja, atau tempel teksnya di sini.</translation>
    </message>
    <message>
        <source>This file is damaged and can’t be read to its end. Ask for the export once more, or paste the text here.</source>
        <translation>Berkas ini rusak dan tidak dapat dibaca sampai selesai. Minta ekspornya sekali lagi, atau tempel teksnya di sini.</translation>
    </message>
    <message>
        <source>Too large to be read: {number}</source>
        <translation>Terlalu besar untuk dibaca: {number}</translation>
    </message>
    <message>
        <source>Trialogue does not know this kind of file. Copy the text of the conversation and paste it here.</source>
        <translation>Trialogue tidak mengenal jenis berkas ini. Salin teks percakapannya dan tempel di sini.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Tanpa judul</translation>
    </message>
    <message>
        <source>answered again: {number}</source>
        <translation>dijawab ulang: {number}</translation>
    </message>
    <message>
        <source>{number} turns</source>
        <translation>{number} giliran bicara</translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>Close the report</source>
        <translation>Tutup laporan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Teks biasa</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Simpan…</translation>
    </message>
    <message>
        <source>The report could not be saved there. Choose another folder or name, then try again.</source>
        <translation>Laporan tidak bisa disimpan di sana. Pilih folder atau nama lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation>Laporan sudah disalin.</translation>
    </message>
    <message>
        <source>The report is saved: {place}</source>
        <translation>Laporan sudah disimpan: {place}</translation>
    </message>
    <message>
        <source>This is all of it: where in the program it happened, and what it runs on. Nothing that was said or written is in it, and no name. It is kept nowhere unless you save it.</source>
        <translation>Inilah seluruh isinya: di bagian mana dari program ini hal itu terjadi, dan pada sistem apa program ini berjalan. Tidak ada ucapan, tulisan, atau nama siapa pun di dalamnya. Laporan ini tidak tersimpan di mana pun, kecuali Anda menyimpannya.</translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation>Yang diketahui tentang hal ini</translation>
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
    <name>ChangePassphrase</name>
    <message>
        <source>At least {count} characters.</source>
        <translation>Sedikitnya {count} karakter.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Ubah frasa sandi</translation>
    </message>
    <message>
        <source>Easy to guess. One or two more words help a lot.</source>
        <translation>Mudah ditebak. Satu dua kata lagi akan sangat membantu.</translation>
    </message>
    <message>
        <source>Good. One more word makes it strong.</source>
        <translation>Baik. Satu kata lagi membuatnya kuat.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frasa sandi baru</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Kuat.</translation>
    </message>
    <message>
        <source>Takes a second or two. Your recovery key stays as it is.</source>
        <translation>Perlu satu dua detik. Kunci pemulihan Anda tetap seperti semula.</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Frasa sandi baru sekali lagi</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message>
        <source>Bring 1 answer</source>
        <translation>Bawa 1 jawaban</translation>
    </message>
    <message>
        <source>Bring answers</source>
        <translation>Bawa jawaban</translation>
    </message>
    <message>
        <source>Bring {number} answers</source>
        <translation>Bawa {number} jawaban</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Pilih semua</translation>
    </message>
    <message>
        <source>Compare the words with the picture and correct them. The picture itself is not kept.</source>
        <translation>Bandingkan kata-katanya dengan gambar dan perbaiki. Gambarnya sendiri tidak disimpan.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Picture {number} of {total}</source>
        <translation>Gambar {number} dari {total}</translation>
    </message>
    <message>
        <source>The picture that was read</source>
        <translation>Gambar yang dibaca</translation>
    </message>
    <message>
        <source>This is the beginning.</source>
        <translation>Ini bagian awalnya.</translation>
    </message>
    <message>
        <source>This is the end.</source>
        <translation>Ini bagian akhirnya.</translation>
    </message>
    <message>
        <source>Tick an answer first.</source>
        <translation>Centang satu jawaban dulu.</translation>
    </message>
    <message>
        <source>Tick what you want to look at together. Everything else is forgotten.</source>
        <translation>Centang yang ingin dilihat bersama. Selebihnya dilupakan.</translation>
    </message>
    <message>
        <source>What shall we look at?</source>
        <translation>Apa yang ingin kita lihat?</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>{first} sampai {last} dari {total}</translation>
    </message>
</context>
<context>
    <name>ChoosingFiles</name>
    <message>
        <source>Open a conversation, a document or pictures</source>
        <translation>Buka percakapan, dokumen, atau gambar</translation>
    </message>
</context>
<context>
    <name>ClosedFileView</name>
    <message>
        <source>Look</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jangan sekarang</translation>
    </message>
    <message>
        <source>Nothing is shown until you choose.</source>
        <translation>Tidak ada yang ditampilkan sebelum Anda memilih.</translation>
    </message>
    <message>
        <source>Your conversations are here.</source>
        <translation>Percakapan Anda ada di sini.</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>A part of the vault’s file is damaged and cannot be read. The words in it do not open; all others do.</source>
        <translation>Satu bagian berkas brankas rusak dan tidak dapat dibaca. Tulisan di dalamnya tidak terbuka; yang lain terbuka.</translation>
    </message>
    <message>
        <source>A part of the vault’s file is not what was last saved there. Some words may be as they were earlier.</source>
        <translation>Satu bagian berkas brankas bukan yang terakhir disimpan di sana. Sebagian tulisan mungkin seperti keadaan sebelumnya.</translation>
    </message>
    <message>
        <source>Everything came across: {came} entries.</source>
        <translation>Semuanya terbawa: {came} entri.</translation>
    </message>
    <message>
        <source>How many more were lost at the end of a damaged part, nobody can tell.</source>
        <translation>Berapa banyak lagi yang hilang di ujung bagian yang rusak, tidak ada yang tahu.</translation>
    </message>
    <message>
        <source>The file that watches over the vault could not be read. Whether the vault is as it was last saved cannot be told this time. The file was written anew.</source>
        <translation>Berkas yang menjaga brankas tidak dapat dibaca. Kali ini tidak dapat dipastikan apakah brankas masih seperti saat terakhir disimpan. Berkas itu sudah ditulis ulang.</translation>
    </message>
    <message>
        <source>The file that watches over the vault is older than the vault itself. Nothing you wrote is missing for that, and the file was written anew.</source>
        <translation>Berkas yang menjaga brankas lebih lama daripada brankas itu sendiri. Tidak ada tulisan Anda yang hilang karenanya, dan berkas itu sudah ditulis ulang.</translation>
    </message>
    <message>
        <source>The file that watches over the vault was missing. Whether the vault is as it was last saved cannot be told this time. The file was written anew.</source>
        <translation>Berkas yang menjaga brankas tidak ada. Kali ini tidak dapat dipastikan apakah brankas masih seperti saat terakhir disimpan. Berkas itu sudah ditulis ulang.</translation>
    </message>
    <message>
        <source>The first bytes of the vault’s file were changed. They were put right, and nothing is missing.</source>
        <translation>Bagian paling awal berkas brankas telah berubah. Sudah diperbaiki, dan tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>The record of activity has a gap, or an entry that does not follow from the one before.</source>
        <translation>Catatan aktivitas memiliki celah, atau entri yang tidak menyambung dengan entri sebelumnya.</translation>
    </message>
    <message>
        <source>The vault is older than what was last saved in it. Perhaps an earlier copy was put in its place, or a program that keeps folders alike did so. What was written since that copy is not in it.</source>
        <translation>Brankas ini lebih lama daripada yang terakhir disimpan di dalamnya. Mungkin salinan lama diletakkan di tempatnya, atau dilakukan oleh program yang menyamakan folder. Yang ditulis sejak salinan itu tidak ada di dalamnya.</translation>
    </message>
    <message>
        <source>The vault’s contents do not hold together in one place. Some words may not open.</source>
        <translation>Isi brankas tidak utuh di satu tempat. Sebagian tulisan mungkin tidak terbuka.</translation>
    </message>
    <message>
        <source>The vault’s file is longer or shorter than it was left. Some of it may be missing.</source>
        <translation>Berkas brankas lebih panjang atau lebih pendek daripada saat ditinggalkan. Sebagian isinya mungkin hilang.</translation>
    </message>
    <message>
        <source>Where a client or a session was lost, its notes are kept under a name made up for it.</source>
        <translation>Bila klien atau sesi hilang, catatannya disimpan dengan nama pengganti.</translation>
    </message>
    <message>
        <source>{came} entries came across; {lost} could not be read.</source>
        <translation>{came} entri terbawa; {lost} tidak dapat dibaca.</translation>
    </message>
</context>
<context>
    <name>ConditionPart</name>
    <message>
        <source>Check now</source>
        <translation>Periksa sekarang</translation>
    </message>
    <message>
        <source>Check under way</source>
        <translation>Pemeriksaan sedang berjalan</translation>
    </message>
    <message>
        <source>Each time you unlock, Trialogue looks at the vault’s length, its count of saves and its tables, and whether every part of the file is the one that was last saved. Once a week it reads all of it. So it notices damage, and an older copy in the vault’s place. It does not notice when the whole folder was put back to an earlier day, unless this computer’s keyring remembers the vault.</source>
        <translation>Setiap kali Anda membuka kunci, Trialogue memeriksa panjang brankas, jumlah penyimpanan, tabel-tabelnya, dan apakah setiap bagian berkas adalah yang terakhir disimpan. Seminggu sekali seluruhnya dibaca. Jadi kerusakan dan salinan lama di tempat brankas akan diketahui. Yang tidak diketahui: bila seluruh folder dikembalikan ke hari sebelumnya, kecuali gantungan kunci komputer ini mengingat brankas.</translation>
    </message>
    <message>
        <source>Everything in the vault is being read and checked. You can go on working.</source>
        <translation>Seluruh isi brankas sedang dibaca dan diperiksa. Anda dapat terus bekerja.</translation>
    </message>
    <message>
        <source>Last checked: {time}.</source>
        <translation>Terakhir diperiksa: {time}.</translation>
    </message>
    <message>
        <source>Last read in full: {time}.</source>
        <translation>Terakhir dibaca seluruhnya: {time}.</translation>
    </message>
    <message>
        <source>Next in full: {time}.</source>
        <translation>Berikutnya seluruhnya: {time}.</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Hentikan pemeriksaan</translation>
    </message>
    <message>
        <source>The last check found something. It is told above.</source>
        <translation>Pemeriksaan terakhir menemukan sesuatu. Keterangannya ada di atas.</translation>
    </message>
    <message>
        <source>The vault has not been checked yet.</source>
        <translation>Brankas belum diperiksa.</translation>
    </message>
    <message>
        <source>The vault is being checked. You can go on working.</source>
        <translation>Brankas sedang diperiksa. Anda dapat terus bekerja.</translation>
    </message>
    <message>
        <source>The vault is whole: the checks found nothing.</source>
        <translation>Brankas utuh: pemeriksaan tidak menemukan apa pun.</translation>
    </message>
    <message>
        <source>What the checks can tell</source>
        <translation>Apa yang dapat diketahui dari pemeriksaan</translation>
    </message>
</context>
<context>
    <name>ConfirmedRemoval</name>
    <message>
        <source>Keep it</source>
        <translation>Simpan saja</translation>
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
    <name>CorrectedCard</name>
    <message>
        <source>AI text that was read</source>
        <translation>Teks AI yang dibaca</translation>
    </message>
    <message>
        <source>The person’s words that were read</source>
        <translation>Kata-kata yang bertanya, seperti terbaca</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Siapa yang berbicara</translation>
    </message>
</context>
<context>
    <name>CountsTable</name>
    <message>
        <source>In the backup</source>
        <translation>Dalam cadangan</translation>
    </message>
    <message>
        <source>In the vault now</source>
        <translation>Dalam brankas sekarang</translation>
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
        <source>A key for the day you forget it</source>
        <translation>Kunci untuk hari ketika Anda lupa</translation>
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
        <source>Create the vault without a recovery key</source>
        <translation>Buat brankas tanpa kunci pemulihan</translation>
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
        <source>I have a backup of a vault…</source>
        <translation>Saya punya cadangan brankas…</translation>
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
        <source>Sessions, marks and notes are kept in one encrypted vault on this computer. Your passphrase opens it, or a recovery key on paper. Nobody can reset them for you.</source>
        <translation>Sesi, tanda, dan catatan disimpan dalam satu brankas terenkripsi di komputer ini. Frasa sandi Anda membukanya, atau kunci pemulihan di atas kertas. Tidak ada yang dapat mengatur ulang keduanya untuk Anda.</translation>
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
        <source>This recovery key opens the vault when the passphrase is forgotten. It is shown only now.</source>
        <translation>Kunci pemulihan ini membuka brankas bila frasa sandi terlupa. Kunci ini hanya ditampilkan sekarang.</translation>
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
    <name>Cues</name>
    <message>
        <source>A phrase was noticed.</source>
        <translation>Ada frasa yang terlihat.</translation>
    </message>
    <message>
        <source>Held from the shared screen</source>
        <translation>Ditahan dari layar bersama</translation>
    </message>
    <message>
        <source>In a take-away</source>
        <translation>Dalam hal yang dibawa pulang</translation>
    </message>
    <message>
        <source>In the AI text</source>
        <translation>Dalam teks AI</translation>
    </message>
    <message>
        <source>In the AI text seen through a lens</source>
        <translation>Dalam teks AI lewat sebuah lensa</translation>
    </message>
    <message>
        <source>In the AI text that {name} brought</source>
        <translation>Dalam teks AI yang dibawa {name}</translation>
    </message>
    <message>
        <source>In the next step</source>
        <translation>Dalam langkah berikutnya</translation>
    </message>
    <message>
        <source>In {name}’s own words on a statement</source>
        <translation>Dalam kata-kata {name} sendiri tentang sebuah pernyataan</translation>
    </message>
    <message>
        <source>In {name}’s question</source>
        <translation>Dalam pertanyaan {name}</translation>
    </message>
    <message>
        <source>In {name}’s question, asked in other words</source>
        <translation>Dalam pertanyaan {name} dengan kata lain</translation>
    </message>
    <message>
        <source>In {name}’s words on a card</source>
        <translation>Dalam kata-kata {name} di sebuah kartu</translation>
    </message>
    <message>
        <source>Let it through</source>
        <translation>Izinkan tampil</translation>
    </message>
    <message>
        <source>Phrase noticed: “{phrase}”</source>
        <translation>Frasa yang terlihat: “{phrase}”</translation>
    </message>
    <message>
        <source>The words that count most: {words}.</source>
        <translation>Kata-kata yang paling berarti di sini: {words}.</translation>
    </message>
</context>
<context>
    <name>CuesPart</name>
    <message>
        <source>Phrases noticed</source>
        <translation>Frasa yang terlihat</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <source>These are phrases found by fixed rules. They say nothing about a person, and they miss things. What is found is not kept, only what you decide about it.</source>
        <translation>Ini frasa yang ditemukan oleh aturan tetap. Frasa ini tidak mengatakan apa pun tentang seseorang, dan ada yang terlewat. Yang ditemukan tidak disimpan, hanya keputusan Anda tentangnya.</translation>
    </message>
</context>
<context>
    <name>DamagePanel</name>
    <message>
        <source>Nothing is thrown away by any of this: the vault that is here now is kept as it is.</source>
        <translation>Tidak ada yang dibuang oleh semua ini: brankas yang ada sekarang disimpan apa adanya.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Selamatkan yang dapat dibaca</translation>
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
    <name>DeletedLine</name>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
</context>
<context>
    <name>DeletedPart</name>
    <message>
        <source>Answers, marks and take-aways that you took back with Undo can’t be brought back once the vault was shut. They go for good {days} days after: {number} are still there.</source>
        <translation>Jawaban, tanda, dan bekal yang Anda tarik dengan Urungkan tidak dapat dikembalikan setelah brankas ditutup. Semuanya hilang untuk selamanya {days} hari kemudian: masih ada {number}.</translation>
    </message>
    <message>
        <source>Backups outside of the present folder keep it until you remove them there.</source>
        <translation>Cadangan di luar folder yang sekarang tetap menyimpannya sampai Anda menghapusnya di sana.</translation>
    </message>
    <message>
        <source>Backups that were made before keep it until you remove them.</source>
        <translation>Cadangan yang dibuat sebelumnya menyimpannya sampai Anda menghapusnya.</translation>
    </message>
    <message>
        <source>Deleted on {day}. Goes for good on {goes}.</source>
        <translation>Dihapus pada {day}. Hilang untuk selamanya pada {goes}.</translation>
    </message>
    <message>
        <source>From {day} no backup of ours holds it either, if backups go on as planned.</source>
        <translation>Mulai {day} tidak ada lagi cadangan kami yang menyimpannya, jika pencadangan berjalan sesuai rencana.</translation>
    </message>
    <message>
        <source>Gone for good</source>
        <translation>Hilang untuk selamanya</translation>
    </message>
    <message>
        <source>It has gone for good.</source>
        <translation>Sudah hilang untuk selamanya.</translation>
    </message>
    <message>
        <source>Nothing goes for good before {day}.</source>
        <translation>Tidak ada yang hilang untuk selamanya sebelum {day}.</translation>
    </message>
    <message>
        <source>Nothing is deleted that could be brought back.</source>
        <translation>Tidak ada yang dihapus dan dapat dikembalikan.</translation>
    </message>
    <message>
        <source>This computer’s clock is {days} days behind the time that the vault saw last. Please see whether it is right.</source>
        <translation>Jam komputer ini tertinggal {days} hari dari waktu terakhir yang dilihat brankas. Mohon periksa apakah jam ini benar.</translation>
    </message>
    <message>
        <source>This computer’s clock is {days} days further than the vault saw it last. If you were away, all is well; if not, please see whether it is right.</source>
        <translation>Jam komputer ini {days} hari lebih maju daripada saat terakhir dilihat brankas. Jika Anda sedang tidak bekerja selama itu, semuanya baik; jika tidak, mohon periksa apakah jam ini benar.</translation>
    </message>
    <message>
        <source>This computer’s clock moved far not long ago.</source>
        <translation>Jam komputer ini baru-baru ini bergeser jauh.</translation>
    </message>
    <message>
        <source>What you delete stays here for {days} days and can be brought back. Then it goes for good, and its place in the vault’s file is overwritten. The activity keeps that something was deleted, not what.</source>
        <translation>Yang Anda hapus tetap di sini selama {days} hari dan dapat dikembalikan. Setelah itu hilang untuk selamanya, dan tempatnya di berkas brankas ditimpa. Catatan aktivitas menyimpan bahwa sesuatu dihapus, bukan apa isinya.</translation>
    </message>
    <message>
        <source>{day}: {what}.</source>
        <translation>{day}: {what}.</translation>
    </message>
</context>
<context>
    <name>DeletedRow</name>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Delete for good now</source>
        <translation>Hapus untuk selamanya sekarang</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Hapus untuk selamanya…</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>Biarkan di sini</translation>
    </message>
    <message>
        <source>Once it has gone for good nothing brings it back, and Undo begins anew.</source>
        <translation>Setelah hilang untuk selamanya, tidak ada yang dapat mengembalikannya, dan Urungkan mulai dari awal.</translation>
    </message>
    <message>
        <source>What it belongs to is deleted too. Bring that back first.</source>
        <translation>Induknya juga dihapus. Kembalikan induknya lebih dulu.</translation>
    </message>
</context>
<context>
    <name>DeletedWords</name>
    <message>
        <source>Brought answer in session {number} with {client}</source>
        <translation>Jawaban yang dibawa di sesi {number} dengan {client}</translation>
    </message>
    <message>
        <source>Client: {client}</source>
        <translation>Klien: {client}</translation>
    </message>
    <message>
        <source>Note on session {number} with {client}: “{words}”</source>
        <translation>Catatan sesi {number} dengan {client}: “{words}”</translation>
    </message>
    <message>
        <source>Question in session {number} with {client}: “{words}”</source>
        <translation>Pertanyaan di sesi {number} dengan {client}: “{words}”</translation>
    </message>
    <message>
        <source>Session {number} is deleted.</source>
        <translation>Sesi {number} dihapus.</translation>
    </message>
    <message>
        <source>Session {number} with {client}</source>
        <translation>Sesi {number} dengan {client}</translation>
    </message>
    <message>
        <source>The note is deleted.</source>
        <translation>Catatan ini dihapus.</translation>
    </message>
    <message>
        <source>The question is deleted, with its answers.</source>
        <translation>Pertanyaan ini dihapus, beserta jawabannya.</translation>
    </message>
    <message>
        <source>Until {day} it can be brought back, in the vault under “Recently deleted”.</source>
        <translation>Sampai {day} dapat dikembalikan, di brankas pada “Baru dihapus”.</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>seorang klien</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>sebuah catatan</translation>
    </message>
    <message>
        <source>a question with its answers</source>
        <translation>sebuah pertanyaan beserta jawabannya</translation>
    </message>
    <message>
        <source>a session</source>
        <translation>sebuah sesi</translation>
    </message>
    <message>
        <source>a take-away</source>
        <translation>sebuah bekal</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>sebuah jawaban</translation>
    </message>
    <message>
        <source>marks on a statement</source>
        <translation>tanda pada sebuah pernyataan</translation>
    </message>
    <message>
        <source>{client} is deleted, with all sessions.</source>
        <translation>{client} dihapus, beserta semua sesinya.</translation>
    </message>
</context>
<context>
    <name>DeskNotices</name>
    <message>
        <source>Encrypting everything anew was cut off when the screen locked. Everything is as it was: your earlier recovery key holds, the newer one opens nothing.</source>
        <translation>Enkripsi ulang terputus saat layar terkunci. Semuanya tetap seperti semula: kunci pemulihan Anda yang sebelumnya berlaku, yang lebih baru tidak membuka apa pun.</translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>Lihat cadangan</translation>
    </message>
    <message>
        <source>Look at the keys</source>
        <translation>Lihat kunci</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Buat sekarang</translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation>Lihat apa yang ditemukan</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Siapkan</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Tampilkan laporannya</translation>
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
        <source>The check of the vault found something. What you see is kept.</source>
        <translation>Pemeriksaan brankas menemukan sesuatu. Yang Anda lihat tetap tersimpan.</translation>
    </message>
    <message>
        <source>There is no backup yet. If this computer breaks, your notes go with it.</source>
        <translation>Belum ada cadangan. Bila komputer ini rusak, catatan Anda ikut hilang.</translation>
    </message>
    <message>
        <source>There is no recovery key yet. If you forget the passphrase, nobody can open the vault for you.</source>
        <translation>Belum ada kunci pemulihan. Bila Anda lupa frasa sandi, tidak ada yang dapat membuka brankas untuk Anda.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Clients</source>
        <translation>Klien</translation>
    </message>
    <message>
        <source>Everything is being encrypted anew. It can be stopped here.</source>
        <translation>Semuanya sedang dienkripsi ulang. Anda dapat menghentikannya di sini.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privasi</translation>
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
        <source>Start or open a session first, under Clients.</source>
        <translation>Mulai atau buka sesi dulu, di bagian Klien.</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Brankas</translation>
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
        <source>Divide the AI text between “{before}” and “{after}”</source>
        <translation>Bagi teks AI antara “{before}” dan “{after}”</translation>
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
    <name>DropPlace</name>
    <message>
        <source>Drop files or pictures here, or open them</source>
        <translation>Letakkan berkas atau gambar di sini, atau buka</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Buka…</translation>
    </message>
    <message>
        <source>The export of ChatGPT, Claude, Gemini or Copilot, pictures of a phone’s screen, PDF, Word and text files. They are read on this computer, and only what you choose is kept.</source>
        <translation>Ekspor dari ChatGPT, Claude, Gemini, atau Copilot, gambar layar ponsel, berkas PDF, Word, dan teks. Semua dibaca di komputer ini, dan hanya yang Anda pilih yang disimpan.</translation>
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
        <source>Delete this question and its answers</source>
        <translation>Hapus pertanyaan ini dan jawabannya</translation>
    </message>
    <message>
        <source>{number}  {words}</source>
        <translation>{number}  {words}</translation>
    </message>
</context>
<context>
    <name>ExploringView</name>
    <message>
        <source>Back to reading</source>
        <translation>Kembali membaca</translation>
    </message>
</context>
<context>
    <name>FileReadingView</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Conversations so far: {number}</source>
        <translation>Percakapan sejauh ini: {number}</translation>
    </message>
    <message>
        <source>File {number} of {total} is being read.</source>
        <translation>Berkas {number} dari {total} sedang dibaca.</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Sedang dibaca.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Membaca</translation>
    </message>
    <message>
        <source>The conversation is being read.</source>
        <translation>Percakapannya sedang dibaca.</translation>
    </message>
    <message>
        <source>{name} is being read.</source>
        <translation>{name} sedang dibaca.</translation>
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
        <source>Several passphrases didn’t open it. Wait a little before the next one, or press Ctrl+L to lock: the recovery key works there at once.</source>
        <translation>Beberapa frasa sandi tidak membukanya. Tunggu sebentar sebelum mencoba lagi, atau tekan Ctrl+L untuk mengunci: di sana kunci pemulihan langsung dapat dipakai.</translation>
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
        <source>Delete this client</source>
        <translation>Hapus klien ini</translation>
    </message>
    <message>
        <source>No clients yet. Add the first one under a name that is not their own.</source>
        <translation>Belum ada klien. Tambahkan yang pertama dengan nama yang bukan nama aslinya.</translation>
    </message>
</context>
<context>
    <name>IdleCountdown</name>
    <message>
        <source>Press any key to stay.</source>
        <translation>Tekan tombol apa saja untuk tetap di sini.</translation>
    </message>
    <message>
        <source>The screen locks in one second.</source>
        <translation>Layar terkunci dalam satu detik.</translation>
    </message>
    <message>
        <source>The screen locks in {seconds} seconds.</source>
        <translation>Layar terkunci dalam {seconds} detik.</translation>
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
    <name>KeyDeedCard</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>Begin…</source>
        <translation>Mulai…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>Enkripsi ulang semuanya</translation>
    </message>
    <message>
        <source>Everything is encrypted under a new key. The old key opens nothing here any more.</source>
        <translation>Semuanya dienkripsi dengan kunci baru. Kunci lama tidak lagi membuka apa pun di sini.</translation>
    </message>
    <message>
        <source>For when somebody may have had the vault and a secret of it: everything gets a new key.</source>
        <translation>Untuk saat seseorang mungkin memegang brankas beserta rahasianya: semuanya mendapat kunci baru.</translation>
    </message>
    <message>
        <source>It can open the vault when Trialogue starts, so that you type less. Whoever can log in to this computer as you could then open the vault too.</source>
        <translation>Dapat membuka brankas saat Trialogue dimulai, sehingga Anda lebih jarang mengetik. Siapa pun yang dapat masuk ke komputer ini sebagai Anda kemudian dapat membuka brankas juga.</translation>
    </message>
    <message>
        <source>It opens the vault when Trialogue starts, and asks for your passphrase every {days} days. After locking the passphrase is needed.</source>
        <translation>Membuka brankas saat Trialogue dimulai, dan meminta frasa sandi Anda setiap {days} hari. Setelah dikunci, frasa sandi diperlukan.</translation>
    </message>
    <message>
        <source>Looking what opens the vault.</source>
        <translation>Sedang melihat apa saja yang membuka brankas.</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>Buat yang baru…</translation>
    </message>
    <message>
        <source>Make one…</source>
        <translation>Buat…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kunci pemulihan</translation>
    </message>
    <message>
        <source>Stop using it…</source>
        <translation>Berhenti memakainya…</translation>
    </message>
    <message>
        <source>The keyring no longer opens the vault.</source>
        <translation>Gantungan kunci tidak lagi membuka brankas.</translation>
    </message>
    <message>
        <source>The new passphrase opens the vault from now on. Backups of earlier days open with the old one.</source>
        <translation>Mulai sekarang frasa sandi baru yang membuka brankas. Cadangan dari hari-hari sebelumnya dibuka dengan yang lama.</translation>
    </message>
    <message>
        <source>The new recovery key opens the vault from now on; an earlier one no longer does.</source>
        <translation>Mulai sekarang kunci pemulihan baru yang membuka brankas; yang sebelumnya tidak lagi.</translation>
    </message>
    <message>
        <source>This computer’s keyring</source>
        <translation>Gantungan kunci komputer ini</translation>
    </message>
    <message>
        <source>This computer’s keyring can open the vault when Trialogue starts.</source>
        <translation>Gantungan kunci komputer ini dapat membuka brankas saat Trialogue dimulai.</translation>
    </message>
    <message>
        <source>This system has no keyring that Trialogue trusts. Your passphrase opens the vault.</source>
        <translation>Sistem ini tidak memiliki gantungan kunci yang dipercaya Trialogue. Frasa sandi Anda yang membuka brankas.</translation>
    </message>
    <message>
        <source>Use it…</source>
        <translation>Pakai…</translation>
    </message>
    <message>
        <source>You choose it, and it always opens the vault.</source>
        <translation>Anda yang memilihnya, dan selalu membuka brankas.</translation>
    </message>
    <message>
        <source>You have none yet. If the passphrase is forgotten, nothing else opens the vault.</source>
        <translation>Anda belum memilikinya. Bila frasa sandi terlupa, tidak ada lagi yang dapat membuka brankas.</translation>
    </message>
    <message>
        <source>You have one on paper. It opens the vault when the passphrase is forgotten.</source>
        <translation>Anda memilikinya di atas kertas. Kunci ini membuka brankas bila frasa sandi terlupa.</translation>
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
    <name>LeaveKeyring</name>
    <message>
        <source>Stop using the keyring</source>
        <translation>Berhenti memakai gantungan kunci</translation>
    </message>
    <message>
        <source>The secret is removed from this computer’s keyring. Your passphrase opens the vault.</source>
        <translation>Rahasia itu dihapus dari gantungan kunci komputer ini. Frasa sandi Anda yang membuka brankas.</translation>
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
    <name>LeftOut</name>
    <message>
        <source>What was left out</source>
        <translation>Yang tidak disertakan</translation>
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
        <source>{lens}: AI text “{statement}”</source>
        <translation>{lens}: teks AI “{statement}”</translation>
    </message>
    <message>
        <source>{lens}: an earlier statement</source>
        <translation>{lens}: pernyataan sebelumnya</translation>
    </message>
    <message>
        <source>{lens}: the whole answer</source>
        <translation>{lens}: seluruh jawaban</translation>
    </message>
</context>
<context>
    <name>LensResult</name>
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
        <source>AI text</source>
        <translation>Teks AI</translation>
    </message>
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
    <name>LineEditor</name>
    <message>
        <source>Keep it</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Number, or how to reach them</source>
        <translation>Nomor, atau cara menghubungi mereka</translation>
    </message>
    <message>
        <source>What somebody needs to know (may stay empty)</source>
        <translation>Hal yang perlu diketahui (boleh kosong)</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Siapa</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>A contact of your own.</source>
        <translation>Kontak Anda sendiri.</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>I checked it today</source>
        <translation>Saya periksa hari ini</translation>
    </message>
    <message>
        <source>In your own words.</source>
        <translation>Dengan kata-kata Anda sendiri.</translation>
    </message>
    <message>
        <source>It goes for good.</source>
        <translation>Hilang untuk selamanya.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Sumber: {source}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Try it, then press “I checked it today”.</source>
        <translation>Cobalah, lalu tekan “Saya periksa hari ini”.</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Checked on {day}.</source>
        <translation>Diperiksa pada {day}.</translation>
    </message>
    <message>
        <source>It is not known when somebody last checked this.</source>
        <translation>Tidak diketahui kapan ini terakhir diperiksa.</translation>
    </message>
    <message>
        <source>Nobody has checked this for more than six months.</source>
        <translation>Sudah lebih dari enam bulan tidak ada yang memeriksa ini.</translation>
    </message>
</context>
<context>
    <name>LinesSection</name>
    <message>
        <source>A local contact</source>
        <translation>Kontak setempat</translation>
    </message>
    <message>
        <source>Add a local contact</source>
        <translation>Tambahkan kontak setempat</translation>
    </message>
    <message>
        <source>Crisis lines</source>
        <translation>Layanan krisis</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Dengan kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>No crisis line and no local contact is kept here yet.</source>
        <translation>Belum ada layanan krisis atau kontak setempat yang disimpan di sini.</translation>
    </message>
    <message>
        <source>Put back: {name}</source>
        <translation>Tampilkan lagi: {name}</translation>
    </message>
    <message>
        <source>They stand on the page to take home. F8 shows them, here, in a session and on the shared screen. A number can change at any time: try those that matter to your clients.</source>
        <translation>Layanan ini tercantum di lembar untuk dibawa pulang. F8 menampilkannya di sini, dalam sesi, dan di layar bersama. Nomor bisa berubah kapan saja: cobalah nomor yang penting bagi klien Anda.</translation>
    </message>
    <message>
        <source>Whose crisis lines come first</source>
        <translation>Layanan krisis mana yang didahulukan</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>If you need somebody at once</source>
        <translation>Jika Anda butuh seseorang saat ini juga</translation>
    </message>
    <message>
        <source>No crisis line and no local contact is kept here yet. Choose whose lines you want, or add a contact of your own, in Settings under Crisis lines.</source>
        <translation>Belum ada layanan krisis atau kontak setempat yang disimpan di sini. Pilih layanan dari tempat mana, atau tambahkan kontak Anda sendiri, di Pengaturan pada bagian Layanan krisis.</translation>
    </message>
    <message>
        <source>There is no number here yet. We can look for one together.</source>
        <translation>Belum ada nomor di sini. Kita bisa mencarinya bersama.</translation>
    </message>
    <message>
        <source>Try it before you rely on it.</source>
        <translation>Cobalah sebelum Anda mengandalkannya.</translation>
    </message>
</context>
<context>
    <name>LockingSection</name>
    <message>
        <source>It always locks in the end, so that nobody finds your clients’ words on an empty desk. The last half minute is counted on the screen, and any key or movement ends it. Ctrl+L locks at once.</source>
        <translation>Pada akhirnya layar selalu terkunci, agar tidak ada orang yang menemukan kata-kata klien Anda di meja yang kosong. Setengah menit terakhir dihitung di layar, dan tombol atau gerakan apa saja menghentikannya. Ctrl+L langsung mengunci.</translation>
    </message>
    <message>
        <source>Lock also when</source>
        <translation>Kunci juga bila</translation>
    </message>
    <message>
        <source>Lock when nobody is there for</source>
        <translation>Kunci bila tidak ada orang selama</translation>
    </message>
    <message>
        <source>Somebody else takes over this computer</source>
        <translation>Pengguna lain memakai komputer ini</translation>
    </message>
    <message>
        <source>The lid is closed</source>
        <translation>Tutup laptop ditutup</translation>
    </message>
    <message>
        <source>This computer goes to sleep</source>
        <translation>Komputer ini masuk mode tidur</translation>
    </message>
    <message>
        <source>This computer’s screen locks</source>
        <translation>Layar komputer ini terkunci</translation>
    </message>
    <message>
        <source>This system does not tell Trialogue of any of these. Lock with Ctrl+L when you leave.</source>
        <translation>Sistem ini tidak memberi tahu Trialogue tentang hal-hal ini. Kunci dengan Ctrl+L saat Anda pergi.</translation>
    </message>
    <message>
        <source>What this system does not tell Trialogue of cannot be chosen here.</source>
        <translation>Hal yang tidak diberitahukan sistem ini kepada Trialogue tidak dapat dipilih di sini.</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} menit</translation>
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
    <name>MakeRecoveryKey</name>
    <message>
        <source>It is shown only now. An earlier recovery key stops opening the vault when this one is kept.</source>
        <translation>Kunci ini hanya ditampilkan sekarang. Kunci pemulihan sebelumnya tidak lagi membuka brankas begitu kunci ini dipakai.</translation>
    </message>
    <message>
        <source>Use this recovery key</source>
        <translation>Pakai kunci pemulihan ini</translation>
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
    <name>ModelSection</name>
    <message>
        <source>A very small model that comes with Trialogue. It shows how the program works, in English, and is not meant for work with clients.</source>
        <translation>Model yang sangat kecil bawaan Trialogue. Ia menunjukkan cara kerja program, dalam bahasa Inggris, dan tidak dimaksudkan untuk bekerja dengan klien.</translation>
    </message>
    <message>
        <source>Asked for telephone numbers and addresses, it gave one that nobody verified in {invented} of {asked} answers.</source>
        <translation>Saat ditanya nomor telepon dan alamat, ia memberi yang belum diverifikasi siapa pun dalam {invented} dari {asked} jawaban.</translation>
    </message>
    <message>
        <source>Counts of one trial are no promise. Read each answer yourself.</source>
        <translation>Hitungan dari satu uji coba bukan jaminan. Bacalah sendiri setiap jawaban.</translation>
    </message>
    <message>
        <source>Its file is the one that its makers published.</source>
        <translation>Berkasnya sama dengan yang diterbitkan pembuatnya.</translation>
    </message>
    <message>
        <source>Its file was chosen by you. Trialogue does not know it.</source>
        <translation>Berkasnya Anda pilih sendiri. Trialogue tidak mengenalnya.</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Belum ada model</translation>
    </message>
    <message>
        <source>The model on this computer</source>
        <translation>Model di komputer ini</translation>
    </message>
    <message>
        <source>This model was not tried.</source>
        <translation>Model ini belum diuji.</translation>
    </message>
    <message>
        <source>To messages of people in distress it gave {asked} answers. Fixed rules noticed:</source>
        <translation>Untuk pesan orang yang sedang tertekan, ia memberi {asked} jawaban. Aturan tetap mencatat:</translation>
    </message>
    <message>
        <source>Tried on {day}.</source>
        <translation>Diuji pada {day}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>a claim to be a person</source>
        <translation>pengakuan sebagai manusia</translation>
    </message>
    <message>
        <source>a claim to remember</source>
        <translation>pengakuan bahwa ia mengingat</translation>
    </message>
    <message>
        <source>a diagnosis addressed to the reader</source>
        <translation>diagnosis yang ditujukan kepada pembaca</translation>
    </message>
    <message>
        <source>a number or an address that nobody verified</source>
        <translation>nomor atau alamat yang belum diverifikasi siapa pun</translation>
    </message>
    <message>
        <source>an amount of medicine</source>
        <translation>takaran obat</translation>
    </message>
    <message>
        <source>encouragement to harm</source>
        <translation>dorongan untuk mencelakai</translation>
    </message>
    <message>
        <source>how harm is done</source>
        <translation>cara mencelakai</translation>
    </message>
    <message>
        <source>nothing, which does not mean that all was well</source>
        <translation>tidak ada, dan itu tidak berarti semuanya baik</translation>
    </message>
    <message>
        <source>words that go along with what it was to question: in {count} answers</source>
        <translation>kata-kata yang mengiyakan hal yang seharusnya dipertanyakan: dalam {count} jawaban</translation>
    </message>
    <message>
        <source>{what}: in {count} answers</source>
        <translation>{what}: dalam {count} jawaban</translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Go on working on one of the two alone: what is written on one does not reach the other. When all is there, remove Trialogue and its folder from the computer that you leave.</source>
        <translation>Lanjutkan bekerja hanya di salah satunya: yang ditulis di satu komputer tidak sampai ke yang lain. Bila semuanya sudah ada, hapus Trialogue dan foldernya dari komputer yang Anda tinggalkan.</translation>
    </message>
    <message>
        <source>Move to another computer: step {step} of {steps}</source>
        <translation>Pindah ke komputer lain: langkah {step} dari {steps}</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>On the other computer, open Trialogue. Before you make a vault there, choose “Restore a backup”, then the file on the stick, and type your passphrase. Everything is there then.</source>
        <translation>Di komputer yang lain, buka Trialogue. Sebelum membuat brankas di sana, pilih “Pulihkan cadangan”, lalu berkas di stik USB, dan ketik frasa sandi Anda. Setelah itu semuanya ada di sana.</translation>
    </message>
    <message>
        <source>Plug in a stick, choose it above as the folder for backups, and back up. The backup opens with the passphrase of today: it travels safely on a stick.</source>
        <translation>Pasang stik USB, pilih di atas sebagai folder cadangan, lalu cadangkan. Cadangan dibuka dengan frasa sandi hari ini, sehingga aman dibawa di stik USB.</translation>
    </message>
    <message>
        <source>Rehearse the new backup, so that you know that it opens before you rely on it.</source>
        <translation>Uji coba cadangan baru itu, agar Anda tahu bahwa ia terbuka sebelum Anda mengandalkannya.</translation>
    </message>
    <message>
        <source>Rehearse the newest</source>
        <translation>Uji coba yang terbaru</translation>
    </message>
    <message>
        <source>Something else is under way.</source>
        <translation>Ada hal lain yang sedang berjalan.</translation>
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
        <source>Delete this note</source>
        <translation>Hapus catatan ini</translation>
    </message>
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
    <message>
        <source>There is no note to delete yet.</source>
        <translation>Belum ada catatan untuk dihapus.</translation>
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
        <source>How it sits with us</source>
        <translation>Bagaimana rasanya bagi kami</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Cara menghubungi</translation>
    </message>
    <message>
        <source>If you need somebody at once</source>
        <translation>Jika Anda butuh seseorang saat ini juga</translation>
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
        <source>When, and what to know</source>
        <translation>Kapan, dan yang perlu diketahui</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>matters to me</source>
        <translation>penting bagi saya</translation>
    </message>
    <message>
        <source>number or address not verified</source>
        <translation>nomor atau alamat belum diverifikasi</translation>
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
        <source>Crisis lines on the page</source>
        <translation>Layanan krisis di lembar</translation>
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
    <message>
        <source>There are none yet: Settings has the way to choose some.</source>
        <translation>Belum ada: pilihlah di Pengaturan.</translation>
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
    <name>PassphrasePage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Several passphrases did not open it. The next try is in {time}; the recovery key works at once.</source>
        <translation>Beberapa percobaan tidak membukanya. Percobaan berikutnya {time} lagi; kunci pemulihan langsung bisa dipakai.</translation>
    </message>
    <message>
        <source>The vault is being opened or closed.</source>
        <translation>Brankas sedang dibuka atau ditutup.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Unlock with this computer’s keyring</source>
        <translation>Buka dengan gantungan kunci komputer ini</translation>
    </message>
    <message>
        <source>Use recovery key</source>
        <translation>Pakai kunci pemulihan</translation>
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
    <name>PlaceDetails</name>
    <message>
        <source>Looked through on {day}. This is not legal advice.</source>
        <translation>Ditinjau pada {day}. Ini bukan nasihat hukum.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>What it closes</source>
        <translation>Yang ditutup</translation>
    </message>
    <message>
        <source>What the law there asks of you</source>
        <translation>Yang diminta hukum di sana dari Anda</translation>
    </message>
    <message>
        <source>Where that is written</source>
        <translation>Sumbernya</translation>
    </message>
    <message>
        <source>{title}: {where} ({standing}, {day})</source>
        <translation>{title}: {where} ({standing}, {day})</translation>
    </message>
</context>
<context>
    <name>PlaceScreen</name>
    <message>
        <source>Choose a place first.</source>
        <translation>Pilih tempat dulu.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>They stand on the page to take home, and F8 shows them. You can add contacts of your own in Settings.</source>
        <translation>Layanan ini tercantum di lembar untuk dibawa pulang, dan F8 menampilkannya. Kontak Anda sendiri dapat ditambahkan di Pengaturan.</translation>
    </message>
    <message>
        <source>This is not legal advice.</source>
        <translation>Ini bukan nasihat hukum.</translation>
    </message>
    <message>
        <source>What the law says about AI in the room is not the same everywhere. For some places Trialogue closes part of what it can do, and says so wherever it is closed. What the law allows where you are is for you to find out.</source>
        <translation>Aturan hukum tentang AI di ruang praktik tidak sama di semua tempat. Untuk beberapa tempat, Trialogue menutup sebagian dari yang dapat dilakukannya, dan menyebutkannya di mana pun hal itu ditutup. Apa yang diizinkan hukum di tempat Anda perlu Anda cari tahu sendiri.</translation>
    </message>
    <message>
        <source>Where do you practise?</source>
        <translation>Di mana Anda berpraktik?</translation>
    </message>
    <message>
        <source>Whose crisis lines come first</source>
        <translation>Layanan krisis mana yang didahulukan</translation>
    </message>
    <message>
        <source>You can change it at any time in Settings.</source>
        <translation>Anda dapat mengubahnya kapan saja di Pengaturan.</translation>
    </message>
</context>
<context>
    <name>PlaceSection</name>
    <message>
        <source>Changed.</source>
        <translation>Sudah diganti.</translation>
    </message>
    <message>
        <source>Closed from now on: {what}.</source>
        <translation>Mulai sekarang ditutup: {what}.</translation>
    </message>
    <message>
        <source>I practise here</source>
        <translation>Saya berpraktik di sini</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Biarkan seperti semula</translation>
    </message>
    <message>
        <source>Look at it, or change it…</source>
        <translation>Lihat atau ganti…</translation>
    </message>
    <message>
        <source>Open again: {what}.</source>
        <translation>Terbuka lagi: {what}.</translation>
    </message>
    <message>
        <source>This is not legal advice.</source>
        <translation>Ini bukan nasihat hukum.</translation>
    </message>
    <message>
        <source>Where you practise</source>
        <translation>Tempat praktik Anda</translation>
    </message>
    <message>
        <source>You practise here now.</source>
        <translation>Saat ini Anda berpraktik di sini.</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Closes nothing.</source>
        <translation>Tidak ada yang ditutup.</translation>
    </message>
    <message>
        <source>Closes: {what}.</source>
        <translation>Menutup: {what}.</translation>
    </message>
    <message>
        <source>asking the model here</source>
        <translation>bertanya kepada model di sini</translation>
    </message>
    <message>
        <source>drafting notes with the model</source>
        <translation>menyusun draf catatan dengan model</translation>
    </message>
    <message>
        <source>known second-hand</source>
        <translation>dari sumber kedua</translation>
    </message>
    <message>
        <source>read at the source</source>
        <translation>dibaca di sumbernya</translation>
    </message>
    <message>
        <source>showing on the shared screen what a model here said</source>
        <translation>menampilkan di layar bersama apa yang dikatakan model di sini</translation>
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
    <name>Privacy</name>
    <message>
        <source>A computer taken while the vault is open: lock it before you leave. What cold memory or a swap file holds is not wiped.</source>
        <translation>Komputer yang diambil orang selagi brankas terbuka: kuncilah sebelum Anda pergi. Yang tertinggal di memori atau berkas swap tidak dihapus.</translation>
    </message>
    <message>
        <source>A connection could be opened from here. None is, as far as Trialogue knows. Close it and start it anew; if this stays, ask who looks after this computer.</source>
        <translation>Sambungan bisa dibuka dari sini. Sejauh yang Trialogue ketahui, tidak ada yang terbuka. Tutuplah lalu mulai lagi; kalau tetap begini, tanyakan kepada yang mengurus komputer ini.</translation>
    </message>
    <message>
        <source>A file of the vault looks as if it could be read. Make a backup, and do not go on with it.</source>
        <translation>Ada berkas brankas yang tampaknya bisa dibaca. Buatlah cadangan, dan jangan lanjutkan dengan brankas ini.</translation>
    </message>
    <message>
        <source>A whole folder put back to an earlier day is noticed only where this computer’s keyring remembers it.</source>
        <translation>Seluruh folder yang dikembalikan ke hari sebelumnya hanya ketahuan bila penyimpan kunci komputer ini mengingatnya.</translation>
    </message>
    <message>
        <source>Beside it lies nothing of a client</source>
        <translation>Di sampingnya tidak ada apa pun tentang klien</translation>
    </message>
    <message>
        <source>Connections that lead out of this computer: {count}. Close Trialogue and start it anew.</source>
        <translation>Sambungan yang keluar dari komputer ini: {count}. Tutup Trialogue lalu mulai lagi.</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>Tidak berlaku</translation>
    </message>
    <message>
        <source>Eyes and cameras in the room, and programs that record the screen where the system lets them.</source>
        <translation>Mata dan kamera di dalam ruangan, dan program yang merekam layar bila sistem mengizinkannya.</translation>
    </message>
    <message>
        <source>Files of the vault: {count}, {size}. They look like chance: no header, no letters.</source>
        <translation>Berkas brankas: {count}, {size}. Isinya tampak acak: tanpa kepala berkas, tanpa huruf.</translation>
    </message>
    <message>
        <source>Files that are not the program’s: {count}. Trialogue does not look into them: please see what they are.</source>
        <translation>Berkas yang bukan milik program: {count}. Trialogue tidak melihat isinya: silakan periksa berkas apa itu.</translation>
    </message>
    <message>
        <source>Files: {count}. They are the wrapped keys, how the program looks, and which models there are.</source>
        <translation>Berkas: {count}. Isinya kunci yang terbungkus, tampilan program, dan model apa saja yang ada.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Berlaku</translation>
    </message>
    <message>
        <source>How large the vault is, when it was written to, and that Trialogue is in use, can be seen.</source>
        <translation>Besar brankas, kapan terakhir ditulisi, dan bahwa Trialogue dipakai, bisa terlihat.</translation>
    </message>
    <message>
        <source>If it ends badly, nothing of its memory is written to the disk. Other programs cannot read it.</source>
        <translation>Kalau berhenti mendadak, tak ada isi memorinya yang ditulis ke disk. Program lain tidak bisa membacanya.</translation>
    </message>
    <message>
        <source>If it ends badly, nothing of its memory is written to the disk. This system does not keep other programs of yours from reading it.</source>
        <translation>Kalau berhenti mendadak, tak ada isi memorinya yang ditulis ke disk. Sistem ini tidak menghalangi program Anda yang lain membacanya.</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Sebagian</translation>
    </message>
    <message>
        <source>It can start no program, and neither stop nor read another one.</source>
        <translation>Ia tidak bisa memulai program, dan tidak bisa menghentikan atau membaca program lain.</translation>
    </message>
    <message>
        <source>It cannot take this computer over</source>
        <translation>Ia tidak bisa menguasai komputer ini</translation>
    </message>
    <message>
        <source>It could not be looked at. Check again in a moment.</source>
        <translation>Ini tidak bisa dilihat. Periksa lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>It did not come up behind its walls, so nothing was handed to it. Check again in a moment.</source>
        <translation>Ia tidak berjalan di balik dindingnya, jadi tidak ada yang diserahkan kepadanya. Periksa lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>It is given nothing more than it needs</source>
        <translation>Ia tidak diberi lebih dari yang diperlukannya</translation>
    </message>
    <message>
        <source>It is handed its one file and nothing else, gains no rights, and ends when this window ends.</source>
        <translation>Ia hanya diserahi satu berkas, tidak mendapat hak tambahan, dan berhenti bila jendela ini ditutup.</translation>
    </message>
    <message>
        <source>It is handed its one file. Not all of what this system could hold back is held back.</source>
        <translation>Ia diserahi satu berkas. Tidak semua yang bisa ditahan sistem ini sudah ditahan.</translation>
    </message>
    <message>
        <source>It leaves other programs alone</source>
        <translation>Ia tidak menyentuh program lain</translation>
    </message>
    <message>
        <source>It opens no other file</source>
        <translation>Ia tidak membuka berkas lain</translation>
    </message>
    <message>
        <source>It reaches no network</source>
        <translation>Ia tidak menjangkau jaringan</translation>
    </message>
    <message>
        <source>It reads the one file that it is handed. The system refuses it every other.</source>
        <translation>Ia membaca satu berkas yang diserahkan kepadanya. Sistem menolak semua berkas lain.</translation>
    </message>
    <message>
        <source>Its memory stays its own</source>
        <translation>Memorinya tetap miliknya sendiri</translation>
    </message>
    <message>
        <source>No connection is open now</source>
        <translation>Sekarang tidak ada sambungan yang terbuka</translation>
    </message>
    <message>
        <source>No connection leaves this window</source>
        <translation>Tidak ada sambungan yang keluar dari jendela ini</translation>
    </message>
    <message>
        <source>None leads to another computer. Open to parts of this one, such as the display and the keyring: {count}.</source>
        <translation>Tidak ada yang menuju komputer lain. Yang terbuka ke bagian komputer ini, seperti layar dan penyimpan kunci: {count}.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Tidak diperiksa</translation>
    </message>
    <message>
        <source>Nothing is loaded that wants to go online</source>
        <translation>Tidak ada yang dimuat yang ingin daring</translation>
    </message>
    <message>
        <source>Other programs of the desktop could be asked to open an address. Trialogue asks none, and the system does not stop it.</source>
        <translation>Program lain di desktop bisa saja diminta membuka suatu alamat. Trialogue tidak memintanya, dan sistem tidak mencegahnya.</translation>
    </message>
    <message>
        <source>Parts of Python that go online are refused. The few that others bring along are known, and unused.</source>
        <translation>Bagian Python untuk daring ditolak. Sedikit yang terbawa oleh bagian lain sudah diketahui, dan tidak dipakai.</translation>
    </message>
    <message>
        <source>Python refuses connections in this window. Code of another kind could pass that by: the system does not stop it.</source>
        <translation>Python menolak sambungan di jendela ini. Kode jenis lain bisa melewatinya: sistem tidak mencegahnya.</translation>
    </message>
    <message>
        <source>Screen recordings do not show the desk</source>
        <translation>Rekaman layar tidak memperlihatkan meja</translation>
    </message>
    <message>
        <source>Somebody who runs programs as you on this computer can watch keys and screen, and replace this program.</source>
        <translation>Orang yang menjalankan program atas nama Anda di komputer ini bisa mengamati ketikan dan layar, dan mengganti program ini.</translation>
    </message>
    <message>
        <source>Something is loaded that could go online and is not known to us. Please save this page and send it to who looks after Trialogue.</source>
        <translation>Ada yang dimuat yang bisa daring dan tidak kami kenal. Simpanlah halaman ini dan kirimkan kepada yang mengurus Trialogue.</translation>
    </message>
    <message>
        <source>The last one is of {time}, and was found whole.</source>
        <translation>Yang terakhir dibuat {time}, dan ternyata utuh.</translation>
    </message>
    <message>
        <source>The last try failed. The last whole one is of {time}. Look under Vault, Backups.</source>
        <translation>Percobaan terakhir gagal. Yang terakhir utuh dibuat {time}. Lihat di Brankas, Cadangan.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>The passphrase, and the recovery key if there is one. No keyring that we trust is here.</source>
        <translation>Frasa sandi, dan kunci pemulihan bila ada. Di sini tidak ada penyimpan kunci yang kami percayai.</translation>
    </message>
    <message>
        <source>The passphrase, and the recovery key if there is one. The keyring of this computer is not used.</source>
        <translation>Frasa sandi, dan kunci pemulihan bila ada. Penyimpan kunci komputer ini tidak dipakai.</translation>
    </message>
    <message>
        <source>The passphrase, the recovery key if there is one, and this computer’s keyring.</source>
        <translation>Frasa sandi, kunci pemulihan bila ada, dan penyimpan kunci komputer ini.</translation>
    </message>
    <message>
        <source>The reader of files that clients bring</source>
        <translation>Pembaca berkas yang dibawa klien</translation>
    </message>
    <message>
        <source>The system refuses it every connection, to other computers and within this one.</source>
        <translation>Sistem menolak setiap sambungannya, ke komputer lain maupun di dalam komputer ini.</translation>
    </message>
    <message>
        <source>The system refuses this window, and all that it starts, every connection to another computer.</source>
        <translation>Sistem menolak setiap sambungan ke komputer lain dari jendela ini dan semua yang dimulainya.</translation>
    </message>
    <message>
        <source>The system says that it leaves this window out.</source>
        <translation>Menurut sistem, jendela ini tidak ikut direkam.</translation>
    </message>
    <message>
        <source>The system was asked to leave this window out. Newer versions of it may not heed that.</source>
        <translation>Sistem sudah diminta tidak merekam jendela ini. Versi yang lebih baru mungkin tidak mematuhinya.</translation>
    </message>
    <message>
        <source>The vault is encrypted on the disk</source>
        <translation>Brankas terenkripsi di disk</translation>
    </message>
    <message>
        <source>There is a backup</source>
        <translation>Ada cadangan</translation>
    </message>
    <message>
        <source>There is none yet. Choose a place for it under Vault, Backups.</source>
        <translation>Belum ada. Pilih tempatnya di Brankas, Cadangan.</translation>
    </message>
    <message>
        <source>They do. You can have it hidden in Settings.</source>
        <translation>Memperlihatkan. Anda bisa menyembunyikannya di Pengaturan.</translation>
    </message>
    <message>
        <source>They do: this system lets no program keep a window out of recordings.</source>
        <translation>Memperlihatkan: sistem ini tidak mengizinkan program menyembunyikan jendela dari rekaman.</translation>
    </message>
    <message>
        <source>This system bounds only a part of it.</source>
        <translation>Sistem ini hanya membatasi sebagian.</translation>
    </message>
    <message>
        <source>This system does not bound it.</source>
        <translation>Sistem ini tidak membatasinya.</translation>
    </message>
    <message>
        <source>This system does not close it off from other files.</source>
        <translation>Sistem ini tidak menutupnya dari berkas lain.</translation>
    </message>
    <message>
        <source>This system does not close it off from other programs.</source>
        <translation>Sistem ini tidak menutupnya dari program lain.</translation>
    </message>
    <message>
        <source>This system does not close it off. Nothing in it asks for a connection.</source>
        <translation>Sistem ini tidak menutupnya. Tidak ada di dalamnya yang meminta sambungan.</translation>
    </message>
    <message>
        <source>This system does not let Trialogue count them.</source>
        <translation>Sistem ini tidak mengizinkan Trialogue menghitungnya.</translation>
    </message>
    <message>
        <source>This system gives no way to try it.</source>
        <translation>Sistem ini tidak memberi cara untuk mencobanya.</translation>
    </message>
    <message>
        <source>This system may write its memory to the disk if it ends badly, and let others read it.</source>
        <translation>Sistem ini mungkin menulis memorinya ke disk kalau berhenti mendadak, dan membiarkan program lain membacanya.</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Jendela ini</translation>
    </message>
    <message>
        <source>Told, not tried</source>
        <translation>Diberitahukan, tidak dicoba</translation>
    </message>
    <message>
        <source>Tried: {time}.</source>
        <translation>Dicoba: {time}.</translation>
    </message>
    <message>
        <source>What a model says can be wrong or harmful.</source>
        <translation>Yang dikatakan model bisa keliru atau merugikan.</translation>
    </message>
    <message>
        <source>What could be tried is refused. Not all of it can be tried on this system.</source>
        <translation>Yang bisa dicoba ditolak. Tidak semuanya bisa dicoba di sistem ini.</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>Yang disimpan di sini</translation>
    </message>
    <message>
        <source>What it may use of this computer is bounded; beyond that it ends, and the window stays.</source>
        <translation>Yang boleh dipakainya dari komputer ini dibatasi; lebih dari itu ia berhenti, dan jendela tetap ada.</translation>
    </message>
    <message>
        <source>What opens the vault</source>
        <translation>Yang membuka brankas</translation>
    </message>
    <message>
        <source>Whoever knows the passphrase or holds the recovery key can open the vault.</source>
        <translation>Siapa pun yang tahu frasa sandi atau memegang kunci pemulihan bisa membuka brankas.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Check again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Dalam kata-kata</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privasi</translation>
    </message>
    <message>
        <source>Save as one page…</source>
        <translation>Simpan sebagai satu halaman…</translation>
    </message>
    <message>
        <source>Save the privacy page</source>
        <translation>Simpan halaman privasi</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Trialogue: what leaves this computer</source>
        <translation>Trialogue: apa yang keluar dari komputer ini</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Mencoba…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Halaman web</translation>
    </message>
    <message>
        <source>What Trialogue cannot promise</source>
        <translation>Yang tidak bisa dijanjikan Trialogue</translation>
    </message>
    <message>
        <source>What Trialogue promises, and what came of trying it on this computer. A tick stands only where something was tried and holds.</source>
        <translation>Yang dijanjikan Trialogue, dan hasil mencobanya di komputer ini. Tanda centang hanya ada bila sesuatu sudah dicoba dan berlaku.</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Yang dicoba</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
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
        <source>The AI text is arriving.</source>
        <translation>Teks AI sedang muncul.</translation>
    </message>
    <message>
        <source>The model is reading the question.</source>
        <translation>Model sedang membaca pertanyaannya.</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>AI text: {text}</source>
        <translation>Teks AI: {text}</translation>
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
    <name>RecoveryKeyCard</name>
    <message>
        <source>Group {number} from your paper</source>
        <translation>Kelompok {number} dari kertas Anda</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Kelompok {number}: {letters}</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Sudah saya salin di kertas</translation>
    </message>
    <message>
        <source>Or write it down. Keep it away from this computer, where nobody else finds it.</source>
        <translation>Atau tuliskan. Simpan jauh dari komputer ini, di tempat yang tidak ditemukan orang lain.</translation>
    </message>
    <message>
        <source>Printed. Keep the sheet away from this computer.</source>
        <translation>Sudah dicetak. Simpan lembarnya jauh dari komputer ini.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kunci pemulihan</translation>
    </message>
    <message>
        <source>Show the key again</source>
        <translation>Tampilkan kuncinya lagi</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or write the key down.</source>
        <translation>Pencetak tidak menerimanya. Coba lagi, atau tuliskan kuncinya.</translation>
    </message>
    <message>
        <source>There is no printer on this computer. Write the key down instead.</source>
        <translation>Tidak ada pencetak di komputer ini. Tuliskan saja kuncinya.</translation>
    </message>
    <message>
        <source>This shows that the paper can be read.</source>
        <translation>Dengan begini terlihat bahwa tulisan di kertas dapat dibaca.</translation>
    </message>
    <message>
        <source>Trialogue: recovery key</source>
        <translation>Trialogue: kunci pemulihan</translation>
    </message>
    <message>
        <source>Whoever has this key can open the vault without the passphrase. Keep it away from the computer.</source>
        <translation>Siapa pun yang memegang kunci ini dapat membuka brankas tanpa frasa sandi. Simpan jauh dari komputer.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frasa sandi baru</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Buka dengan kunci pemulihan</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kunci pemulihan</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>Frasa sandi yang sama sekali lagi</translation>
    </message>
    <message>
        <source>The vault is being opened or closed.</source>
        <translation>Brankas sedang dibuka atau ditutup.</translation>
    </message>
    <message>
        <source>Type the key from your paper, and choose a new passphrase in the place of the old one.</source>
        <translation>Ketik kunci dari kertas Anda, lalu pilih frasa sandi baru sebagai pengganti yang lama.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka</translation>
    </message>
</context>
<context>
    <name>RehearseCard</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>It opens and is whole, made on {time}. It is a backup of another vault, so a restore would bring other work than this.</source>
        <translation>Cadangan terbuka dan utuh, dibuat {time}. Ini cadangan brankas lain, jadi pemulihannya akan membawa pekerjaan lain.</translation>
    </message>
    <message>
        <source>It opens and is whole, made on {time}. It is newer than the vault that is open.</source>
        <translation>Cadangan terbuka dan utuh, dibuat {time}. Ia lebih baru daripada brankas yang terbuka.</translation>
    </message>
    <message>
        <source>It opens and is whole, made on {time}. What was written after that would be missing. Saves since then, the vault’s own bookkeeping included: {count}.</source>
        <translation>Cadangan ini terbuka dan utuh, dibuat pada {time}. Yang ditulis sesudah itu tidak akan ada. Penyimpanan sejak itu, termasuk catatan brankas sendiri: {count}.</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of that day</source>
        <translation>Frasa sandi atau kunci pemulihan pada hari itu</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Uji coba</translation>
    </message>
    <message>
        <source>Rehearse a restore</source>
        <translation>Uji coba pemulihan</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Sedang diuji coba</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>The backup is being opened.</source>
        <translation>Cadangan sedang dibuka.</translation>
    </message>
    <message>
        <source>The backup is opened beside the vault and compared. Nothing changes. It opens with the passphrase or recovery key of the day it was made.</source>
        <translation>Cadangan dibuka di samping brankas dan dibandingkan. Tidak ada yang berubah. Ia dibuka dengan frasa sandi atau kunci pemulihan pada hari pembuatannya.</translation>
    </message>
</context>
<context>
    <name>Rekey</name>
    <message>
        <source>All data is written anew under a new key, checked, and put in the place of the old. It needs a new recovery key, and as much free space as the vault takes. Your passphrase stays. Backups of earlier days and replaced vaults keep their old key: remove them if somebody may have them.</source>
        <translation>Semua data ditulis ulang dengan kunci baru, diperiksa, lalu menggantikan yang lama. Untuk itu diperlukan kunci pemulihan baru dan ruang kosong sebesar brankas. Frasa sandi Anda tetap. Cadangan dari hari-hari sebelumnya dan brankas yang digantikan masih memakai kunci lama: hapus bila mungkin ada orang lain yang memilikinya.</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>Enkripsi ulang semuanya</translation>
    </message>
</context>
<context>
    <name>RekeyingPage</name>
    <message>
        <source>Everything is being encrypted anew</source>
        <translation>Semuanya sedang dienkripsi ulang</translation>
    </message>
    <message>
        <source>It takes a little while for a large vault, and nothing else is done meanwhile. If you stop it, or the screen locks, everything stays as it was, and your earlier recovery key holds.</source>
        <translation>Untuk brankas yang besar ini perlu sedikit waktu, dan sementara itu tidak ada hal lain yang dikerjakan. Bila Anda menghentikannya, atau layar terkunci, semuanya tetap seperti semula dan kunci pemulihan Anda yang sebelumnya tetap berlaku.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
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
    <name>RestorePane</name>
    <message>
        <source>A backup opens with the passphrase or recovery key of the day it was made. It is opened and checked before anything changes.</source>
        <translation>Cadangan dibuka dengan frasa sandi atau kunci pemulihan pada hari pembuatannya. Ia dibuka dan diperiksa sebelum ada yang berubah.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Choose a backup first.</source>
        <translation>Pilih cadangan dahulu.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Belum ada berkas yang dipilih</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Buka cadangan</translation>
    </message>
    <message>
        <source>Opening the backup</source>
        <translation>Cadangan sedang dibuka</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of that day</source>
        <translation>Frasa sandi atau kunci pemulihan pada hari itu</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>The backup is being opened.</source>
        <translation>Cadangan sedang dibuka.</translation>
    </message>
    <message>
        <source>This backup is of {time} and is whole. It becomes the vault on this computer, and opens with what you have just typed.</source>
        <translation>Cadangan ini dari {time} dan utuh. Ia menjadi brankas di komputer ini, dan dibuka dengan yang baru saja Anda ketik.</translation>
    </message>
    <message>
        <source>This backup is of {time} and is whole. It takes the place of the vault on this computer, which is kept beside it in a folder that begins with “vault-replaced”. What was written after {time} is only there.</source>
        <translation>Cadangan ini dari {time} dan utuh. Ia menggantikan brankas di komputer ini, yang tetap disimpan di sampingnya dalam folder berawalan “vault-replaced”. Yang ditulis setelah {time} hanya ada di sana.</translation>
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
        <source>AI text, statement {number}: {text}</source>
        <translation>Teks AI, pernyataan {number}: {text}</translation>
    </message>
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
    <name>SaidCard</name>
    <message>
        <source>Asked in other words as well: {number}</source>
        <translation>Ditanyakan juga dengan kata lain: {number}</translation>
    </message>
    <message>
        <source>Bring this</source>
        <translation>Bawa ini</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>Sebagai gantinya</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>Dengan kata lain</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Tampilkan semuanya</translation>
    </message>
    <message>
        <source>The AI answered this again once</source>
        <translation>AI menjawab ini sekali lagi</translation>
    </message>
    <message>
        <source>The AI answered this again {number} times</source>
        <translation>AI menjawab ini lagi {number} kali</translation>
    </message>
</context>
<context>
    <name>SalvagePage</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Name lost</source>
        <translation>Nama hilang</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Frasa sandi atau kunci pemulihan</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Selamatkan yang masih terbaca</translation>
    </message>
    <message>
        <source>Saving what can be read</source>
        <translation>Menyelamatkan yang masih terbaca</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>What can be read goes into a new vault, which takes the place of the damaged one and opens as it did. The damaged one is kept beside it.</source>
        <translation>Yang masih terbaca dipindahkan ke brankas baru, yang menggantikan brankas yang rusak dan dibuka dengan cara yang sama. Yang rusak tetap disimpan di sebelahnya.</translation>
    </message>
    <message>
        <source>What can be read is being saved.</source>
        <translation>Yang masih terbaca sedang diselamatkan.</translation>
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
        <source>A backup is being made. Wait until it is done, then try again.</source>
        <translation>Cadangan sedang dibuat. Tunggu sampai selesai, lalu coba lagi.</translation>
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
        <source>A newer version of Trialogue made that backup. Open it with that version.</source>
        <translation>Cadangan itu dibuat oleh versi Trialogue yang lebih baru. Buka dengan versi itu.</translation>
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
        <source>Closed by the place of practice that was chosen. Reading, marking and notes stay open.</source>
        <translation>Ditutup oleh tempat praktik yang dipilih. Membaca, memberi tanda, dan catatan tetap terbuka.</translation>
    </message>
    <message>
        <source>Closed where you practise: {place}. Reading, marking and notes stay open. Settings has the way to change the place.</source>
        <translation>Ditutup di tempat praktik Anda: {place}. Membaca, menandai, dan mencatat tetap bisa. Tempat dapat diganti di Pengaturan.</translation>
    </message>
    <message>
        <source>It is time to type your passphrase once, so that it stays in your memory.</source>
        <translation>Sudah waktunya mengetik frasa sandi Anda sekali, agar tetap Anda ingat.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder for backups. Allow writing there, or choose another folder.</source>
        <translation>Folder cadangan tidak dapat ditulisi. Izinkan penulisan di sana, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>Several passphrases didn’t open it. Wait a little before the next one; the recovery key works at once.</source>
        <translation>Beberapa frasa sandi tidak membukanya. Tunggu sebentar sebelum mencoba lagi; kunci pemulihan langsung dapat dipakai.</translation>
    </message>
    <message>
        <source>Something could not be kept; the rest is saved. Write down what you did last, then lock and unlock to see what is missing.</source>
        <translation>Ada yang tidak bisa disimpan; yang lain tersimpan. Catat yang terakhir Anda lakukan, lalu kunci dan buka lagi untuk melihat yang kurang.</translation>
    </message>
    <message>
        <source>Stopped, and nothing of it is left behind. Start again whenever you like.</source>
        <translation>Dihentikan, dan tidak ada sisanya. Mulai lagi kapan saja Anda mau.</translation>
    </message>
    <message>
        <source>Stopped. The vault is as it was, with the keys that it had.</source>
        <translation>Dihentikan. Brankas tetap seperti semula, dengan kunci yang dimilikinya.</translation>
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
        <source>That backup is damaged, so it is not used. Choose another one, best the next older one.</source>
        <translation>Cadangan itu rusak, jadi tidak dipakai. Pilih yang lain, sebaiknya yang lebih lama berikutnya.</translation>
    </message>
    <message>
        <source>That didn’t open the backup. It opens with the passphrase or recovery key of the day it was made.</source>
        <translation>Itu tidak membuka cadangan. Cadangan dibuka dengan frasa sandi atau kunci pemulihan pada hari pembuatannya.</translation>
    </message>
    <message>
        <source>That file is not a backup made by Trialogue. Choose one whose name ends in .trialogue-backup.</source>
        <translation>Berkas itu bukan cadangan buatan Trialogue. Pilih yang namanya berakhiran .trialogue-backup.</translation>
    </message>
    <message>
        <source>That file is not there or cannot be read. Plug the stick in, or choose the file again.</source>
        <translation>Berkas itu tidak ada atau tidak terbaca. Pasang stik USB-nya, atau pilih berkasnya lagi.</translation>
    </message>
    <message>
        <source>That folder belongs to the vault itself. Choose one outside of it, best on a stick or another disk.</source>
        <translation>Folder itu milik brankas sendiri. Pilih yang di luarnya, sebaiknya di stik USB atau diska lain.</translation>
    </message>
    <message>
        <source>That is longer than 2,000 characters. Make it shorter; nothing that was kept is lost.</source>
        <translation>Ini lebih panjang dari 2.000 karakter. Persingkatlah; yang sudah tersimpan tidak hilang.</translation>
    </message>
    <message>
        <source>That is longer than 80 characters. Keep the number or address; the rest fits into the note.</source>
        <translation>Itu lebih dari 80 karakter. Simpan nomor atau alamatnya saja; sisanya dapat ditulis di catatan.</translation>
    </message>
    <message>
        <source>That is not quite a recovery key. Compare each group with your sheet, then try again.</source>
        <translation>Itu belum tepat sebagai kunci pemulihan. Cocokkan setiap kelompok dengan lembar Anda, lalu coba lagi.</translation>
    </message>
    <message>
        <source>That is not the group on your paper. Look once more, and type its five characters.</source>
        <translation>Itu bukan kelompok yang ada di kertas Anda. Lihat sekali lagi, lalu ketik kelima karakternya.</translation>
    </message>
    <message>
        <source>That name is longer than 60 characters. A shorter one fits on the screen.</source>
        <translation>Nama itu lebih dari 60 karakter. Nama yang lebih pendek akan muat di layar.</translation>
    </message>
    <message>
        <source>That note is longer than 200 characters. Keep what somebody needs to know first.</source>
        <translation>Catatan itu lebih dari 200 karakter. Simpan hal yang perlu diketahui lebih dahulu.</translation>
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
        <source>That recovery key is typed right, but it doesn’t open this vault. Look for the newest sheet, or type your passphrase.</source>
        <translation>Kunci pemulihan itu diketik dengan benar, tetapi tidak membuka brankas ini. Cari lembar yang terbaru, atau ketik frasa sandi Anda.</translation>
    </message>
    <message>
        <source>The backup could not be made. Try again; if it fails again, choose another folder.</source>
        <translation>Cadangan tidak dapat dibuat. Coba lagi; bila gagal lagi, pilih folder lain.</translation>
    </message>
    <message>
        <source>The backup could not be put in place, and nothing was changed. Check the disk, then try again.</source>
        <translation>Cadangan tidak dapat dipasang, dan tidak ada yang berubah. Periksa diska, lalu coba lagi.</translation>
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
        <source>The folder for backups is not there. Plug the stick in, or choose another folder, then back up again.</source>
        <translation>Folder cadangan tidak ada. Pasang stik USB-nya, atau pilih folder lain, lalu cadangkan lagi.</translation>
    </message>
    <message>
        <source>The last answer is just ending. Ask again in a moment.</source>
        <translation>Jawaban sebelumnya hampir selesai. Tunggu sebentar, lalu tanyakan lagi.</translation>
    </message>
    <message>
        <source>The last step of encrypting anew could not be written. Nothing is lost: unlock the vault again, and the step is finished.</source>
        <translation>Langkah terakhir enkripsi ulang tidak dapat ditulis. Tidak ada yang hilang: buka lagi brankas, dan langkah itu diselesaikan.</translation>
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
        <source>The vault’s file is damaged. Save what can still be read, or restore your newest backup.</source>
        <translation>Berkas brankas rusak. Selamatkan yang masih dapat dibaca, atau pulihkan cadangan terbaru Anda.</translation>
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
        <source>There is no number or address yet. Write how this contact is reached.</source>
        <translation>Belum ada nomor atau alamat. Tulislah cara menghubungi kontak ini.</translation>
    </message>
    <message>
        <source>There is no question yet. Write one, then ask.</source>
        <translation>Belum ada pertanyaan. Tulis satu, lalu tanyakan.</translation>
    </message>
    <message>
        <source>There is no room for the backup in that folder. Free some space there, or choose another folder.</source>
        <translation>Tidak ada ruang untuk cadangan di folder itu. Kosongkan ruang di sana, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>There is no room for the page there. Free some space or choose another folder.</source>
        <translation>Tidak ada ruang untuk halaman itu di sana. Kosongkan sedikit ruang atau pilih folder lain.</translation>
    </message>
    <message>
        <source>This computer does not close the model off from the network and from files, so it is not started. Reading and marking work without it.</source>
        <translation>Komputer ini tidak menutup model dari jaringan dan dari berkas, jadi model tidak dijalankan. Membaca dan menandai tetap dapat dilakukan tanpanya.</translation>
    </message>
    <message>
        <source>This computer has too little free memory for that. Close other programs, then try again.</source>
        <translation>Memori kosong di komputer ini belum cukup untuk itu. Tutup program lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This computer’s disk has too little room for a copy of the vault. Free some space, then try again.</source>
        <translation>Ruang diska komputer ini kurang untuk salinan brankas. Kosongkan ruang, lalu coba lagi.</translation>
    </message>
    <message>
        <source>This computer’s keyring cannot be reached just now. Your passphrase opens the vault as always.</source>
        <translation>Penyimpan kunci komputer ini sedang tidak dapat dijangkau. Frasa sandi Anda tetap membuka brankas seperti biasa.</translation>
    </message>
    <message>
        <source>This computer’s keyring gave back something else than was put in, so it is not relied on. Use your passphrase.</source>
        <translation>Penyimpan kunci komputer ini mengembalikan sesuatu yang lain dari yang disimpan, jadi tidak diandalkan. Gunakan frasa sandi Anda.</translation>
    </message>
    <message>
        <source>This computer’s keyring is locked. Unlock it and try again, or type your passphrase.</source>
        <translation>Penyimpan kunci komputer ini terkunci. Buka kuncinya lalu coba lagi, atau ketik frasa sandi Anda.</translation>
    </message>
    <message>
        <source>This has not been agreed with the client. Talk about it together first.</source>
        <translation>Ini belum disepakati dengan klien. Bicarakan bersama dulu.</translation>
    </message>
    <message>
        <source>This model stopped twice before it finished an answer, so it is not started by itself any more. Press Try again, or put another model in its place.</source>
        <translation>Model ini dua kali berhenti sebelum selesai menjawab, jadi tidak lagi dijalankan dengan sendirinya. Tekan Coba lagi, atau taruh model lain di tempatnya.</translation>
    </message>
    <message>
        <source>This vault has no recovery key. Type your passphrase instead.</source>
        <translation>Brankas ini tidak punya kunci pemulihan. Ketik frasa sandi Anda.</translation>
    </message>
    <message>
        <source>Too little of the vault can be read to save anything from it. Restore your newest backup instead.</source>
        <translation>Terlalu sedikit dari brankas yang dapat dibaca untuk menyelamatkan isinya. Pulihkan cadangan terbaru Anda sebagai gantinya.</translation>
    </message>
    <message>
        <source>Trialogue can’t make the folder in which it keeps everything. Allow writing there, then open it again.</source>
        <translation>Trialogue tidak bisa membuat folder penyimpanannya. Izinkan penulisan di sana, lalu buka lagi.</translation>
    </message>
    <message>
        <source>What this computer keeps in its keyring doesn’t open the vault. Type your passphrase instead.</source>
        <translation>Yang disimpan komputer ini di keyring-nya tidak membuka brankas. Ketik frasa sandi Anda.</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Checking the model, {percent} %</source>
        <translation>Memeriksa model, {percent} %</translation>
    </message>
    <message>
        <source>Crisis lines</source>
        <translation>Layanan krisis</translation>
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
        <source>Look through it together</source>
        <translation>Lihat bersama</translation>
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
    <name>SessionPage</name>
    <message>
        <source>Show the private panel</source>
        <translation>Tampilkan panel pribadi</translation>
    </message>
    <message>
        <source>Show the private panel: a phrase was noticed</source>
        <translation>Tampilkan panel pribadi: ada frasa yang terlihat</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Delete this session</source>
        <translation>Hapus sesi ini</translation>
    </message>
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
    <name>StatementHeld</name>
    <message>
        <source>Hold it again</source>
        <translation>Tahan lagi</translation>
    </message>
    <message>
        <source>You have let this through to the shared screen.</source>
        <translation>Anda sudah mengizinkan ini tampil di layar bersama.</translation>
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
        <source>AI text, statement {number} of {total}: {text}</source>
        <translation>Teks AI, pernyataan {number} dari {total}: {text}</translation>
    </message>
    <message>
        <source>Not on the shared screen</source>
        <translation>Tidak tampil di layar bersama</translation>
    </message>
    <message>
        <source>Own words: {names}</source>
        <translation>Kata-kata sendiri: {names}</translation>
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
        <source>The backup is in place. It opens with what opened it a moment ago.</source>
        <translation>Cadangan sudah di tempatnya. Brankas dibuka dengan yang tadi membuka cadangan.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>Unverified</name>
    <message>
        <source>Number or address not verified</source>
        <translation>Nomor atau alamat belum diperiksa</translation>
    </message>
</context>
<context>
    <name>UseKeyring</name>
    <message>
        <source>A secret goes into this computer’s keyring. The passphrase goes on opening the vault.</source>
        <translation>Sebuah rahasia disimpan di gantungan kunci komputer ini. Frasa sandi tetap membuka brankas.</translation>
    </message>
    <message>
        <source>Ask for the passphrase all the same</source>
        <translation>Tetap minta frasa sandi</translation>
    </message>
    <message>
        <source>Use the keyring</source>
        <translation>Pakai gantungan kunci</translation>
    </message>
    <message>
        <source>every {days} days</source>
        <translation>setiap {days} hari</translation>
    </message>
</context>
<context>
    <name>VaultPage</name>
    <message>
        <source>Vault</source>
        <translation>Brankas</translation>
    </message>
</context>
<context>
    <name>VaultParts</name>
    <message>
        <source>Activity</source>
        <translation>Kegiatan</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Baru dihapus</translation>
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
        <source>an AI</source>
        <translation>sebuah AI</translation>
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
    <message>
        <source>{service}, said {said}, brought by {name}, {time}</source>
        <translation>{service}, dikatakan {said}, dibawa oleh {name}, {time}</translation>
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
    <name>_AskingPassphrase</name>
    <message>
        <source>Your passphrase</source>
        <translation>Frasa sandi Anda</translation>
    </message>
</context>
<context>
    <name>_CueActions</name>
    <message>
        <source>Dismiss</source>
        <translation>Singkirkan</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tunjukkan</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Ringkas</translation>
    </message>
    <message>
        <source>The statement stays held.</source>
        <translation>Pernyataan ini tetap ditahan.</translation>
    </message>
    <message>
        <source>What you might consider</source>
        <translation>Yang bisa Anda pertimbangkan</translation>
    </message>
</context>
<context>
    <name>_Damage</name>
    <message>
        <source>Go on with the vault as it is</source>
        <translation>Lanjutkan dengan brankas apa adanya</translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>Lihat cadangan</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Selamatkan yang dapat dibaca</translation>
    </message>
    <message>
        <source>Something about the vault has changed</source>
        <translation>Ada yang berubah pada brankas</translation>
    </message>
    <message>
        <source>The check under way comes to its end first.</source>
        <translation>Pemeriksaan yang sedang berjalan diselesaikan dahulu.</translation>
    </message>
    <message>
        <source>You can go on working, and new words are kept. Nothing that you do here throws anything away. A backup from before brings back what is missing. Saving what can be read makes a new vault of it and keeps the old one beside it.</source>
        <translation>Anda dapat terus bekerja, dan tulisan baru disimpan. Tidak ada yang dibuang oleh apa pun yang Anda lakukan di sini. Cadangan dari waktu sebelumnya mengembalikan yang hilang. Menyelamatkan yang dapat dibaca membuat brankas baru darinya dan menyimpan yang lama di sampingnya.</translation>
    </message>
    <message>
        <source>You need not do anything. It is told so that you know of it.</source>
        <translation>Anda tidak perlu melakukan apa pun. Ini disampaikan agar Anda tahu.</translation>
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
<context>
    <name>_PartsList</name>
    <message>
        <source>Other people made these parts. Choose one to read its licence. No link is opened here.</source>
        <translation>Bagian-bagian ini dibuat orang lain. Pilih satu untuk membaca lisensinya. Tidak ada tautan yang dibuka di sini.</translation>
    </message>
    <message>
        <source>Parts of Trialogue</source>
        <translation>Bagian-bagian Trialogue</translation>
    </message>
    <message>
        <source>The words of the licence</source>
        <translation>Isi lisensi</translation>
    </message>
    <message>
        <source>The words of this licence are not on this computer.</source>
        <translation>Isi lisensi ini tidak ada di komputer ini.</translation>
    </message>
    <message>
        <source>{name}, within {package}: {licence}</source>
        <translation>{name}, di dalam {package}: {licence}</translation>
    </message>
    <message>
        <source>{name}: {licence}</source>
        <translation>{name}: {licence}</translation>
    </message>
</context>
<context>
    <name>_WithNewRecoveryKey</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
</context>
</TS>
