#include "drivers/board_protocol.h"

/*
 * Epson's customer displays (DM-D110 and those that follow it), 2 × 20 characters. The display is
 * selected first, since a receipt printer may stand before it on the same cable.
 */
enum { CLR = 0x0c, ESC = 0x1b, US = 0x1f, COLUMNS = 20, DISPLAY = 2 };

static void add_line(struct board_bytes *bytes, uint8_t row, const char *text)
{
	board_bytes_add(bytes, US);
	board_bytes_add(bytes, '$');
	board_bytes_add(bytes, 1);
	board_bytes_add(bytes, row);
	board_bytes_add_text(bytes, text, COLUMNS);
}

static void write(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	char lines[2][BOARD_COLUMNS + 1];

	(void)setting;
	*out_bytes = (struct board_bytes){0};
	board_bytes_add(out_bytes, ESC);
	board_bytes_add(out_bytes, '=');
	board_bytes_add(out_bytes, DISPLAY);
	board_bytes_add(out_bytes, CLR);
	board_bytes_add(out_bytes, US);
	board_bytes_add(out_bytes, 'C');
	board_bytes_add(out_bytes, 0); /* no cursor */
	if (message->kind != BOARD_BLANK) {
		board_lay_out(message, COLUMNS, lines);
		add_line(out_bytes, 1, lines[0]);
		add_line(out_bytes, 2, lines[1]);
	}
}

const struct board_protocol board_epson = {
	.name = "epson",
	.lines = 2,
	.columns = COLUMNS,
	.format = {.speed = 9600},
	.write = write,
};
