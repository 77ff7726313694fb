#include "app/display/led_board.h"

#include "app/base/text.h"
#include "drivers/board_line.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60 * 1000 };

/* False after a sentence about what is wrong. */
static bool check_line(const struct settings *settings, const struct language *language)
{
	struct board_line line;
	char key[64];

	if (!board_needs_line(settings->board)) {
		return true;
	}
	enum board_line_fault fault = board_line_parse(settings->board_line, &line);
	if (fault != LINE_FINE) {
		text_format(key, sizeof key, "common.board_line.%s", board_line_key(fault));
		fprintf(stderr, "giliran-display: %s\n", language_text(language, key));
	}
	return fault == LINE_FINE;
}

bool led_board_open(struct led_board *board, const struct settings *settings,
	const struct language *language, board_deliver *deliver, void *context)
{
	const char *line = settings->board_line[0] ? settings->board_line : NULL;

	*board = (struct led_board){.language = language};
	if (settings->board[0] == '\0') {
		return true;
	}
	text_copy(board->idle, sizeof board->idle, settings->board_idle);
	text_copy(board->text, sizeof board->text, settings->board_text);
	text_format(board->device, sizeof board->device, "%s/board",
		settings->device[0] ? settings->device : "display");
	if (!check_line(settings, language)) {
		return false;
	}
	board->worker = board_worker_start(settings->board, line, deliver, context);
	return board->worker != NULL;
}

void led_board_close(struct led_board *board)
{
	board_worker_stop(board->worker);
	board->worker = NULL;
}

/* Without an office there is no hour; a text needs none. */
static void compose_idle(const struct led_board *board, const struct display_model *model,
	struct board_message *out_message)
{
	if (strcmp(board->idle, "text") == 0) {
		text_copy(out_message->text, sizeof out_message->text, board->text);
	} else if (strcmp(board->idle, "clock") == 0 && model->office) {
		say_clock(
			model->office, model->now_ms, out_message->text, sizeof out_message->text);
	}
	out_message->kind = out_message->text[0] ? BOARD_IDLE : BOARD_BLANK;
}

int64_t led_board_compose(const struct led_board *board, const struct display_model *model,
	struct board_message *out_message)
{
	const struct view_call *call = &model->scene.shown;

	*out_message = (struct board_message){0};
	/* A lost store may be called on no longer, and a board cannot say how old its words are. */
	if (!model->view || !model->office || !model->scene.showing || display_is_stale(model)) {
		compose_idle(board, model, out_message);
		return 0;
	}
	out_message->kind = BOARD_CALL;
	out_message->mark = call->id;
	out_message->counter = call->counter;
	text_copy(out_message->ticket, sizeof out_message->ticket, call->number);
	text_copy(out_message->word, sizeof out_message->word,
		language_text(board->language, "display.board_counter"));
	return call->id;
}

static bool is_same(const struct board_message *a, const struct board_message *b)
{
	return a->kind == b->kind && a->counter == b->counter &&
	       strcmp(a->ticket, b->ticket) == 0 && strcmp(a->word, b->word) == 0 &&
	       strcmp(a->text, b->text) == 0;
}

void led_board_follow(struct led_board *board, const struct display_model *model)
{
	struct board_message message;

	if (!board->worker) {
		return;
	}
	int64_t call = led_board_compose(board, model, &message);
	if (board->any && call == board->call && is_same(&message, &board->shown)) {
		return;
	}
	board->shown = message;
	board->call = call;
	board->any = true;
	board_worker_show(board->worker, &message);
}

int64_t led_board_wait(const struct led_board *board, const struct display_model *model)
{
	bool ticks = board->worker && model->office && strcmp(board->idle, "clock") == 0;

	return ticks ? MINUTE_MS - model->now_ms % MINUTE_MS : INT64_MAX;
}

void led_board_report(
	struct led_board *board, struct desk_thread *desk, const struct board_news *news)
{
	struct desk_request request = {.act = DESK_REPORT_DEVICE};

	if (news) {
		board->known = true;
		board->reason = news->reason;
	}
	if (desk && board->worker && board->known) {
		request.reason = board->reason;
		text_copy(request.device, sizeof request.device, board->device);
		desk_thread_post(desk, &request);
	}
}
