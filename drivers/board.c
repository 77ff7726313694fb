#include "drivers/board.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/board_frame.h"
#include "drivers/board_protocol.h"

#include <stdlib.h>
#include <string.h>

/* Every protocol there is: a new one is one line here. */
static const struct board_protocol *const protocols[] = {
	&board_alpha,
	&board_alpha_sum,
	&board_cd5220,
	&board_epson,
	&board_line,
	&board_frame,
};

/* A whole frame takes 0.9 s at 1200 baud. */
enum { WRITE_MS = 1000, URI_SIZE = 768, FIRST_SEQUENCE = 1, LAST_SEQUENCE = 255 };

struct board {
	struct serial *port;
	const struct board_protocol *protocol;
	struct board_line line;
	unsigned sequence; /* of the last frame */
	bool greeted;      /* a board that answers knows that sequence numbers begin anew */
};

const struct board_protocol *board_protocol_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++) {
		if (strlen(protocols[i]->name) == length &&
			strncmp(protocols[i]->name, name, length) == 0) {
			return protocols[i];
		}
	}
	return NULL;
}

/* "PROTOCOL+" at the beginning of `text`; NULL when it is not one. */
static const struct board_protocol *read_protocol(const char *text, const char **out_rest)
{
	size_t length = strcspn(text, "+:/");

	*out_rest = text + length + 1;
	return text[length] == '+' ? board_protocol_find(text, length) : NULL;
}

/*
 * Splits a board's URI into its protocol and its port's URI. What is to be broken is the port, so
 * "fault:OPTIONS/frame+tty:X" is a frame board on "fault:OPTIONS/tty:X".
 */
static const struct board_protocol *split(const char *uri, char out_port[URI_SIZE])
{
	static const char fault[] = "fault:";
	const char *rest;
	const struct board_protocol *protocol = read_protocol(uri, &rest);

	if (protocol) {
		return text_copy(out_port, URI_SIZE, rest) ? protocol : NULL;
	}
	if (strncmp(uri, fault, sizeof(fault) - 1) != 0) {
		return NULL;
	}
	for (const char *at = strchr(uri, '/'); at; at = strchr(at + 1, '/')) {
		protocol = read_protocol(at + 1, &rest);
		if (protocol) {
			bool whole = text_format(
				out_port, URI_SIZE, "%.*s%s", (int)(at + 1 - uri), uri, rest);
			return whole ? protocol : NULL;
		}
	}
	return NULL;
}

bool board_needs_line(const char *uri)
{
	char port[URI_SIZE];

	return split(uri, port) == &board_line;
}

enum result board_open(const char *uri, const char *line, struct board **out_board)
{
	char port[URI_SIZE];
	const struct board_protocol *protocol = split(uri, port);
	struct board *board;
	enum result result;

	*out_board = NULL;
	if (!protocol) {
		log_error("board", "\"%s\" is not PROTOCOL+TRANSPORT", uri);
		return RESULT_DEVICE_UNKNOWN;
	}
	board = memory_zeroed(1, sizeof(*board));
	board->protocol = protocol;
	if (protocol == &board_line && board_line_parse(line ? line : "", &board->line)) {
		log_error("board", "a line board needs a template that is right");
		free(board);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = serial_open(port, &protocol->format, &board->port);
	if (result != RESULT_OK) {
		free(board);
		return result;
	}
	*out_board = board;
	return RESULT_OK;
}

void board_close(struct board *board)
{
	if (board) {
		serial_close(board->port);
		free(board);
	}
}

const char *board_get_name(const struct board *board)
{
	return serial_get_name(board->port);
}

enum result board_look(struct board *board)
{
	return serial_check(board->port);
}

/* Waits for the answer to `sequence`: OK taken, DEVICE_FAILED not understood, DEVICE_TIMEOUT. */
static enum result wait_for_answer(struct board *board, unsigned sequence)
{
	struct board_frame_reader reader = {0};
	struct board_frame_answer answer;
	int64_t until = clock_ticks_ms() + BOARD_FRAME_ANSWER_MS;

	for (int64_t left = BOARD_FRAME_ANSWER_MS; left > 0; left = until - clock_ticks_ms()) {
		uint8_t heard[64];
		size_t size;
		enum result result =
			serial_read(board->port, heard, sizeof(heard), (int)left, &size);
		if (result != RESULT_OK && result != RESULT_DEVICE_STOPPED) {
			return result;
		}
		for (size_t i = 0; i < size; i++) {
			if (!board_frame_take(&reader, heard[i], &answer)) {
				continue;
			}
			if (!answer.taken) {
				return RESULT_DEVICE_FAILED;
			}
			if (answer.sequence == sequence) {
				return RESULT_OK;
			}
		}
	}
	return RESULT_DEVICE_TIMEOUT;
}

static enum result send_bytes(struct board *board, const struct board_bytes *bytes)
{
	size_t written;
	enum result result =
		serial_write(board->port, bytes->data, bytes->size, WRITE_MS, &written);

