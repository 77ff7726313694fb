#include "drivers/escpos.h"

#include "app/base/memory.h"
#include "drivers/escpos_bytes.h"

#include <stdlib.h>
#include <string.h>

enum { ESC = 0x1b, FS = 0x1c, GS = 0x1d };

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

void escpos_end(struct escpos_bytes *bytes, const struct printer_profile *profile)
{
	escpos_feed(bytes, profile, profile->feed_dots);
	if (profile->cutter) {
		/* GS V 66 0: feed to the cutter by itself and cut all but one point, so that
		 * the slip does not fall. */
		escpos_put(bytes, (const uint8_t[]){GS, 'V', 66, 0}, 4);
	}
}

void escpos_page(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const uint8_t *dots, int width, int height, int pitch)
{
	const struct escpos_dots page = {dots, width, height, pitch};

	escpos_start(bytes);
	escpos_raster(bytes, profile, &page);
	escpos_end(bytes, profile);
}
