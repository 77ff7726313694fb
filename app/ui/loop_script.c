#include "app/ui/loop_script.h"

#include "app/ui/script.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_SIZE = 512 };

struct loop_script {
	struct loop_script_hands hands;
	pthread_t thread;
	int stop[2]; /* a pipe: closed at the writing end = end the thread */

	pthread_mutex_t lock;
	pthread_cond_t answered;
	bool full, ending; /* a line stands in `line`; the loop ends */
	char line[LINE_SIZE];

	struct script_command waiting; /* loop's thread only */
	int64_t wait_until;            /* INT64_MAX = nothing waits */
};

/* ---- the reading thread ---- */

static void hand_over(struct loop_script *script, const char *line)
{
	pthread_mutex_lock(&script->lock);
	memcpy(script->line, line, LINE_SIZE);
	script->full = true;
	pthread_mutex_unlock(&script->lock);
	script->hands.wake(script->hands.context);
	pthread_mutex_lock(&script->lock);
	while (script->full && !script->ending) {
		pthread_cond_wait(&script->answered, &script->lock);
	}
	pthread_mutex_unlock(&script->lock);
}

/* Takes the bytes into lines; what is longer than a line is cut and refused by the parser. */
static void take_bytes(
	struct loop_script *script, const char *bytes, size_t count, char *line, size_t *used)
{
	for (size_t i = 0; i < count; i++) {
		if (bytes[i] != '\n') {
			if (*used < LINE_SIZE - 1) {
				line[(*used)++] = bytes[i];
			}
			continue;
		}
		memset(line + *used, 0, LINE_SIZE - *used);
		*used = 0;
		if (line[0]) {
			hand_over(script, line);
		}
	}
}

static void *read_lines(void *context)
{
	struct loop_script *script = context;
	struct pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {script->stop[0], POLLIN, 0}};
	char bytes[LINE_SIZE], line[LINE_SIZE];
	size_t used = 0;

	for (;;) {
		if (poll(fds, 2, -1) < 0) {
			continue;
		}
		if (fds[1].revents) {
			return NULL;
		}
		ssize_t count = read(STDIN_FILENO, bytes, sizeof(bytes));
		if (count <= 0) {
			return NULL;
		}
		take_bytes(script, bytes, (size_t)count, line, &used);
	}
}

struct loop_script *loop_script_create(const struct loop_script_hands *hands)
{
	struct loop_script *script = memory_zeroed(1, sizeof(*script));

	script->hands = *hands;
	script->wait_until = INT64_MAX;
	pthread_mutex_init(&script->lock, NULL);
	pthread_cond_init(&script->answered, NULL);
	if (pipe(script->stop) != 0) {
		script->stop[0] = script->stop[1] = -1;
		goto fail;
	}
	fcntl(script->stop[0], F_SETFD, FD_CLOEXEC);
	fcntl(script->stop[1], F_SETFD, FD_CLOEXEC);
	if (pthread_create(&script->thread, NULL, read_lines, script) == 0) {
		return script;
	}
	close(script->stop[0]);
	close(script->stop[1]);
fail:
	log_error("loop", "the script on standard input cannot be read");
	free(script);
	return NULL;
}

void loop_script_destroy(struct loop_script *script)
{
	if (!script) {
		return;
	}
	pthread_mutex_lock(&script->lock);
	script->ending = true;
	pthread_cond_signal(&script->answered);
	pthread_mutex_unlock(&script->lock);
	close(script->stop[1]);
	pthread_join(script->thread, NULL);
	close(script->stop[0]);
	pthread_cond_destroy(&script->answered);
	pthread_mutex_destroy(&script->lock);
	free(script);
}

/* ---- the loop's thread ---- */

static void answer(struct loop_script *script, const char *failure)
{
	if (failure) {
		printf("failed: %s\n", failure);
	} else {
		puts("ok");
	}
	fflush(stdout);
	script->wait_until = INT64_MAX;
	pthread_mutex_lock(&script->lock);
	script->full = false;
	pthread_cond_signal(&script->answered);
	pthread_mutex_unlock(&script->lock);
}

