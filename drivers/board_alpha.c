#include "drivers/board_protocol.h"

/*
 * Alpha protocol (Adaptive Micro Systems 9708-8061F, 2006): signs of Adaptive and BetaBrite. Only
 * the priority text, label '0', is used: it needs no memory to be set up and stands before anything
 * else the sign may hold, so that a blank sign is a priority text of one space.
 */
enum { NUL = 0x00, SOH = 0x01, STX = 0x02, ETX = 0x03, EOT = 0x04, ESC = 0x1b };
enum { ALPHA_TEXT = 125 }; /* what a priority text may hold */

void board_alpha_write(enum board_alpha_position position, char mode, const char *text,
	bool checksum, struct board_bytes *out_bytes)
{
	unsigned sum = 0;

	*out_bytes = (struct board_bytes){0};
	for (int i = 0; i < 5; i++) {
		board_bytes_add(out_bytes, NUL); /* by these the sign finds its speed */
	}
	board_bytes_add(out_bytes, SOH);
	board_bytes_add_raw(out_bytes, "Z00"); /* every type of sign, every address */
	size_t begin = out_bytes->size;
	board_bytes_add(out_bytes, STX);
	board_bytes_add_raw(out_bytes, "A0");
	board_bytes_add(out_bytes, ESC);
	board_bytes_add(out_bytes, (uint8_t)position);
	board_bytes_add(out_bytes, (uint8_t)mode);
	board_bytes_add_text(out_bytes, text, ALPHA_TEXT);
	if (checksum) {
		board_bytes_add(out_bytes, ETX);
		for (size_t i = begin; i < out_bytes->size; i++) {
			sum += out_bytes->data[i];
		}
		board_bytes_add_hex(out_bytes, sum & 0xffff, 4);
	}
	board_bytes_add(out_bytes, EOT);
}

static void write_message(
	const struct board_message *message, bool checksum, struct board_bytes *out_bytes)
{
	char text[BOARD_TEXT_SIZE];

	board_say(message, text, sizeof(text));
	board_alpha_write(ALPHA_MIDDLE, 'b', text[0] ? text : " ", checksum, out_bytes);
}

static void write_plain(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	(void)setting;
	write_message(message, false, out_bytes);
}

static void write_sum(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	(void)setting;
	write_message(message, true, out_bytes);
}

const struct board_protocol board_alpha = {
	.name = "alpha",
	.lines = 1,
	.format = {.speed = 9600, .seven_even = true},
	.write = write_plain,
};

const struct board_protocol board_alpha_sum = {
	.name = "alpha-sum",
	.lines = 1,
	.format = {.speed = 9600, .seven_even = true},
	.write = write_sum,
};
