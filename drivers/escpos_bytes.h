#ifndef DRIVERS_ESCPOS_BYTES_H
#define DRIVERS_ESCPOS_BYTES_H

#include "drivers/escpos.h"

/* What escpos.c, escpos_raster.c and escpos_text.c share. */

/* Appends `size` bytes. */
void escpos_put(struct escpos_bytes *bytes, const void *data, size_t size);

/* Initialisation, and feed with the cut where the profile has a cutter. */
void escpos_start(struct escpos_bytes *bytes);
void escpos_end(struct escpos_bytes *bytes, const struct printer_profile *profile);

/* Feeds `rows` rows of dots without printing. */
void escpos_feed(struct escpos_bytes *bytes, const struct printer_profile *profile, int rows);

/* Takes white rows off the top and the bottom, all but `margin` of each; a white page keeps none.
 */
void escpos_trim(struct escpos_dots *dots, int margin);

/* Dots and nothing else, from where the paper stands. */
void escpos_raster(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct escpos_dots *dots);

#endif
