#include "drivers/board_protocol.h"

#include "app/base/text.h"

#include <assert.h>
#include <string.h>

void board_say(const struct board_message *message, char *out_text, size_t size)
{
	switch (message->kind) {
	case BOARD_BLANK: text_copy(out_text, size, ""); break;
	case BOARD_IDLE: text_copy(out_text, size, message->text); break;
	case BOARD_CALL:
		text_format(out_text, size, "%s %s%s%d", message->ticket, message->word,
			message->word[0] ? " " : "", message->counter);
		break;
	}
}

/* Puts the first `columns` characters of `text` in the middle; returns what is left of it. */
static const char *centre(const char *text, int columns, char *out_line)
{
	char shown[BOARD_COLUMNS];
	int length = 0;

	while (length < columns && *text) {
		uint32_t character = text_next(&text);
		shown[length++] = character >= 0x20 && character < 0x7f ? (char)character : '?';
	}
	memset(out_line, ' ', (size_t)columns);
	memcpy(out_line + (columns - length) / 2, shown, (size_t)length);
	out_line[columns] = '\0';
	return text;
}

void board_lay_out(
	const struct board_message *message, int columns, char out_lines[2][BOARD_COLUMNS + 1])
{
	char second[BOARD_WORD_SIZE + 16] = "";
	const char *upper = "", *lower = second;

	assert(columns > 0 && columns <= BOARD_COLUMNS);
	if (message->kind == BOARD_CALL) {
		upper = message->ticket;
		text_format(second, sizeof(second), "%s%s%d", message->word,
			message->word[0] ? " " : "", message->counter);
	} else if (message->kind == BOARD_IDLE) {
		upper = message->text;
	}
	const char *rest = centre(upper, columns, out_lines[0]);
	if (message->kind == BOARD_IDLE) {
		lower = rest + strspn(rest, " ");
	}
	centre(lower, columns, out_lines[1]);
}
