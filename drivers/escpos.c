#include "drivers/escpos.h"

#include "app/base/memory.h"
#include "drivers/escpos_bytes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Rows of dots in one GS v 0: 64 rows of 80 mm are 4.6 kB, which every printer's buffer takes. */
enum { BAND_ROWS = 64 };

enum { DLE = 0x10, EOT = 0x04, ENQ = 0x05, DC4 = 0x14, ESC = 0x1b, FS = 0x1c, GS = 0x1d };

void escpos_finish(struct escpos_bytes *bytes)
{
	free(bytes->data);
	*bytes = (struct escpos_bytes){0};
}

void escpos_put(struct escpos_bytes *bytes, const void *data, size_t size)
{
	if (bytes->room - bytes->size < size) {
		bytes->room = (bytes->size + size) * 2;
		bytes->data = memory_resized(bytes->data, bytes->room, 1);
	}
	if (size > 0) {
		memcpy(bytes->data + bytes->size, data, size);
		bytes->size += size;
	}
}

void escpos_start(struct escpos_bytes *bytes)
{
	/* ESC @ resets; FS . leaves the Chinese mode that many boards start in. */
	escpos_put(bytes, (const uint8_t[]){ESC, '@', FS, '.'}, 4);
}

/* ESC J takes one byte of dots at a time. */
static void put_feed(struct escpos_bytes *bytes, int dots)
{
	for (; dots > 0; dots -= 255) {
		escpos_put(
			bytes, (const uint8_t[]){ESC, 'J', (uint8_t)(dots > 255 ? 255 : dots)}, 3);
	}
}

void escpos_end(struct escpos_bytes *bytes, const struct printer_profile *profile)
{
	put_feed(bytes, profile->feed_dots);
	if (profile->cutter) {
		/* GS V 66 0: feed to the cutter by itself and cut. */
		escpos_put(bytes, (const uint8_t[]){GS, 'V', 66, 0}, 4);
	}
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

static void put_band(struct escpos_bytes *bytes, const uint8_t *dots, int bytes_wide, int rows,
	int pitch, uint8_t last_mask)
{
	const uint8_t head[] = {GS, 'v', '0', 0, (uint8_t)(bytes_wide & 255),
		(uint8_t)(bytes_wide >> 8), (uint8_t)rows, 0};

	escpos_put(bytes, head, sizeof(head));
	size_t start = bytes->size;
	for (int y = 0; y < rows; y++) {
		escpos_put(bytes, dots + (size_t)y * (size_t)pitch, (size_t)bytes_wide);
		bytes->data[bytes->size - 1] &= last_mask;
	}
	mend_real_time(bytes->data + start, bytes->size - start);
}

void escpos_page(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const uint8_t *dots, int width, int height, int pitch)
{
	assert(width > 0 && height > 0 && pitch * 8 >= width);
	/* What the paper cannot show is cut off: wider rows would shift the whole picture. */
	int shown = width < profile->dots ? width : profile->dots;
	int bytes_wide = (shown + 7) / 8;
	uint8_t last_mask = (uint8_t)(0xff << (bytes_wide * 8 - shown));

	escpos_start(bytes);
	for (int y = 0; y < height; y += BAND_ROWS) {
		int rows = height - y < BAND_ROWS ? height - y : BAND_ROWS;
		put_band(bytes, dots + (size_t)y * (size_t)pitch, bytes_wide, rows, pitch,
			last_mask);
	}
	escpos_end(bytes, profile);
}

bool escpos_read_status(int question, uint8_t answer, struct printer_status *status)
{
	/* Bits that are the same in all four answers (Epson, DLE EOT). */
	if ((answer & 0x93) != 0x12) {
		return false;
	}
	switch (question) {
	case 1:
		if ((answer & 0x08) && status->reason == RESULT_OK) {
			status->reason = RESULT_DEVICE_OFFLINE;
		}
		return true;
	case 2:
		if (answer & 0x04) {
			status->reason = RESULT_COVER_OPEN;
		} else if (answer & 0x20) {
			status->reason = RESULT_PAPER_OUT;
		} else if (answer & 0x40) {
			status->reason = RESULT_DEVICE_STOPPED;
		}
		return true;
	case 3:
		if ((answer & 0x68) && status->reason != RESULT_COVER_OPEN &&
			status->reason != RESULT_PAPER_OUT) {
			status->reason = RESULT_DEVICE_STOPPED;
		}
		return true;
	case 4:
		status->near_end = (answer & 0x0c) != 0;
		if ((answer & 0x60) && status->reason != RESULT_COVER_OPEN) {
			status->reason = RESULT_PAPER_OUT;
		}
		return true;
	default: return false;
	}
}
