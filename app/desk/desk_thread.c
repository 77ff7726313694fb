#include "app/desk/desk_thread.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/attendance.h"
#include "app/desk/thread_acts.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* A store that is damaged or newer does not mend itself by the second. */
enum { RETRY_MS = 1000, SLOW_RETRY_MS = 10000, FOREVER = 0 };

struct post {
	struct desk_request request;
	struct post *next;
};

struct desk_thread {
	pthread_t thread;
	desk_deliver *deliver;
	void *context;
	char *store;
	char *at;
	char *device;
	bool room[PRESENCE_ROOM]; /* what the program is in the waiting room */

	/* shared with the posting threads */
	pthread_mutex_t mutex;
	struct post *first, *last;
	bool stopping;
	int wake; /* eventfd: readable when there is a post or an end */

	/* of the desk's thread only */
	struct desk *desk;
	int timer;                    /* readable when the next look is due */
	struct attendance attendance; /* of consoles at the counters */
	int watch;                    /* readable after a change; -1 = none, so look every second */
	int counter;                  /* whose visitor the views show */
	enum result reported;         /* how opening went when we last said so */
	bool looking_again;           /* somebody was writing when we looked */
	bool dirty;                   /* a view could not be made, or is due */
	enum result viewed;           /* how the last view went */
	int64_t due_ms;               /* office time of the next one */
	int64_t told;                 /* revision of the office that was sent last */
};

void desk_message_destroy(struct desk_message *message)
{
	if (message == NULL) {
		return;
	}
	free(message->office);
	free(message->standards);
	if (message->record != NULL) {
		desk_record_finish(message->record);
		free(message->record);
	}
	free(message->appointments);
	free(message->tickets);
	free(message->settings);
	if (message->view != NULL) {
		guest_wipe(&message->view->guest);
		free(message->view);
	}
	guest_wipe(&message->guest);
	memory_wipe(message->initials, sizeof message->initials);
	memory_wipe(message->staff, sizeof message->staff);
	free(message);
}

/* ---- messages out ---- */

static struct desk_message *make_message(
	const struct desk_thread *thread, enum desk_message_kind kind)
{
	struct desk_message *message = memory_zeroed(1, sizeof *message);
	message->kind = kind;
	if (thread->desk != NULL) {
		message->clock = thread->desk->clock;
		message->training = thread->desk->training;
	}
	return message;
}

static void attach_office(struct desk_thread *thread, struct desk_message *message)
{
	message->office = memory_zeroed(1, sizeof *message->office);
	*message->office = *desk_office(thread->desk);
	thread->told = thread->desk->revision;
}

static void send_opened(struct desk_thread *thread, enum result result, const char *error)
{
	struct desk_message *message = make_message(thread, DESK_MESSAGE_OPENED);
	message->result = result;
	text_copy(message->error, sizeof message->error, error);
	if (thread->desk != NULL) {
		attach_office(thread, message);
	}
	thread->reported = result;
	thread->deliver(thread->context, message);
}

/* The file is gone, or another stands in its place: from now on as if it had not been opened. */
static void lose_store(struct desk_thread *thread)
{
	log_error("desk", "%s was removed or replaced", thread->store);
	desk_close(thread->desk);
	thread->desk = NULL;
	thread->watch = -1;
	thread->looking_again = false;
	thread->dirty = false;
	send_opened(thread, RESULT_STORE_MISSING, thread->store);
}

/* When time alone changes what a view says: opening, closing, a break, midnight; or the next clock
 * that passes its limit, which counts in today's share from then on. Reckoned from the moment of
 * the view: what passes while the thread has other work is due then, and not forgotten. */
