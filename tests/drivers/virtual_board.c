#include "tests/drivers/virtual_parts.h"

static void answer(struct virtual_printer *printer, uint8_t byte)
{
	g_byte_array_append(printer->answers, &byte, 1);
}

static void answer_status(struct virtual_printer *printer, int question)
{
	bool paper = printer->state.paper_out;
	bool cover = printer->state.cover_open;

	if (printer->model.garbage || printer->state.noisy) {
		answer(printer, 0xff);
		answer(printer, 0x41);
		return;
	}
	if (!printer->model.answers_status || printer->state.mute) {
		return;
	}
	switch (question) {
	case 1: answer(printer, paper || cover ? 0x1a : 0x12); break;
	case 2: answer(printer, (uint8_t)(0x12 | (paper ? 0x20 : 0) | (cover ? 0x04 : 0))); break;
	case 4:
		answer(printer,
			(uint8_t)((paper ? 0x72 : 0x12) | (printer->state.near_end ? 0x0c : 0)));
		break;
	default: answer(printer, 0x12); break;
	}
}

/* The four bytes of GS a. */
static void answer_frame(struct virtual_printer *printer)
{
	const struct virtual_printer_state *state = &printer->state;
	bool offline = state->paper_out || state->cover_open;

	answer(printer, (uint8_t)(0x10 | (offline ? 0x08 : 0) | (state->cover_open ? 0x20 : 0)));
	answer(printer, 0x00);
	answer(printer, (uint8_t)((state->paper_out ? 0x0c : 0) | (state->near_end ? 0x03 : 0)));
	answer(printer, 0x00);
}

void virtual_board_tell(struct virtual_printer *printer)
{
	if (printer->tells_changes) {
		answer_frame(printer);
	}
	for (; !printer->state.late && printer->kept > 0; printer->kept--) {
		answer(printer, 0x00);
	}
}

/* GS a is obeyed in its turn: not while the printer is offline. */
static void obey_tell(struct virtual_printer *printer)
{
	if (printer->state.noisy) {
		answer(printer, 0x90);
	} else if (printer->model.answers_frames && !printer->state.paper_out &&
		   !printer->state.cover_open && !printer->state.mute) {
		printer->tells_changes = true;
		answer_frame(printer);
	}
}

static void answer_order(struct virtual_printer *printer)
{
	if (printer->state.late) {
		printer->kept++;
	} else {
		answer(printer, 0x00);
	}
}

/* Length of a command that begins like `command`; 0 = not known yet. */
static size_t command_length(const uint8_t *command, size_t length)
{
	if (command[0] != 0x10 && command[0] != 0x1b && command[0] != 0x1c && command[0] != 0x1d) {
		return 1;
	}
	if (length < 2) {
		return 0;
	}
	switch (command[0] << 8 | command[1]) {
	case 0x1b40: /* ESC @ */
	case 0x1c2e: /* FS . */ return 2;
	case 0x1004: /* DLE EOT */
	case 0x1005: /* DLE ENQ */
	case 0x1b4a: /* ESC J */
	case 0x1d61: /* GS a */
	case 0x1d72: /* GS r */ return 3;
	case 0x1d56: /* GS V */ return 4;
	case 0x1d76: /* GS v 0 */ return 8;
	default: return 1;
	}
}

/* Whether ESC @ belongs to the zeros before it. */
static bool is_ending(struct virtual_printer *printer)
{
	bool ending = printer->interpreter.zeros > 0;

	printer->state.ended += ending;
	return ending;
}

/* Obeys a whole command; false when it leaves nothing on the paper: a question, or an ending. */
static bool obey(struct virtual_printer *printer, const uint8_t *command)
{
	switch (command[0] << 8 | command[1]) {
	case 0x1004: answer_status(printer, command[2]); return false;
	case 0x1005: printer->state.cleared++; return false;
	case 0x1d61: obey_tell(printer); return false;
	case 0x1b40: printer->tells_changes = false; return !is_ending(printer);
	case 0x1d72:
		if (printer->model.answers_order && !printer->state.paper_out &&
			!printer->state.cover_open) {
			answer_order(printer);
		}
		return false;
	case 0x1d56: printer->state.cuts++; return true;
	case 0x1d76:
		printer->interpreter.dots = (size_t)(command[4] | command[5] << 8) *
					    (size_t)(command[6] | command[7] << 8);
		return true;
	default: return true;
	}
}

void virtual_board_take(struct virtual_printer *printer, uint8_t byte)
{
	struct interpreter *at = &printer->interpreter;

	if (at->dots > 0) {
		at->dots--;
		g_byte_array_append(printer->taken, &byte, 1);
		return;
	}
	if (at->length == 0 && byte == 0) {
		at->zeros++;
		return;
	}
	at->command[at->length++] = byte;
	size_t wanted = command_length(at->command, at->length);
	if (wanted == 0 || at->length < wanted) {
		return;
	}
	if (wanted == 1 || obey(printer, at->command)) {
		g_byte_array_append(printer->taken, at->command, (guint)at->length);
	}
	at->length = 0;
	at->zeros = 0;
}

bool virtual_board_is_due(const struct virtual_printer *printer, long after)
{
	const struct interpreter *at = &printer->interpreter;
	/* A question that is under way is no part of a slip (DLE …, GS a, GS r), nor is an ending.
	 */
	bool asked = at->length > 0 &&
		     (at->command[0] == 0x10 || at->zeros > 0 ||
			     (at->command[0] == 0x1d && at->length > 1 &&
				     (at->command[1] == 'a' || at->command[1] == 'r')));
	size_t begun = asked ? 0 : at->length;

	return after >= 0 && (long)(printer->taken->len + begun) >= after;
}
