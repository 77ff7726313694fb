#include "drivers/board_frame.h"
#include "drivers/board_protocol.h"

#include "app/base/text.h"

#include <string.h>

enum { SUM_BEGIN = 0xffff, SUM_POLYNOMIAL = 0x1021, TEXT_MAX = 64 };

unsigned board_frame_sum(const uint8_t *data, size_t size)
{
	unsigned sum = SUM_BEGIN;

	for (size_t i = 0; i < size; i++) {
		sum ^= (unsigned)data[i] << 8;
		for (int bit = 0; bit < 8; bit++) {
			sum = sum & 0x8000 ? sum << 1 ^ SUM_POLYNOMIAL : sum << 1;
		}
		sum &= 0xffff;
	}
	return sum;
}

void board_frame_write(
	unsigned sequence, char kind, const char *payload, struct board_bytes *out_bytes)
{
	*out_bytes = (struct board_bytes){0};
	board_bytes_add(out_bytes, '$');
	board_bytes_add_hex(out_bytes, sequence, 2);
	board_bytes_add(out_bytes, (uint8_t)kind);
	size_t begin = out_bytes->size;
	board_bytes_add_text(out_bytes, payload, TEXT_MAX);
	for (size_t i = begin; i < out_bytes->size; i++) {
		if (out_bytes->data[i] == '$' || out_bytes->data[i] == '*') {
			out_bytes->data[i] = ' ';
		}
	}
	unsigned sum = board_frame_sum(out_bytes->data + 1, out_bytes->size - 1);
	board_bytes_add(out_bytes, '*');
	board_bytes_add_hex(out_bytes, sum, 4);
	board_bytes_add_raw(out_bytes, "\r\n");
}

static void write(const struct board_message *message, const struct board_setting *setting,
	struct board_bytes *out_bytes)
{
	char payload[BOARD_TEXT_SIZE];

	switch (message->kind) {
	case BOARD_CALL:
		text_format(payload, sizeof(payload), "%s,%02d", message->ticket, message->counter);
		board_frame_write(setting->sequence, 'C', payload, out_bytes);
		break;
	case BOARD_IDLE: board_frame_write(setting->sequence, 'T', message->text, out_bytes); break;
	case BOARD_BLANK: board_frame_write(setting->sequence, 'B', "", out_bytes); break;
	}
}

static bool read_hex(const char *text, int digits, unsigned *out_value)
{
	*out_value = 0;
	for (int i = 0; i < digits; i++) {
		const char *all = "0123456789ABCDEF";
		const char *at = text[i] ? strchr(all, text[i]) : NULL;
		if (!at) {
			return false;
		}
		*out_value = *out_value << 4 | (unsigned)(at - all);
	}
	return true;
}

/* "07A*1D2E": what stood between '$' and the end of the line. */
static bool read_answer(const char *text, size_t length, struct board_frame_answer *out_answer)
{
	enum { ANSWER = 8, SUMMED = 3 };
	unsigned sum;

	if (length != ANSWER || (text[2] != 'A' && text[2] != 'N') || text[SUMMED] != '*' ||
		!read_hex(text, 2, &out_answer->sequence) || !read_hex(text + 4, 4, &sum)) {
		return false;
	}
	out_answer->taken = text[2] == 'A';
	return sum == board_frame_sum((const uint8_t *)text, SUMMED);
}

bool board_frame_take(
	struct board_frame_reader *reader, uint8_t byte, struct board_frame_answer *out_answer)
{
	if (byte == '$') {
		/* A new answer, whatever was under way. */
		*reader = (struct board_frame_reader){.inside = true};
		return false;
	}
	if (!reader->inside) {
		return false;
	}
	if (byte == '\r' || byte == '\n') {
		reader->inside = false;
		return read_answer(reader->text, reader->length, out_answer);
	}
	if (reader->length == sizeof(reader->text)) {
		reader->inside = false;
		return false;
	}
	reader->text[reader->length++] = (char)byte;
	return false;
}

const struct board_protocol board_frame = {
	.name = "frame",
	.lines = 1,
	.format = {.speed = 9600},
	.acknowledges = true,
	.write = write,
};