static int64_t find_due(const struct office *office, const struct desk_view *view)
{
	enum { DAY_MS = 86400000 };
	struct calendar_local local;
	int64_t now = view->now_ms;
	calendar_split(office, now, &local);
	int64_t due = now + DAY_MS - local.millisecond -
		      ((local.hour * 60 + local.minute) * 60 + local.second) * INT64_C(1000);
	if (view->hours.until_ms > now && view->hours.until_ms < due) {
		due = view->hours.until_ms;
	}
	return view->late_at_ms > now && view->late_at_ms < due ? view->late_at_ms : due;
}

static void send_view(struct desk_thread *thread)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	attendance_look(&thread->attendance, thread->desk);
	enum result result = desk_view(thread->desk, thread->counter, view);
	if (result == RESULT_OK) {
		thread->due_ms = find_due(desk_office(thread->desk), view);
		attendance_follow(&thread->attendance, view);
		attendance_tell(&thread->attendance, view);
	} else {
		free(view);
		view = NULL;
	}
	if (result != RESULT_OK && result != thread->viewed) {
		log_warn("desk", "no view: %s", result_key(result));
	}
	thread->dirty = result != RESULT_OK;
	thread->viewed = result;
	if (result == RESULT_STORE_MISSING) {
		lose_store(thread);
		return;
	}
	struct desk_message *message = make_message(thread, DESK_MESSAGE_VIEW);
	message->result = result;
	message->view = view;
	if (view != NULL && thread->told != thread->desk->revision) {
		attach_office(thread, message);
	}
	thread->deliver(thread->context, message);
}

static void send_answer(struct desk_thread *thread, const struct desk_request *request)
{
	struct desk_message *message = make_message(thread, DESK_MESSAGE_ANSWER);
	message->act = request->act;
	message->tag = request->tag;
	if (thread->desk == NULL) {
		message->result = thread->reported;
	} else {
		message->result = attendance_begin_act(&thread->attendance, request);
		if (message->result == RESULT_OK) {
			thread_act(thread->desk, request, message);
		}
		attendance_end_act(&thread->attendance, request, message->result);
	}
	bool lost = thread->desk != NULL && message->result == RESULT_STORE_MISSING;
	thread->deliver(thread->context, message);
	if (lost) {
		lose_store(thread);
	}
}

/* ---- requests in ---- */

static void post_destroy(struct post *post)
{
	free(post->request.settings);
	memory_wipe(post, sizeof *post);
	free(post);
}

static struct post *take_post(struct desk_thread *thread, bool *out_stopping)
{
	pthread_mutex_lock(&thread->mutex);
	struct post *post = thread->first;
	if (post != NULL) {
		thread->first = post->next;
		thread->last = thread->first == NULL ? NULL : thread->last;
	}
	*out_stopping = thread->stopping && post == NULL;
	pthread_mutex_unlock(&thread->mutex);
	return post;
}

static void wake(struct desk_thread *thread)
{
	uint64_t one = 1;
	while (write(thread->wake, &one, sizeof one) < 0 && errno == EINTR) {
	}
}

void desk_thread_post(struct desk_thread *thread, const struct desk_request *request)
{
	struct post *post = memory_zeroed(1, sizeof *post);
	post->request = *request;
	pthread_mutex_lock(&thread->mutex);
	if (thread->last == NULL) {
		thread->first = post;
	} else {
		thread->last->next = post;
	}
	thread->last = post;
	pthread_mutex_unlock(&thread->mutex);
	wake(thread);
}

/* Whether what `act` does can be seen; the answer comes first, the view right behind it. */
static bool act_shows(enum desk_act act)
{
	switch (act) {
	case DESK_LIST_STAFF:
	case DESK_TAKE_SLIP:
	case DESK_SIGN_IN:
	case DESK_READ_STANDARDS:
	case DESK_RATE:
	case DESK_RATE_ANSWER:
	case DESK_COMPLAIN:
	case DESK_RECOGNISE:
	case DESK_RECALL_GUEST:
	case DESK_ANNOUNCE:
	case DESK_READ_RECORD:
	case DESK_READ_INDICES:
	case DESK_LIST_APPOINTMENTS:
	case DESK_LIST_TICKETS:
	case DESK_LIST_LATE: return false;
	default: return true;
	}
}

