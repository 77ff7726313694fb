#include "app/admin/output.h"
#include "app/base/text.h"
#include "drivers/board.h"
#include "drivers/board_line.h"

#include <time.h>

/* How a message went: "acknowledged", "sent" or "failed", as JSON and in the .po files. */
static const char *answer_name(enum board_answer answer)
{
	static const char *const names[] = {
		[BOARD_FAILED] = "failed",
		[BOARD_SENT] = "sent",
		[BOARD_ACKNOWLEDGED] = "acknowledged",
	};
	return names[answer];
}

/* Says how `message` went; adds it to `json`. */
static void tell(struct admin *admin, json_t *json, const char *what,
	const struct board_message *message, const struct board_outcome *outcome)
{
	char text[BOARD_TEXT_SIZE], key[64];
	board_say(message, text, sizeof text);
	json_object_set_new(json, what,
		json_pack("{s:s, s:s, s:s, s:i}", "text", text, "answer",
			answer_name(outcome->answer), "reason", result_key(outcome->reason),
			"tries", outcome->tries));
	if (!admin_flag(admin, OPTION_JSON)) {
		text_format(key, sizeof key, "admin.board.%s", answer_name(outcome->answer));
		output_say(admin, key, text);
	}
}

/* Long enough to look up from the keyboard. */
static void let_read(void)
{
	const struct timespec pause = {.tv_sec = 3};
	nanosleep(&pause, NULL);
}

static enum result show_both(struct admin *admin, struct board *board, json_t *json)
{
	struct board_message call = {.kind = BOARD_CALL, .ticket = "A012", .counter = 3};
	struct board_message idle = {.kind = BOARD_IDLE, .text = "Giliran"};
	struct board_outcome outcome;
	text_copy(call.word, sizeof call.word,
		language_text(admin->language, "display.board_counter"));
	board_show(board, &call, NULL, NULL, &outcome);
	tell(admin, json, "call", &call, &outcome);
	if (outcome.answer == BOARD_FAILED) {
		return outcome.reason;
	}
	let_read();
	board_show(board, &idle, NULL, NULL, &outcome);
	tell(admin, json, "idle", &idle, &outcome);
	return outcome.reason;
}

/* ADMIN_DONE when the board at `uri` needs no template or `text` is right. */
static int check_line(const struct admin *admin, const char *uri, const char *text)
{
	struct board_line line;
	char key[64];
	if (!board_needs_line(uri)) {
		return ADMIN_DONE;
	}
	enum board_line_fault fault = board_line_parse(text ? text : "", &line);
	text_format(key, sizeof key, "common.board_line.%s", board_line_key(fault));
	return fault == LINE_FINE ? ADMIN_DONE : admin_misuse(admin, key, "");
}

int admin_board_test(struct admin *admin)
{
	const char *uri = admin_value(admin, OPTION_BOARD);
	const char *line = admin_value(admin, OPTION_LINE);
	struct board *board;
	int status = check_line(admin, uri, line);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = board_open(uri, line, &board);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, uri);
	}
	json_t *json = json_pack("{s:s, s:s}", "board", uri, "name", board_get_name(board));
	result = show_both(admin, board, json);
	board_close(board);
	if (!admin_flag(admin, OPTION_JSON)) {
		json_decref(json);
	} else if (output_json(admin, json) != ADMIN_DONE) {
		return ADMIN_FAILED;
	}
	return result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, uri);
}
