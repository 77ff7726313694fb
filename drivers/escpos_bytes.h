#ifndef DRIVERS_ESCPOS_BYTES_H
#define DRIVERS_ESCPOS_BYTES_H

#include "drivers/escpos.h"

/* What escpos.c and escpos_text.c share. */

/* Appends `size` bytes. */
void escpos_put(struct escpos_bytes *bytes, const void *data, size_t size);

/* Initialisation, and feed with the cut where the profile has a cutter. */
void escpos_start(struct escpos_bytes *bytes);
void escpos_end(struct escpos_bytes *bytes, const struct printer_profile *profile);

#endif
