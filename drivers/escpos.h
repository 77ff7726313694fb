#ifndef DRIVERS_ESCPOS_H
#define DRIVERS_ESCPOS_H

#include "app/base/document.h"
#include "drivers/printer.h"

/*
 * ESC/POS bytes (Epson's command reference; hardware.md §6.1, §6.3) as pure functions: dots or a
 * document in, bytes out. Raster data never holds the real-time command pairs DLE EOT, DLE ENQ and
 * DLE DC4, which printers obey even inside it: a dot is changed where one would arise.
 */
struct escpos_bytes {
	uint8_t *data;
	size_t size, room;
};
void escpos_finish(struct escpos_bytes *bytes);

/* 1-bit rows, most significant bit left, 1 = black. */
struct escpos_dots {
	const uint8_t *bits;
	int width, height; /* dots */
	int pitch;         /* bytes a row */
};

/*
 * A page of dots with initialisation, feed and cut, in bands a small buffer can take. White costs
 * nothing: rows without a dot are fed, and a band ends at its last black column. Columns beyond
 * what the profile prints are left out.
 */
void escpos_page(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const uint8_t *dots, int width, int height, int pitch);

/* Who draws what characters cannot say. */
struct escpos_painter {
	/*
	 * Draws `item` `width` dots wide. The dots stay the painter's and need to hold until its
	 * next call. False: it cannot, and the item is spelt as well as it can be, or left out.
	 */
	bool (*paint)(void *context, const struct document_item *item, int width,
		struct escpos_dots *out_dots);
	void *context;
};

/*
 * The same document as text, for slow links: native sizes and, where there is one, native QR. Dots
 * of `painter` (NULL = nobody draws) stand in for what is not ASCII, nor punctuation that ASCII
 * can spell; for a QR code where the printer has no command for it; for a heart; and for everything
 * where the profile is not text_safe.
 */
void escpos_text(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct document *document, const struct escpos_painter *painter);

#endif
