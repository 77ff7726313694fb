#include "drivers/board_bytes.h"

#include "app/base/text.h"

void board_bytes_add(struct board_bytes *bytes, uint8_t byte)
{
	if (bytes->size == BOARD_BYTES) {
		bytes->cut = true;
		return;
	}
	bytes->data[bytes->size++] = byte;
}

void board_bytes_add_raw(struct board_bytes *bytes, const char *text)
{
	for (; *text; text++) {
		board_bytes_add(bytes, (uint8_t)*text);
	}
}

void board_bytes_add_text(struct board_bytes *bytes, const char *text, size_t limit)
{
	for (size_t i = 0; i < limit && *text; i++) {
		uint32_t character = text_next(&text);
		bool plain = character >= 0x20 && character < 0x7f;
		board_bytes_add(bytes, plain ? (uint8_t)character : '?');
	}
}

void board_bytes_add_hex(struct board_bytes *bytes, unsigned value, int digits)
{
	for (int i = digits - 1; i >= 0; i--) {
		board_bytes_add(bytes, (uint8_t) "0123456789ABCDEF"[value >> (4 * i) & 15]);
	}
}