	if (result == RESULT_DEVICE_STOPPED) {
		/* Halted and cleared: the board has half a message, which a whole one ends. */
		result = serial_write(board->port, bytes->data, bytes->size, WRITE_MS, &written);
	}
	return result;
}

/* Sends a frame until it is answered, at most `most` times. */
static enum result exchange(struct board *board, unsigned sequence, const struct board_bytes *bytes,
	int most, bool (*is_cancelled)(void *context), void *context, int *out_tries)
{
	enum result result = RESULT_DEVICE_TIMEOUT;

	for (*out_tries = 0; *out_tries < most;) {
		if (is_cancelled && is_cancelled(context)) {
			return RESULT_DEVICE_TIMEOUT;
		}
		++*out_tries;
		result = send_bytes(board, bytes);
		result = result == RESULT_OK ? wait_for_answer(board, sequence) : result;
		if (result == RESULT_OK || result == RESULT_DEVICE_MISSING) {
			break;
		}
	}
	return result;
}

/* After this the board takes any number for new: it may remember one of an earlier program. */
static enum result greet(struct board *board, bool (*is_cancelled)(void *context), void *context)
{
	struct board_bytes hello;
	int tries;

	if (board->greeted) {
		return RESULT_OK;
	}
	board_frame_write(0, 'H', "", &hello);
	enum result result =
		exchange(board, 0, &hello, BOARD_FRAME_GREETINGS, is_cancelled, context, &tries);
	board->greeted = result == RESULT_OK;
	board->sequence = 0;
	return result;
}

/* A board that answers. */
static void show_answering(struct board *board, const struct board_message *message,
	bool (*is_cancelled)(void *context), void *context, struct board_outcome *out_outcome)
{
	struct board_setting setting = {0};
	struct board_bytes bytes;

	out_outcome->reason = greet(board, is_cancelled, context);
	if (out_outcome->reason != RESULT_OK) {
		return;
	}
	board->sequence = board->sequence == LAST_SEQUENCE ? FIRST_SEQUENCE : board->sequence + 1;
	setting.sequence = board->sequence;
	board->protocol->write(message, &setting, &bytes);
	out_outcome->reason = exchange(board, board->sequence, &bytes, BOARD_FRAME_TRIES,
		is_cancelled, context, &out_outcome->tries);
	if (out_outcome->reason == RESULT_OK) {
		out_outcome->answer = BOARD_ACKNOWLEDGED;
	} else {
		/* It may have been switched off and on, and have forgotten us. */
		board->greeted = false;
	}
}

static void show_silent(
	struct board *board, const struct board_message *message, struct board_outcome *out_outcome)
{
	struct board_setting setting = {.line = &board->line, .sequence = FIRST_SEQUENCE};
	struct board_bytes bytes;

	board->protocol->write(message, &setting, &bytes);
	out_outcome->tries = 1;
	out_outcome->reason = bytes.size > 0 ? send_bytes(board, &bytes) : RESULT_OK;
	out_outcome->answer = out_outcome->reason == RESULT_OK ? BOARD_SENT : BOARD_FAILED;
}

void board_show(struct board *board, const struct board_message *message,
	bool (*is_cancelled)(void *context), void *context, struct board_outcome *out_outcome)
{
	char text[BOARD_TEXT_SIZE];

	*out_outcome = (struct board_outcome){.answer = BOARD_FAILED};
	if (board->protocol->acknowledges && serial_is_two_way(board->port)) {
		show_answering(board, message, is_cancelled, context, out_outcome);
	} else {
		show_silent(board, message, out_outcome);
	}
	if (out_outcome->answer != BOARD_FAILED) {
		board_say(message, text, sizeof(text));
		serial_note(board->port, text);
	}
}

struct board_watch *board_watch_open(const char *uri)
{
	char port[URI_SIZE];

	return split(uri, port) ? (struct board_watch *)serial_watch_open(port) : NULL;
}

void board_watch_close(struct board_watch *watch)
{
	serial_watch_close((struct serial_watch *)watch);
}

size_t board_watch_fds(struct board_watch *watch, struct pollfd *out_fds)
{
	return serial_watch_fds((struct serial_watch *)watch, out_fds);
}

bool board_watch_read(struct board_watch *watch)
{
	return serial_watch_read((struct serial_watch *)watch);
}
