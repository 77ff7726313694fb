"""The last number of a service goes to somebody else while a visitor fills in the guest book: said
calmly, nothing is typed twice, and card, screen and slip tell one and the same wait."""

import os
import re
import sys

from people import Stage, choose_service, eventually, fill_book, leave, start_kiosk, take_number

BOOK = ["Sedikit tentang Anda", "Siapa nama Anda?", "Bagaimana kami", "Apa pekerjaan",
        "Untuk apa data", "Data apa yang", "Apakah Anda perlu bantuan khusus?"]


def make_store(stage):
    """Two numbers a day for consultation."""
    with open(os.path.join(stage.source, "assets", "offices", "tana-tidung.conf"),
              encoding="utf-8") as file:
        office = file.read()
    office = office.replace('code = "KONS";', 'daily_quota = 2; code = "KONS";', 1)
    office = re.sub(r"(?m)^holidays = .*$", "", office)
    path = os.path.join(stage.folder, "office.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(office)
    stage.make_store(office=path)


def check_wait(kiosk, stage, card):
    """The card's minutes, the ticket's hours and the slip's row, all of this very minute or the
    next: the visitor took his time."""
    low, high = stage.rows("SELECT o.low_ms - t.issued_ms, o.high_ms - t.issued_ms FROM outbox o "
                           "JOIN ticket t ON t.id = o.ticket WHERE t.prefix = 'P'")[0]
    told = [int(part) for part in re.search(r"(\d+)–(\d+) menit", card).groups()]
    assert abs(told[0] - low / 60000) <= 1 and abs(told[1] - high / 60000) <= 1, (card, low, high)
    hours = re.search(r'"(\d\d)\.(\d\d)–(\d\d)\.(\d\d)"', kiosk.dump())
    minutes = [int(part) for part in hours.groups()]
    span = (minutes[2] - minutes[0]) * 60 + minutes[3] - minutes[1]
    assert abs(span - (high - low) / 60000) < 1, (hours[0], low, high)


def main(build, source):
    with Stage(build, source) as stage:
        make_store(stage)
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        stage.giliran("issue", "--service", "KONS")
        kiosk = start_kiosk(stage, stage.printer())
        choose_service(kiosk, "KONS")
        fill_book(kiosk, "Budi")
        stage.giliran("issue", "--service", "KONS")
        take_number(kiosk)
        kiosk.wait("Kuota layanan ini untuk hari ini sudah habis")
        kiosk.tap("refused.another")
        kiosk.wait("Nomor untuk hari ini sudah habis")
        assert kiosk.ask("where service.KONS") is None, "a closed service can be tapped"
        card = re.search(r'"(2 menunggu · [^"]*)"', kiosk.dump())[1]
        kiosk.tap("service.PERP")
        kiosk.wait("Sebelum mulai: data Anda")
        kiosk.tap("kiosk.continue")
        for title in BOOK:
            kiosk.wait(title)
            kiosk.tap("kiosk.continue")
        kiosk.wait("P001")
        kiosk.wait("Tiket sudah")
        check_wait(kiosk, stage, card)
        assert stage.rows("SELECT name FROM guest") == [("Budi",)]
        eventually("three slips", lambda: len(stage.slip_files("bin")) == 3)
        leave(kiosk)
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
