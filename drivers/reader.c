#include "drivers/reader.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/hid.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	FOREVER = -1,
	SETTLE_MS = 300, /* from a node's making to its rights and links */
	BACKOFF_MIN_MS = 1000,
	BACKOFF_MAX_MS = 30000,
	EVENTS = 64,
};

struct reader {
	pthread_t thread;
	struct hid_wish wish;
	reader_deliver *deliver;
	void *context;
	int stop[2]; /* a pipe: closed at the writing end = end the thread */

	/* The thread's own. */
	int watch;
	struct hid_device *device;
	struct hid_decoder decoder;
	bool told;
	enum result reason;
	int backoff_ms; /* until the next look while there is no device */
};

static const char *name_of(const struct reader *reader)
{
	return reader->wish.kind == HID_SCANNER ? "scanner" : "keypad";
}

void reader_message_destroy(struct reader_message *message)
{
	if (message != NULL) {
		memory_wipe(message, sizeof(*message));
		free(message);
	}
}

static struct reader_message *make(struct reader *reader, enum reader_message_kind kind)
{
	struct reader_message *message = memory_zeroed(1, sizeof(*message));
	message->kind = kind;
	message->device = reader->wish.kind;
	message->reason = reader->reason;
	return message;
}

/* Tells the program, but only what it does not know yet. */
static void tell(struct reader *reader, enum result reason)
{
	if (reader->told && reader->reason == reason) {
		return;
	}
	reader->told = true;
	reader->reason = reason;
	struct reader_message *message = make(reader, READER_STATE);
	if (reader->device != NULL) {
		const struct hid_found *found = hid_get_found(reader->device);
		text_copy(message->model, sizeof(message->model), found->facts.name);
		text_copy(message->path, sizeof(message->path), found->path);
	}
	if (reason == RESULT_OK) {
		log_info("hid", "%s: %s at %s", name_of(reader), message->model, message->path);
	} else {
		log_warn("hid", "%s: %s", name_of(reader), result_key(reason));
	}
	reader->deliver(reader->context, message);
}

/* ---- what was read ---- */

static void deliver_keys(struct reader *reader, const struct hid_burst *burst)
{
	for (const char *at = burst->text; *at != '\0'; at++) {
		const char *name = hid_key_name(*at, reader->wish.phone);
		struct reader_message *message = make(reader, READER_KEY);
		message->key = *at;
		text_copy(message->name, sizeof(message->name), name != NULL ? name : "");
		reader->deliver(reader->context, message);
	}
}

static void hand_over(struct reader *reader, struct hid_burst *burst)
{
	static const char *const faults[] = {
		[HID_CUT] = "cut off",
		[HID_TYPED] = "too slow for a scanner",
		[HID_LONG] = "too long",
		[HID_FOREIGN] = "not in letters of the US layout",
		[HID_LOST] = "lost in part",
	};
	if (burst->fault != HID_FINE) {
		log_warn("hid", "%s: input dropped, it was %s", name_of(reader),
			faults[burst->fault]);
		struct reader_message *message = make(reader, READER_SPOILT);
		message->fault = burst->fault;
		reader->deliver(reader->context, message);
	} else if (burst->pressed) {
		deliver_keys(reader, burst);
	} else {
		struct reader_message *message = make(reader, READER_SCAN);
		text_copy(message->text, sizeof(message->text), burst->text);
		reader->deliver(reader->context, message);
	}
	memory_wipe(burst, sizeof(*burst));
}

static void lose_device(struct reader *reader)
{
	hid_close(reader->device);
	reader->device = NULL;
	hid_decoder_reset(&reader->decoder);
	reader->backoff_ms = BACKOFF_MIN_MS;
	tell(reader, RESULT_DEVICE_MISSING);
}

static void read_device(struct reader *reader)
{
	struct hid_event events[EVENTS];
	struct hid_burst burst;
	size_t count;
	if (hid_read(reader->device, events, EVENTS, &count) != RESULT_OK) {
		lose_device(reader);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (hid_decoder_take(&reader->decoder, &events[i], &burst)) {
			hand_over(reader, &burst);
		}
	}
	memory_wipe(events, sizeof(events));
}

/* ---- the thread ---- */

static void look(struct reader *reader)
{
	hid_watch_renew(reader->watch);
	enum result result = hid_open(&reader->wish, &reader->device);
	if (result != RESULT_OK) {
		reader->backoff_ms =
			reader->backoff_ms == 0 ? BACKOFF_MIN_MS : reader->backoff_ms * 2;
		if (reader->backoff_ms > BACKOFF_MAX_MS) {
			reader->backoff_ms = BACKOFF_MAX_MS;
		}
	} else {
		reader->backoff_ms = 0;
	}
	tell(reader, result);
}

static int sleep_time(const struct reader *reader)
{
	return reader->device != NULL ? hid_decoder_wait(&reader->decoder) : reader->backoff_ms;
}

/* Silence: a burst has ended, or it is time to look for the device again. */
static void handle_silence(struct reader *reader)
{
	struct hid_burst burst;
	if (reader->device == NULL) {
		look(reader);
	} else if (hid_decoder_settle(&reader->decoder, &burst)) {
		hand_over(reader, &burst);
	}
}

/* Something came or went: what was learnt by waiting holds no more. */
static void handle_news(struct reader *reader)
{
	hid_watch_read(reader->watch);
	if (reader->device == NULL) {
		reader->backoff_ms = SETTLE_MS;
	}
}

static void *run(void *context)
{
	struct reader *reader = context;
	look(reader);
	for (;;) {
		struct pollfd fds[3] = {
			{.fd = reader->stop[0], .events = POLLIN},
			{.fd = reader->watch, .events = POLLIN},
			{.fd = reader->device != NULL ? hid_get_fd(reader->device) : -1,
				.events = POLLIN},
		};
		int ready = poll(fds, 3, sleep_time(reader));
		if (fds[0].revents != 0) {
			break;
		}
		if (ready == 0) {
			handle_silence(reader);
		}
		if (fds[2].revents != 0) {
			read_device(reader);
		}
		if (fds[1].revents != 0) {
			handle_news(reader);
		}
	}
	hid_close(reader->device);
	hid_decoder_reset(&reader->decoder);
	return NULL;
}

struct reader *reader_start(const struct hid_wish *wish, reader_deliver *deliver, void *context)
{
	struct reader *reader = memory_zeroed(1, sizeof(*reader));
	if (pipe(reader->stop) != 0) {
		log_error("hid", "no pipe: %s", strerror(errno));
		free(reader);
		return NULL;
	}
	fcntl(reader->stop[0], F_SETFD, FD_CLOEXEC);
	fcntl(reader->stop[1], F_SETFD, FD_CLOEXEC);
	reader->wish = *wish;
	reader->deliver = deliver;
	reader->context = context;
	reader->watch = hid_watch_open();
	hid_decoder_init(&reader->decoder, wish->kind == HID_KEYPAD);
	if (pthread_create(&reader->thread, NULL, run, reader) != 0) {
		log_error("hid", "no thread for the %s", name_of(reader));
		close(reader->stop[0]);
		close(reader->stop[1]);
		if (reader->watch >= 0) {
			close(reader->watch);
		}
		free(reader);
		return NULL;
	}
	return reader;
}

void reader_stop(struct reader *reader)
{
	if (reader == NULL) {
		return;
	}
	close(reader->stop[1]);
	pthread_join(reader->thread, NULL);
	close(reader->stop[0]);
	if (reader->watch >= 0) {
		close(reader->watch);
	}
	memory_wipe(reader, sizeof(*reader));
	free(reader);
}
