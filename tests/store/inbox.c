#include "tests/store/inbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static void deliver(void *context, struct desk_message *message)
{
	struct inbox *inbox = context;
	pthread_mutex_lock(&inbox->mutex);
	if (write(inbox->ends[1], &message, sizeof message) != (ssize_t)sizeof message) {
		abort();
	}
	pthread_mutex_unlock(&inbox->mutex);
}

struct desk_message *inbox_wait(struct inbox *inbox, int ms)
{
	struct desk_message *message = NULL;
	struct pollfd source = {inbox->ends[0], POLLIN, 0};
	if (poll(&source, 1, ms) == 1) {
		pthread_mutex_lock(&inbox->mutex);
		ssize_t size = read(inbox->ends[0], &message, sizeof message);
		pthread_mutex_unlock(&inbox->mutex);
		assert_int_equal(size, sizeof message);
	}
	return message;
}

struct desk_message *inbox_expect(struct inbox *inbox, enum desk_message_kind kind)
{
	for (;;) {
		struct desk_message *message = inbox_wait(inbox, PATIENCE_MS);
		assert_non_null(message);
		if (message->kind == kind) {
			return message;
		}
		desk_message_destroy(message);
	}
}

void inbox_expect_waiting(struct inbox *inbox, int waiting)
{
	int seen = -1;
	while (seen != waiting) {
		struct desk_message *message = inbox_expect(inbox, DESK_MESSAGE_VIEW);
		assert_int_equal(message->result, RESULT_OK);
		seen = message->view->waiting_total;
		desk_message_destroy(message);
	}
}

void inbox_drain(struct inbox *inbox, int ms)
{
	struct desk_message *message;
	while ((message = inbox_wait(inbox, ms)) != NULL) {
		desk_message_destroy(message);
	}
}

static struct desk_thread *start(const struct stage *stage, const char *at, struct inbox *inbox)
{
	const struct desk_options options = {.store = stage->store, .at = at, .device = "screen"};
	assert_int_equal(pipe(inbox->ends), 0);
	assert_int_equal(pthread_mutex_init(&inbox->mutex, NULL), 0);
	struct desk_thread *thread = desk_thread_start(&options, deliver, inbox);
	assert_non_null(thread);
	return thread;
}

struct desk_thread *inbox_start(const struct stage *stage, struct inbox *inbox)
{
	return start(stage, "2026-11-23T09:00:00", inbox);
}

struct desk_thread *inbox_start_now(const struct stage *stage, struct inbox *inbox)
{
	return start(stage, NULL, inbox);
}

void inbox_stop(struct desk_thread *thread, struct inbox *inbox)
{
	desk_thread_stop(thread);
	inbox_drain(inbox, 0);
	close(inbox->ends[0]);
	close(inbox->ends[1]);
	pthread_mutex_destroy(&inbox->mutex);
}

struct desk_message *inbox_ask(
	struct desk_thread *thread, struct inbox *inbox, const struct desk_request *request)
{
	desk_thread_post(thread, request);
	struct desk_message *message = inbox_expect(inbox, DESK_MESSAGE_ANSWER);
	assert_int_equal(message->act, request->act);
	assert_int_equal(message->tag, request->tag);
	return message;
}
