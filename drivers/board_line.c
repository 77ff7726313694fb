#include "drivers/board_line.h"
#include "drivers/board_protocol.h"

#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	enum board_line_kind kind;
	bool in_call, in_idle;
} names[] = {
	{"ticket", LINE_TICKET, true, false},
	{"prefix", LINE_PREFIX, true, false},
	{"number", LINE_NUMBER, true, false},
	{"counter", LINE_COUNTER, true, false},
	{"text", LINE_TEXT, false, true},
};

const char *board_line_key(enum board_line_fault fault)
{
	static const char *const keys[LINE_FAULTS] = {
		"fine", "empty", "long", "name", "open", "places", "escape", "letter", "halves"};

	return keys[fault];
}

static int hex_value(char digit)
{
	const char *digits = "0123456789abcdefABCDEF";
	const char *at = digit ? strchr(digits, digit) : NULL;
	int place = at ? (int)(at - digits) : -1;

	return place < 16 ? place : place - 6;
}

/* `at` is behind the backslash and moves behind the escape. */
static enum board_line_fault read_escape(const char **at, uint8_t *out_byte)
{
	static const char from[] = "rnt\\{}|", to[] = "\r\n\t\\{}|";
	const char *found = **at ? strchr(from, **at) : NULL;

	if (found) {
		*out_byte = (uint8_t)to[found - from];
		(*at)++;
		return LINE_FINE;
	}
	if (**at == 'x' && hex_value((*at)[1]) >= 0 && hex_value((*at)[2]) >= 0) {
		*out_byte = (uint8_t)(hex_value((*at)[1]) * 16 + hex_value((*at)[2]));
		*at += 3;
		return LINE_FINE;
	}
	return LINE_ESCAPE;
}

/* "02" or "4" between ':' and '}'. */
static enum board_line_fault read_width(
	const char *text, size_t length, struct board_line_item *item)
{
	char digits[4];
	int64_t width;

	if (length == 0 || length >= sizeof(digits)) {
		return LINE_PLACES;
	}
	memcpy(digits, text, length);
	digits[length] = '\0';
	if (strspn(digits, "0123456789") != length ||
		!text_to_int(digits, 1, BOARD_LINE_WIDTH, &width)) {
		return LINE_PLACES;
	}
	item->width = (uint8_t)width;
	item->pad = digits[0] == '0' ? '0' : ' ';
	return LINE_FINE;
}

/* `at` is behind the '{' and moves behind the '}'. */
static enum board_line_fault read_placeholder(
	const char **at, bool idle, struct board_line_item *item)
{
	size_t length = strcspn(*at, "{}");
	const char *colon = memchr(*at, ':', length);
	size_t name_length = colon ? (size_t)(colon - *at) : length;

	if ((*at)[length] != '}') {
		return LINE_OPEN;
	}
	item->kind = LINE_BYTE;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		bool here = idle ? names[i].in_idle : names[i].in_call;
		if (here && strlen(names[i].name) == name_length &&
			strncmp(names[i].name, *at, name_length) == 0) {
			item->kind = names[i].kind;
		}
	}
	if (item->kind == LINE_BYTE) {
		return LINE_NAME;
	}
	item->pad = ' ';
	enum board_line_fault fault =
		colon ? read_width(colon + 1, length - name_length - 1, item) : LINE_FINE;
	*at += length + 1;
	return fault;
}

static enum board_line_fault read_item(const char **at, bool idle, struct board_line_item *item)
{
	unsigned char letter = (unsigned char)*(*at)++;

	switch (letter) {
	case '\\': return read_escape(at, &item->byte);
	case '{': return read_placeholder(at, idle, item);
	case '}': return LINE_OPEN;
	default:
		item->byte = letter;
		return letter < 0x20 || letter > 0x7e ? LINE_LETTER : LINE_FINE;
	}
}

/* The most bytes that an item can become. */
static size_t longest(const struct board_line_item *item)
{
	enum { COUNTER = 11 }; /* whatever an int is */
	size_t most = item->kind == LINE_BYTE      ? 1
		      : item->kind == LINE_COUNTER ? COUNTER
		      : item->kind == LINE_TEXT    ? BOARD_LINE_WIDTH
						   : BOARD_TICKET_SIZE - 1;

	return item->width > most ? item->width : most;
}

/* Whether what is sent for a call, and else, fits one message in any case. */
static bool fits(const struct board_line *line)
{
	size_t sizes[2] = {0, 0};

	for (size_t i = 0; i < line->count; i++) {
		sizes[i >= line->called] += longest(&line->items[i]);
	}
	return sizes[0] <= BOARD_BYTES && sizes[1] <= BOARD_BYTES;
}

enum board_line_fault board_line_parse(const char *text, struct board_line *out_line)
{
	*out_line = (struct board_line){0};
	while (*text) {
		struct board_line_item item = {.kind = LINE_BYTE};
		if (*text == '|') {
			if (out_line->has_idle) {
				return LINE_HALVES;
			}
			out_line->has_idle = true;
			out_line->called = out_line->count;
			text++;
			continue;
		}
		enum board_line_fault fault = read_item(&text, out_line->has_idle, &item);
		if (fault != LINE_FINE) {
			return fault;
		}
		if (out_line->count == BOARD_LINE_ITEMS) {
			return LINE_LONG;
		}
		out_line->items[out_line->count++] = item;
	}
	if (!out_line->has_idle) {
		out_line->called = out_line->count;
	}
	if (out_line->called == 0) {
		return LINE_EMPTY;
	}
	return fits(out_line) ? LINE_FINE : LINE_LONG;
}

/* The placeholder's words; `message` is as board.h says, whatever its letters are. */
static void find_value(
	enum board_line_kind kind, const struct board_message *message, char *out_text, size_t size)
{
	size_t letters = strcspn(message->ticket, "0123456789");
	const char *number = message->ticket + letters;

	switch (kind) {
	case LINE_TICKET: text_copy(out_text, size, message->ticket); break;
	case LINE_PREFIX: text_format(out_text, size, "%.*s", (int)letters, message->ticket); break;
	case LINE_NUMBER: /* without the zeros it is written with */
		number += strspn(number, "0");
		text_copy(out_text, size, *number ? number : letters ? "0" : "");
		break;
	case LINE_COUNTER: text_format(out_text, size, "%d", message->counter); break;
	case LINE_TEXT: text_copy(out_text, size, message->text); break;
	case LINE_BYTE: out_text[0] = '\0'; break;
	}
}

static void add_item(struct board_bytes *bytes, const struct board_line_item *item,
	const struct board_message *message)
{
	char value[BOARD_TEXT_SIZE];

	if (item->kind == LINE_BYTE) {
		board_bytes_add(bytes, item->byte);
		return;
	}
	find_value(item->kind, message, value, sizeof(value));
	for (size_t length = text_length(value); length < item->width; length++) {
		board_bytes_add(bytes, (uint8_t)item->pad);
	}
	board_bytes_add_text(bytes, value, BOARD_LINE_WIDTH);
}

static void write(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	const struct board_line *line = setting->line;
	bool call = message->kind == BOARD_CALL;
	size_t from = call ? 0 : line->called, to = call ? line->called : line->count;

	*out_bytes = (struct board_bytes){0};
	for (size_t i = from; i < to; i++) {
		add_item(out_bytes, &line->items[i], message);
	}
}

const struct board_protocol board_line = {
	.name = "line",
	.lines = 1,
	.format = {.speed = 9600},
	.write = write,
};
