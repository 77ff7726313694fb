#include "drivers/escpos.h"

#include "drivers/escpos_bytes.h"

#include <assert.h>
#include <stddef.h>

enum {
	/* Rows of dots in one GS v 0: 64 rows of 640 dots are 5 kB, which every printer's buffer
	 * takes. */
	BAND_ROWS = 64,
	/* White rows that end a band: what a new band costs is less than 8 rows of any text, and
	 * a motor that stops more often than between lines of text is heard. */
	GAP_ROWS = 8,
	BYTE_MAX = 255,
};

enum { DLE = 0x10, EOT = 0x04, ENQ = 0x05, DC4 = 0x14, ESC = 0x1b, GS = 0x1d };

/* The part of the dots that the paper can show. */
struct raster {
	const struct escpos_dots *dots;
	int bytes_wide;
	uint8_t last_mask; /* of the last byte of a row */
};

static uint8_t byte_at(const struct raster *raster, int x, int y)
{
	uint8_t byte = raster->dots->bits[(size_t)y * (size_t)raster->dots->pitch + (size_t)x];

	return x == raster->bytes_wide - 1 ? byte & raster->last_mask : byte;
}

/* Bytes of row `y` up to its last dot; 0 = white. */
static int row_width(const struct raster *raster, int y)
{
	int wide = raster->bytes_wide;

	while (wide > 0 && byte_at(raster, wide - 1, y) == 0) {
		wide--;
	}
	return wide;
}

static int white_rows(const struct raster *raster, int y)
{
	int rows = 0;

	while (y + rows < raster->dots->height && row_width(raster, y + rows) == 0) {
		rows++;
	}
	return rows;
}

/* Rows from `y`, which is not white, to where the band ends; and how wide they are. */
static int band_rows(const struct raster *raster, int y, int *out_wide)
{
	int rows = 0;

	*out_wide = 0;
	while (y + rows < raster->dots->height && rows < BAND_ROWS) {
		int white = white_rows(raster, y + rows);
		if (white >= GAP_ROWS || y + rows + white == raster->dots->height) {
			break;
		}
		int wide = row_width(raster, y + rows);
		*out_wide = wide > *out_wide ? wide : *out_wide;
		rows++;
	}
	return rows;
}

/* GS v 0. Neither size has a high byte, so no real-time command arises in it or with what follows.
 */
static void put_head(struct escpos_bytes *bytes, int bytes_wide, int rows)
{
	escpos_put(bytes,
		(const uint8_t[]){GS, 'v', '0', 0, (uint8_t)bytes_wide, 0, (uint8_t)rows, 0}, 8);
}

static bool is_real_time(uint8_t first, uint8_t second)
{
	return first == DLE && (second == EOT || second == ENQ || second == DC4);
}

/* One dot more beside the one that is there (0x10 → 0x18) ends the pair and begins no other. */
static void mend_real_time(uint8_t *data, size_t size)
{
	for (size_t i = 0; i + 1 < size; i++) {
		if (is_real_time(data[i], data[i + 1])) {
			data[i] = 0x18;
		}
	}
}

static void put_band(
	struct escpos_bytes *bytes, const struct raster *raster, int y, int rows, int bytes_wide)
{
	put_head(bytes, bytes_wide, rows);
	size_t start = bytes->size;
	for (int row = y; row < y + rows; row++) {
		for (int x = 0; x < bytes_wide; x++) {
			uint8_t byte = byte_at(raster, x, row);
			escpos_put(bytes, &byte, 1);
		}
	}
	mend_real_time(bytes->data + start, bytes->size - start);
}

/* Rows of one white byte each: as exact as dots on a printer whose ESC J is not known. */
static void put_white(struct escpos_bytes *bytes, int rows)
{
	static const uint8_t white[BYTE_MAX];

	put_head(bytes, 1, rows);
	escpos_put(bytes, white, (size_t)rows);
}

void escpos_feed(struct escpos_bytes *bytes, const struct printer_profile *profile, int rows)
{
	int units = profile->feed_units;
	int most = units > 0 ? BYTE_MAX / units : BYTE_MAX;

	/* In whole rows: half of one at the end of each would be rounded by some. */
	while (rows > 0) {
		int step = rows < most ? rows : most;
		if (units == 0) {
			put_white(bytes, step);
		} else {
			escpos_put(bytes, (const uint8_t[]){ESC, 'J', (uint8_t)(step * units)}, 3);
		}
		rows -= step;
	}
}

static struct raster raster_of(const struct escpos_dots *dots, int most)
{
	/* What the paper cannot show is cut off: wider rows would shift the whole picture. */
	int shown = dots->width < most ? dots->width : most;
	int bytes_wide = (shown + 7) / 8;

	return (struct raster){dots, bytes_wide, (uint8_t)(0xff << (bytes_wide * 8 - shown))};
}

void escpos_trim(struct escpos_dots *dots, int margin)
{
	struct raster raster = raster_of(dots, dots->width);
	int top = white_rows(&raster, 0);
	int bottom = dots->height;

	while (bottom > top && row_width(&raster, bottom - 1) == 0) {
		bottom--;
	}
	if (top == bottom) {
		dots->height = 0;
		return;
	}
	top = top > margin ? top - margin : 0;
	bottom = bottom + margin < dots->height ? bottom + margin : dots->height;
	dots->bits += (size_t)top * (size_t)dots->pitch;
	dots->height = bottom - top;
}

void escpos_raster(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct escpos_dots *dots)
{
	assert(dots->width > 0 && dots->height >= 0 && dots->pitch * 8 >= dots->width);
	struct raster raster = raster_of(dots, profile->dots);
	int y = 0;

	while (y < dots->height) {
		int white = white_rows(&raster, y);
		int wide;
		escpos_feed(bytes, profile, white);
		y += white;
		int rows = band_rows(&raster, y, &wide);
		if (rows > 0) {
			put_band(bytes, &raster, y, rows, wide);
		}
		y += rows;
	}
}