static bool act_is_personal(enum desk_act act)
{
	switch (act) {
	case DESK_ISSUE:
	case DESK_ARRIVE:
	case DESK_COMPLAIN:
	case DESK_SIGN:
	case DESK_RECEIVE:
	case DESK_RECOGNISE:
	case DESK_RECALL_GUEST:
	case DESK_WRITE_GUEST:
	case DESK_HELP_ISSUE: return true;
	default: return false;
	}
}

/* What came with a visitor's answers is the store's now, and stays in no memory. */
static void forget(struct desk_thread *thread, enum desk_act act)
{
	if (thread->desk != NULL && act_is_personal(act)) {
		engine_forget(store_engine(thread->desk->store));
	}
	memory_wipe_stack();
}

/* False when the thread is to end. */
static bool handle_posts(struct desk_thread *thread)
{
	uint64_t count;
	bool stopping = false;
	struct post *post;
	if (read(thread->wake, &count, sizeof count) < 0 && errno != EAGAIN && errno != EINTR) {
		log_error("desk", "wake-up: %s", strerror(errno));
	}
	while ((post = take_post(thread, &stopping)) != NULL) {
		if (post->request.act == DESK_WATCH_COUNTER) {
			thread->counter = post->request.counter;
		}
		thread->dirty = thread->dirty || act_shows(post->request.act);
		send_answer(thread, &post->request);
		forget(thread, post->request.act);
		post_destroy(post);
	}
	return !stopping;
}

/* ---- the store ---- */

/* What fails here is tried again when the counter is opened, which ends its stand-by as well. */
static void end_left(struct desk_thread *thread)
{
	enum result result = desk_end_left_stand_by(thread->desk);
	if (result != RESULT_OK) {
		log_error("desk", "stand-by of before: %s", result_key(result));
	}
}

/* A console keeps its counter while the store is lost, a display its board, and says so again in
 * the one that is there then, before it lets go of the other. */
static void be_present(struct desk_thread *thread)
{
	struct presence *presence = &thread->attendance.presence;
	struct presence before = *presence;
	(void)presence_init(presence, thread->store);
	(void)presence_watch(presence);
	presence_take(presence, before.counter);
	for (int i = 0; i < PRESENCE_ROOM; i++) {
		if (thread->room[i] || before.room[i]) {
			presence_attend_room(presence, (enum presence_room)i);
		}
	}
	presence_finish(&before);
}

static void try_opening(struct desk_thread *thread)
{
	char error[512] = "";
	const struct desk_options options = {
		.store = thread->store, .at = thread->at, .device = thread->device};
	enum result result = desk_open(&options, &thread->desk, error, sizeof error);
	if (result == RESULT_OK) {
		thread->watch = engine_watch(store_engine(thread->desk->store));
		be_present(thread);
		thread->dirty = true;
		end_left(thread);
	}
	if (result == RESULT_OK || result != thread->reported) {
		send_opened(thread, result, error);
	}
}

static void handle_news(struct desk_thread *thread)
{
	enum engine_news news = engine_news(store_engine(thread->desk->store));
	thread->looking_again = news == ENGINE_UNDERWAY;
	thread->dirty = thread->dirty || news == ENGINE_CHANGED;
}

/* Until the next look, in ms. */
static int wait_ms(struct desk_thread *thread)
{
	if (thread->desk == NULL) {
		bool soon = thread->reported == RESULT_STORE_MISSING ||
			    thread->reported == RESULT_STORE_BUSY;
		return soon ? RETRY_MS : SLOW_RETRY_MS;
	}
	if (thread->looking_again) {
		return ENGINE_LOOK_AGAIN_MS;
	}
	if (thread->dirty) {
		return thread->viewed == RESULT_STORE_BUSY ? RETRY_MS : SLOW_RETRY_MS;
	}
	if (thread->watch < 0) {
		return RETRY_MS;
	}
	if (thread->desk->clock.fixed) {
		return FOREVER;
	}
	struct instant now;
	desk_now(thread->desk, &now);
	int64_t rest = thread->due_ms - now.office_ms;
	return rest < 1 ? 1 : (int)rest;
}

