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

/* A page of dots with initialisation, feed and cut, in bands a small buffer can take. */
void escpos_page(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const uint8_t *dots, int width, int height, int pitch);

/* The same document as text, for slow links: native sizes and, where there is one, native QR. */
void escpos_text(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct document *document);

/* The four DLE EOT answers to one status; false when `answer` is not a status byte. */
bool escpos_read_status(int question, uint8_t answer, struct printer_status *status);

#endif
