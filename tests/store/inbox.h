#ifndef TESTS_STORE_INBOX_H
#define TESTS_STORE_INBOX_H

#include "app/desk/desk_thread.h"
#include "tests/store/stage.h"

#include <pthread.h>

enum { PATIENCE_MS = 10000 };

/* Where the thread of a desk delivers: a pipe of pointers, as a loop would have it. The mutex is
 * for ThreadSanitizer, which does not see what killer.c passes on to the system. */
struct inbox {
	int ends[2];
	pthread_mutex_t mutex;
};

/* A thread on the stage's store at nine, or by the system's clock, and its end. */
struct desk_thread *inbox_start(const struct stage *stage, struct inbox *inbox);
struct desk_thread *inbox_start_now(const struct stage *stage, struct inbox *inbox);
void inbox_stop(struct desk_thread *thread, struct inbox *inbox);

/* The next message within `ms`; NULL when none came. */
struct desk_message *inbox_wait(struct inbox *inbox, int ms);

/* The next message of `kind`, in PATIENCE_MS; others on the way are let go. */
struct desk_message *inbox_expect(struct inbox *inbox, enum desk_message_kind kind);

/* Views until one says that so many wait. */
void inbox_expect_waiting(struct inbox *inbox, int waiting);

/* Lets go what comes until nothing came for `ms`. */
void inbox_drain(struct inbox *inbox, int ms);

/* Posts a request; its answer. */
struct desk_message *inbox_ask(
	struct desk_thread *thread, struct inbox *inbox, const struct desk_request *request);

#endif