/* By the clock that goes on while the machine is suspended, which poll() does not count: a laptop
 * opened on Monday shows Monday. */
static void set_timer(struct desk_thread *thread)
{
	int ms = wait_ms(thread);
	const struct itimerspec when = {.it_value = {ms / 1000, ms % 1000 * 1000000L}};
	if (timerfd_settime(thread->timer, 0, &when, NULL) != 0) {
		log_error("desk", "timer: %s", strerror(errno));
	}
}

static bool turn(struct desk_thread *thread)
{
	struct pollfd sources[] = {{thread->wake, POLLIN, 0}, {thread->watch, POLLIN, 0},
		{thread->timer, POLLIN, 0}, {thread->attendance.presence.watch, POLLIN, 0}};
	set_timer(thread);
	(void)poll(sources, 4, -1);
	if (!handle_posts(thread)) {
		return false;
	}
	if (thread->desk == NULL) {
		try_opening(thread);
	} else if (sources[1].revents != 0 || thread->looking_again) {
		handle_news(thread);
	} else if (sources[2].revents != 0) {
		thread->dirty = true;
	}
	if (sources[3].revents != 0) {
		presence_drain(&thread->attendance.presence);
		thread->dirty = thread->desk != NULL;
	}
	if (thread->desk != NULL && thread->dirty) {
		send_view(thread);
	}
	return true;
}

static void *run(void *context)
{
	struct desk_thread *thread = context;
	thread->reported = RESULT_COUNT;
	thread->watch = -1;
	thread->attendance.presence = (struct presence){.file = -1, .watch = -1};
	try_opening(thread);
	if (thread->dirty) {
		send_view(thread);
	}
	while (turn(thread)) {
	}
	presence_finish(&thread->attendance.presence);
	desk_close(thread->desk);
	return NULL;
}

/* ---- start and stop ---- */

static char *copy_of(const char *text)
{
	return text == NULL ? NULL : memory_string(text);
}

static void thread_destroy(struct desk_thread *thread)
{
	if (thread->wake >= 0) {
		close(thread->wake);
	}
	if (thread->timer >= 0) {
		close(thread->timer);
	}
	pthread_mutex_destroy(&thread->mutex);
	free(thread->store);
	free(thread->at);
	free(thread->device);
	free(thread);
}

struct desk_thread *desk_thread_start(
	const struct desk_options *options, desk_deliver *deliver, void *context)
{
	struct desk_thread *thread = memory_zeroed(1, sizeof *thread);
	thread->deliver = deliver;
	thread->context = context;
	thread->store = copy_of(options->store);
	thread->at = copy_of(options->at);
	thread->device = copy_of(options->device);
	thread->room[PRESENCE_SCREEN] = options->has_screen;
	thread->room[PRESENCE_BOARD] = options->has_board;
	thread->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	thread->timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
	pthread_mutex_init(&thread->mutex, NULL);
	if (thread->wake < 0 || thread->timer < 0 ||
		pthread_create(&thread->thread, NULL, run, thread) != 0) {
		log_error("desk", "no thread: %s", strerror(errno));
		thread_destroy(thread);
		return NULL;
	}
	return thread;
}

void desk_thread_stop(struct desk_thread *thread)
{
	if (thread == NULL) {
		return;
	}
	pthread_mutex_lock(&thread->mutex);
	thread->stopping = true;
	pthread_mutex_unlock(&thread->mutex);
	wake(thread);
	pthread_join(thread->thread, NULL);
	thread_destroy(thread);
}
