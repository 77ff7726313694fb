#include "drivers/board_protocol.h"

/*
 * CD5220, the command set that most pole displays of 2 × 20 characters leave the factory with. CLR
 * comes first: after ESC Q it is the only command that such a display still obeys.
 */
enum { CLR = 0x0c, CR = 0x0d, ESC = 0x1b, COLUMNS = 20 };

static void add_line(struct board_bytes *bytes, char which, const char *text)
{
	board_bytes_add(bytes, ESC);
	board_bytes_add(bytes, 'Q');
	board_bytes_add(bytes, (uint8_t)which);
	board_bytes_add_text(bytes, text, COLUMNS);
	board_bytes_add(bytes, CR);
}

static void write(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	char lines[2][BOARD_COLUMNS + 1];

	(void)setting;
	*out_bytes = (struct board_bytes){0};
	board_bytes_add(out_bytes, CLR);
	if (message->kind != BOARD_BLANK) {
		board_lay_out(message, COLUMNS, lines);
		add_line(out_bytes, 'A', lines[0]);
		add_line(out_bytes, 'B', lines[1]);
	}
}

const struct board_protocol board_cd5220 = {
	.name = "cd5220",
	.lines = 2,
	.columns = COLUMNS,
	.format = {.speed = 9600},
	.write = write,
};
