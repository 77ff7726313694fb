#ifndef DRIVERS_SLIP_PDF_H
#define DRIVERS_SLIP_PDF_H

#include <stddef.h>
#include <stdint.h>

/* Dots of a slip in a millimetre: 203 dots an inch (hardware.md §6.3: 576 dots on 72 mm). */
enum { SLIP_PDF_DOTS_MM = 8 };

/*
 * A PDF of one page as large as the slip, with the slip's dots as its only picture (ISO 32000-1
 * §7.5 file structure, §8.9.5 image dictionaries): what a print queue with a driver takes. `dots`
 * are 1-bit rows of `pitch` bytes, most significant bit left, 1 = black. The result is released
 * with free().
 */
uint8_t *slip_pdf_make(const uint8_t *dots, int width, int height, int pitch, size_t *out_size);

#endif