static bool shows(const struct draw_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->commands[i].kind == DRAW_TEXT &&
			strstr(draw_command_text(list, &list->commands[i]), text)) {
			return true;
		}
	}
	return false;
}

static const char *act_event(struct loop_script *script, const struct script_command *command)
{
	const struct loop_script_hands *hands = &script->hands;
	struct ui_event event = command->event;
	struct rect where;

	if (command->click) {
		event.kind = UI_DOWN;
		hands->act(hands->context, &event, &where);
		event.kind = UI_UP;
		hands->act(hands->context, &event, &where);
		return NULL;
	}
	bool taken = hands->act(hands->context, &event, &where);
	return event.kind == UI_TAP_ID && !taken ? "nothing with this id can be tapped" : NULL;
}

static void type_text(struct loop_script *script, const char *text)
{
	const struct loop_script_hands *hands = &script->hands;

	while (*text) {
		struct ui_event event = {.kind = UI_TEXT};
		struct rect where;
		const char *next = text;
		text_next(&next);
		memcpy(event.text, text, (size_t)(next - text));
		hands->act(hands->context, &event, &where);
		text = next;
	}
}

static void answer_where(struct loop_script *script, const struct script_command *command)
{
	struct rect where = {0};

	script->hands.act(script->hands.context, &command->event, &where);
	if (rect_is_empty(where)) {
		answer(script, "nothing with this id is there");
		return;
	}
	printf("ok %d %d\n", where.x + where.w / 2, where.y + where.h / 2);
	fflush(stdout);
	pthread_mutex_lock(&script->lock);
	script->full = false;
	pthread_cond_signal(&script->answered);
	pthread_mutex_unlock(&script->lock);
}

static bool dump(struct loop_script *script, const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file) {
		return false;
	}
	draw_print(script->hands.shown(script->hands.context), file);
	return fclose(file) == 0;
}

static void obey(struct loop_script *script, const struct script_command *command, int64_t ticks_ms)
{
	const struct loop_script_hands *hands = &script->hands;

	switch (command->verb) {
	case SCRIPT_EVENT: answer(script, act_event(script, command)); break;
	case SCRIPT_WHERE: answer_where(script, command); break;
	case SCRIPT_TYPE:
		type_text(script, command->text);
		answer(script, NULL);
		break;
	case SCRIPT_WAIT:
		script->waiting = *command;
		script->wait_until = ticks_ms + command->limit_ms;
		loop_script_check(script, ticks_ms);
		break;
	case SCRIPT_SHOT:
		answer(script, hands->shot(hands->context, command->text)
				       ? NULL
				       : "the picture cannot be written");
		break;
	case SCRIPT_DUMP:
		answer(script, dump(script, command->text) ? NULL : "the file cannot be written");
		break;
	case SCRIPT_QUIT:
		hands->quit(hands->context);
		answer(script, NULL);
		break;
	}
}

void loop_script_obey(struct loop_script *script, int64_t ticks_ms)
{
	struct script_command command;
	char line[LINE_SIZE], error[128];

	pthread_mutex_lock(&script->lock);
	bool full = script->full;
	memcpy(line, script->line, sizeof(line));
	pthread_mutex_unlock(&script->lock);
	if (!full) {
		return;
	}
	if (script_parse(line, &command, error, sizeof(error))) {
		obey(script, &command, ticks_ms);
	} else {
		answer(script, error);
	}
}

void loop_script_check(struct loop_script *script, int64_t ticks_ms)
{
	if (script->wait_until == INT64_MAX) {
		return;
	}
	if (shows(script->hands.shown(script->hands.context), script->waiting.text)) {
		answer(script, NULL);
	} else if (ticks_ms >= script->wait_until) {
		answer(script, "the text did not appear in time");
	}
}

int64_t loop_script_deadline(const struct loop_script *script)
{
	return script->wait_until;
}
