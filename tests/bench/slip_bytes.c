#include "app/base/text.h"
#include "app/kiosk/brush.h"
#include "app/slip/slip.h"
#include "app/paper/paper.h"
#include "drivers/escpos.h"
#include "tests/screens/kiosk_stage.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * What the standard slip costs on the way to the printer, on every paper: its bytes, and the
 * seconds they take at 9600 baud (8N1: ten bits a byte). "every row" is the page with all its white
 * sent, "raster" as it is sent, "text" as text with what ASCII cannot say as dots.
 */
enum { MINUTE_MS = 60000, BAUD = 9600, BITS = 10, BAND_ROWS = 64 };

static void say(const char *profile, const char *how, size_t bytes)
{
	printf("%-11s %-9s %6zu bytes %6.1f s\n", profile, how, bytes, (double)bytes * BITS / BAUD);
}

static void measure_page(const struct printer_profile *profile, const struct page *page)
{
	struct escpos_bytes bytes = {0};
	size_t bands = ((size_t)page->height + BAND_ROWS - 1) / BAND_ROWS;

	escpos_page(&bytes, profile, page->bits, page->width, page->height, page->pitch);
	/* Reset, a head of eight bytes a band, all rows, and the end. */
	say(profile->name, "every row",
		4 + 8 * bands + (size_t)((profile->dots + 7) / 8) * (size_t)page->height +
			(profile->cutter ? 4 : 3));
	say(profile->name, "raster", bytes.size);
	escpos_finish(&bytes);
}

static bool measure(
	struct paper *paper, const struct printer_profile *profile, const struct document *document)
{
	struct brush brush = {.paper = paper};
	struct escpos_bytes bytes = {0};
	struct page page = {0};
	bool drawn = paper_render(paper, document, profile->dots, &page);

	if (drawn) {
		measure_page(profile, &page);
		escpos_text(
			&bytes, profile, document, &(struct escpos_painter){brush_paint, &brush});
		say(profile->name, "text", bytes.size);
	}
	escpos_finish(&bytes);
	page_finish(&page);
	brush_finish(&brush);
	return drawn;
}

static bool measure_all(struct paper *paper, const struct language *language)
{
	const struct printer_profile *profile;
	struct stage stage;
	struct desk_slip slip = {.ahead = 2};
	bool drawn = true;

	stage_init(&stage, 10, 15);
	text_copy(slip.ticket.number, sizeof(slip.ticket.number), "K007");
	slip.ticket.issued_ms = stage.lobby.now_ms;
	slip.ticket.target_s = 600;
	slip.low_ms = slip.ticket.issued_ms + 5 * (int64_t)MINUTE_MS;
	slip.high_ms = slip.ticket.issued_ms + 12 * (int64_t)MINUTE_MS;
	for (size_t i = 0; drawn && (profile = printer_profile_at(i)); i++) {
		struct document document = {0};
		slip_write(&stage.office, language, OFFICE_INDONESIAN, &slip, profile->dots, NULL,
			&document);
		drawn = measure(paper, profile, &document);
		document_finish(&document);
	}
	return drawn;
}

int main(int argc, char **argv)
{
	struct language *language = argc > 1 ? language_open(argv[1], "id") : NULL;
	struct paper *paper = language ? paper_create() : NULL;
	bool good = paper && measure_all(paper, language);

	if (!good) {
		fprintf(stderr, "usage: bench-slip FOLDER-OF-TEXTS (assets/text of a build)\n");
	}
	paper_destroy(paper);
	language_close(language);
	return good ? 0 : 1;
}
