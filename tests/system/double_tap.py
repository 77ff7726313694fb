"""A double tap on "take a number" gives one ticket and one slip; the next visitor gets the next."""

import sys

from people import Stage, choose_service, eventually, fill_book, leave, start_kiosk, take_number


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        for number, times in (("K001", 2), ("K002", 5)):
            choose_service(kiosk, "KONS")
            fill_book(kiosk, "Budi")
            take_number(kiosk, times)
            kiosk.wait(number)
            leave(kiosk)
        eventually("both slips are confirmed",
                   lambda: stage.rows("SELECT state FROM outbox") == [("confirmed",)] * 2)
        assert stage.rows("SELECT sequence FROM ticket ORDER BY id") == [(1,), (2,)]
        assert len(stage.slip_files("bin")) == 2
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
