#ifndef DRIVERS_BOARD_BYTES_H
#define DRIVERS_BOARD_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One message on its way to a board; what does not fit is left out and `cut` says so. */
enum { BOARD_BYTES = 256 };

struct board_bytes {
	uint8_t data[BOARD_BYTES];
	size_t size;
	bool cut;
};

void board_bytes_add(struct board_bytes *bytes, uint8_t byte);

/* Every byte of `text`. */
void board_bytes_add_raw(struct board_bytes *bytes, const char *text);

/*
 * At most `limit` characters of UTF-8 `text` as a board can show them: printable ASCII; anything
 * else is one '?'.
 */
void board_bytes_add_text(struct board_bytes *bytes, const char *text, size_t limit);

/* `digits` upper-case hexadecimal digits of `value`. */
void board_bytes_add_hex(struct board_bytes *bytes, unsigned value, int digits);

#endif
