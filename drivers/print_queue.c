#include "drivers/print_queue.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <cups/cups.h>

#include <poll.h>
#include <stdlib.h>
#include <string.h>

enum {
	STATUS_MS = 500, /* of a look at the queue; printer.h */
	LIST_MS = 1000,  /* of the list of all */
	SEND_MS = 30000, /* of a document on its way to a server elsewhere */
	CALL_MS = 4000,  /* of everything else, which a busy server takes its time for */
	LOOK_MS = 250,   /* between looks at a job */
	END_MS = 5000,   /* in all, what a cancelled job is given to end */
	TRIES = 3,       /* of a document that the server wants an identity for */
	URI_SIZE = 1024,
};

#define WAIT_S 0.1

struct print_queue {
	char name[PRINT_QUEUE_NAME_MAX + 1];
	char uri[URI_SIZE];
	struct print_printer printer;
	const struct print_work *work; /* asked while a server is waited for; NULL = none */
	bool open;                     /* before that the caller tells what is wrong */
	enum result told;              /* the last trouble that was logged: each is, once */
};

/* A connection that may be used until a moment. */
struct server {
	http_t *http;                  /* NULL = nobody there */
	int64_t until;                 /* clock_ticks_ms */
	const struct print_work *work; /* whether it is wanted still; NULL = it is */
};

static bool is_cancelled(const struct print_work *work)
{
	return work && work->is_cancelled && work->is_cancelled(work->context);
}

static int time_left(int64_t until)
{
	int64_t left = until - clock_ticks_ms();

	return left < 1 ? 1 : left < CALL_MS ? (int)left : CALL_MS;
}

/* Asked by libcups after each WAIT_S without anything to read or room to write; 0 ends the call. So
 * a server that sends a byte now and then is not waited for either. */
static int may_wait(http_t *http, void *context)
{
	const struct server *server = context;

	(void)http;
	return clock_ticks_ms() < server->until && !is_cancelled(server->work);
}

static const char *no_password(
	const char *prompt, http_t *http, const char *method, const char *resource, void *context)
{
	(void)prompt;
	(void)http;
	(void)method;
	(void)resource;
	(void)context;
	return NULL;
}

/* False without a server. Where libcups keeps settings it keeps them for each thread. Nobody can be
 * asked while it connects, so that is short in any case. */
static bool connect_server(struct server *server, const struct print_work *work, int ms)
{
	cupsSetPasswordCB2(no_password, NULL);
	server->work = work;
	server->until = clock_ticks_ms() + ms;
	server->http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, cupsEncryption(), 1,
		time_left(server->until), NULL);
	if (server->http) {
		httpSetTimeout(server->http, WAIT_S, may_wait, server);
	}
	return server->http != NULL;
}

static ipp_t *new_request(struct print_queue *queue, ipp_op_t operation, int job)
{
	ipp_t *request = ippNewRequest(operation);

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, queue->uri);
	if (job > 0) {
		ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
	}
	ippAddString(
		request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser());
	return request;
}

static enum result result_of(http_t *http, ipp_t *answer)
{
	http_status_t status;

	if (answer) {
		ipp_status_t code = ippGetStatusCode(answer);
		return code < IPP_STATUS_REDIRECTION_OTHER_SITE ? RESULT_OK
								: print_state_of_status(code);
	}
	status = http ? httpGetStatus(http) : HTTP_STATUS_ERROR;
	return status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN ||
			       status == HTTP_STATUS_CUPS_AUTHORIZATION_CANCELED
		       ? RESULT_DEVICE_DENIED
		       : RESULT_PRINT_SERVICE;
}

/* What became of a request: `http` is NULL without a server, `answer` when there was none. */
static enum result judge(struct print_queue *queue, http_t *http, ipp_t *answer)
{
	enum result result = result_of(http, answer);

	if (!answer && is_cancelled(queue->work)) {
		return RESULT_PRINT_CANCELLED;
	}
	if (result != RESULT_OK && result != queue->told) {
		log_write(queue->open ? LOG_WARN : LOG_DEBUG, "printer", "print queue %s: %s: %s",
			queue->name, result_key(result),
			answer ? cupsLastErrorString()
			: http ? "no answer"
			       : "no print server");
	}
	queue->told = result;
	return result;
}

/* One request without a document; releases it. `out_answer`, NULL = not wanted, is the caller's. */
static enum result call(
	struct print_queue *queue, ipp_t *request, const char *resource, int ms, ipp_t **out_answer)
{
	struct server server;
	ipp_t *answer = NULL;

	if (connect_server(&server, queue->work, ms)) {
		answer = cupsDoRequest(server.http, request, resource);
	} else {
		ippDelete(request);
	}
	enum result result = judge(queue, server.http, answer);
	httpClose(server.http);
	if (result == RESULT_OK && out_answer) {
		*out_answer = answer;
	} else {
		ippDelete(answer);
	}
	return result;
}

static enum result ask_printer(struct print_queue *queue, int ms)
{
	static const char *const wanted[] = {"printer-state", "printer-state-reasons",
		"printer-is-accepting-jobs", "printer-make-and-model", "media-supported",
		"device-uri"};
	ipp_t *request = new_request(queue, IPP_OP_GET_PRINTER_ATTRIBUTES, 0);
	ipp_t *answer = NULL;

	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
		sizeof(wanted) / sizeof(*wanted), NULL, wanted);
	enum result result = call(queue, request, "/", ms, &answer);
	if (result == RESULT_OK) {
		print_state_read_printer(answer, &queue->printer);
		ippDelete(answer);
	}
	return result;
}

enum result print_queue_open(const char *name, struct print_queue **out_queue)
{
	struct print_queue *queue;

	*out_queue = NULL;
	if (!print_target_is_name(name, strlen(name))) {
		log_error("printer", "\"%s\" is no name for a print queue", name);
		return RESULT_DEVICE_UNKNOWN;
	}
	queue = memory_zeroed(1, sizeof(*queue));
	text_copy(queue->name, sizeof(queue->name), name);
	httpAssembleURIf(HTTP_URI_CODING_ALL, queue->uri, sizeof(queue->uri), "ipp", NULL,
		"localhost", 0, "/printers/%s", name);
	enum result result = ask_printer(queue, CALL_MS);
	if (result != RESULT_OK) {
		print_queue_close(queue);
		return result;
	}
	queue->open = true;
	*out_queue = queue;
	return RESULT_OK;
}

static size_t read_names(ipp_t *answer, struct print_queue_name *out_names, size_t room)
{
	size_t count = 0;
	ipp_attribute_t *one = ippFindAttribute(answer, "printer-name", IPP_TAG_NAME);

	for (; one && count < room;
		one = ippFindNextAttribute(answer, "printer-name", IPP_TAG_NAME)) {
		const char *name = ippGetString(one, 0, NULL);
		if (name && print_target_is_name(name, strlen(name)) &&
			text_check(name, strlen(name), sizeof(out_names[count].text)) ==
				RESULT_OK) {
			text_copy(out_names[count].text, sizeof(out_names[count].text), name);
			count++;
		}
	}
	return count;
}

static size_t ask_names(ipp_op_t operation, struct print_queue_name *out_names, size_t room)
{
	struct server server;
	ipp_t *request = ippNewRequest(operation);
	ipp_t *answer = NULL;
	size_t count = 0;

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", NULL,
		"printer-name");
	ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", (int)room);
	ippAddString(
		request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser());
	if (connect_server(&server, NULL, LIST_MS)) {
		answer = cupsDoRequest(server.http, request, "/");
	} else {
		ippDelete(request);
	}
	if (result_of(server.http, answer) == RESULT_OK) {
		count = read_names(answer, out_names, room);
	}
	httpClose(server.http);
	ippDelete(answer);
	return count;
}

size_t print_queue_list(struct print_queue_name *out_names, size_t room)
{
	return ask_names(IPP_OP_CUPS_GET_PRINTERS, out_names, room);
}

bool print_queue_find_usual(struct print_queue_name *out_name)
{
	struct print_queue_name names[2];

	if (ask_names(IPP_OP_CUPS_GET_DEFAULT, out_name, 1) == 1) {
		return true;
	}
	if (print_queue_list(names, 2) != 1) {
		return false;
	}
	*out_name = names[0];
	return true;
}

void print_queue_close(struct print_queue *queue)
{
	free(queue);
}

const struct print_printer *print_queue_get_printer(const struct print_queue *queue)
{
	return &queue->printer;
}

void print_queue_get_status(struct print_queue *queue, struct printer_status *out_status)
{
	enum result result = ask_printer(queue, STATUS_MS);

	*out_status = (struct printer_status){
		.reason = result == RESULT_OK ? print_state_of_queue(&queue->printer) : result,
		.answers = queue->printer.confirms,
		.near_end = queue->printer.near_end,
	};
}

static enum result create_job(
	struct print_queue *queue, const struct print_work *work, int *out_job)
{
	ipp_t *request = new_request(queue, IPP_OP_CREATE_JOB, 0);
	ipp_t *answer = NULL;
	char resource[PRINT_QUEUE_NAME_MAX + 16];
	const char *media = print_state_name_size(&queue->printer, &work->paper);

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, work->title);
	ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
	/* Points stay points: a QR code that is scaled to the paper blurs. */
	ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL, "none");
	if (media) {
		ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, media);
	}
	text_format(resource, sizeof(resource), "/printers/%s", queue->name);
	enum result result = call(queue, request, resource, CALL_MS, &answer);
	if (result == RESULT_OK) {
		*out_job = ippGetInteger(ippFindAttribute(answer, "job-id", IPP_TAG_INTEGER), 0);
		ippDelete(answer);
	}
	return result == RESULT_OK && *out_job <= 0 ? RESULT_DEVICE_FAILED : result;
}

/* One attempt; HTTP_STATUS_UNAUTHORIZED in *out_status asks for another one on `http`. */
static ipp_t *send_once(http_t *http, struct print_queue *queue, const struct print_work *work,
	int job, http_status_t *out_status)
{
	ipp_t *request = new_request(queue, IPP_OP_SEND_DOCUMENT, job);
	ipp_t *answer = NULL;
	char resource[PRINT_QUEUE_NAME_MAX + 16];

	text_format(resource, sizeof(resource), "/printers/%s", queue->name);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL,
		work->format);
	ippAddBoolean(request, IPP_TAG_OPERATION, "last-document", 1);
	*out_status = cupsSendRequest(http, request, resource, ippLength(request) + work->size);
	if (*out_status == HTTP_STATUS_CONTINUE) {
		*out_status = cupsWriteRequestData(http, work->bytes, work->size);
	}
	if (*out_status == HTTP_STATUS_CONTINUE || *out_status == HTTP_STATUS_UNAUTHORIZED) {
		answer = cupsGetResponse(http, resource);
		*out_status = httpGetStatus(http);
	}
	ippDelete(request);
	return answer;
}

static enum result send_document(struct print_queue *queue, const struct print_work *work, int job)
{
	struct server server;
	http_status_t status;
	ipp_t *answer = NULL;

	/* libcups has shown the server who we are when the second attempt comes. */
	bool again = connect_server(&server, queue->work, SEND_MS);
	for (int i = 0; again && i < TRIES; i++) {
		answer = send_once(server.http, queue, work, job, &status);
		again = !answer && status == HTTP_STATUS_UNAUTHORIZED;
	}
	enum result result = judge(queue, server.http, answer);
	ippDelete(answer);
	httpClose(server.http);
	return result;
}

static enum result ask_job(
	struct print_queue *queue, int job, int ms, struct print_job_state *out_state)
{
	static const char *const wanted[] = {"job-state", "time-at-processing"};
	ipp_t *request = new_request(queue, IPP_OP_GET_JOB_ATTRIBUTES, job);
	ipp_t *answer = NULL;

	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
		sizeof(wanted) / sizeof(*wanted), NULL, wanted);
	enum result result = call(queue, request, "/", ms, &answer);
	if (result == RESULT_OK && !print_state_read_job(answer, out_state)) {
		result = RESULT_DEVICE_FAILED;
	}
	ippDelete(answer);
	return result;
}

/* Whether the job is over, and how. */
static bool has_ended(const struct print_job_state *job, enum result *out_result)
{
	switch (job->state) {
	case IPP_JSTATE_COMPLETED: *out_result = RESULT_OK; return true;
	case IPP_JSTATE_CANCELED: *out_result = RESULT_PRINT_CANCELLED; return true;
	case IPP_JSTATE_ABORTED: *out_result = RESULT_DEVICE_FAILED; return true;
	default: return false;
	}
}

/* Looks at the job until it is over, or there is a reason to end it. */
static enum result follow(struct print_queue *queue, const struct print_work *work, int job)
{
	int64_t until = clock_ticks_ms() + work->patience_ms;
	enum result trouble = RESULT_OK, result;

	for (;;) {
		struct print_job_state state;
		trouble = ask_job(queue, job, CALL_MS, &state);
		if (trouble == RESULT_OK && has_ended(&state, &result)) {
			return result;
		}
		if (trouble == RESULT_OK) {
			trouble = ask_printer(queue, CALL_MS);
		}
		if (trouble == RESULT_OK && queue->printer.state == IPP_PSTATE_STOPPED) {
			return RESULT_DEVICE_STOPPED;
		}
		if (is_cancelled(work)) {
			return RESULT_PRINT_CANCELLED;
		}
		if (clock_ticks_ms() >= until) {
			trouble = trouble == RESULT_OK ? queue->printer.trouble : trouble;
			return trouble == RESULT_OK ? RESULT_DEVICE_TIMEOUT : trouble;
		}
		poll(NULL, 0, LOOK_MS);
	}
}

/* Ends the job and waits until it is over. False when the server does not say so in time. */
static bool end_job(struct print_queue *queue, int job, struct print_job_state *out_state)
{
	int64_t until = clock_ticks_ms() + END_MS;
	enum result result;

	/* Refused when the job ended by itself just now, which is as good. */
	call(queue, new_request(queue, IPP_OP_CANCEL_JOB, job), "/jobs/", time_left(until), NULL);
	for (;;) {
		if (ask_job(queue, job, time_left(until), out_state) == RESULT_OK &&
			has_ended(out_state, &result)) {
			return true;
		}
		if (clock_ticks_ms() >= until) {
			log_error(
				"printer", "print queue %s: job %d does not end", queue->name, job);
			return false;
		}
		poll(NULL, 0, LOOK_MS);
	}
}

/* Does the work as far as it goes; *out_job stays 0 when the server made no job of it. */
static enum result run_job(struct print_queue *queue, const struct print_work *work, int *out_job)
{
	enum result result = ask_printer(queue, CALL_MS);

	if (result == RESULT_OK) {
		result = print_state_of_queue(&queue->printer);
	}
	if (result == RESULT_OK) {
		result = create_job(queue, work, out_job);
	}
	if (result == RESULT_OK) {
		result = send_document(queue, work, *out_job);
	}
	return result == RESULT_OK ? follow(queue, work, *out_job) : result;
}

void print_queue_print(struct print_queue *queue, const struct print_work *work,
	struct printer_outcome *out_outcome)
{
	struct print_job_state state = {.begun = true};
	int job = 0;
	bool perhaps = true; /* something may be on paper, now or later */
	queue->work = work;
	enum result result = run_job(queue, work, &job);
	queue->work = NULL; /* what follows is needed all the more when it is cancelled */
	if (job > 0 && result != RESULT_OK) {
		bool ended = end_job(queue, job, &state);
		/* It was done before it could be cancelled. */
		if (ended && state.state == IPP_JSTATE_COMPLETED) {
			result = RESULT_OK;
		}
		/* A job that does not end may have its turn whenever the server likes. */
		perhaps = state.begun || !ended;
		log_info("printer", "print queue %s: job %d: %s, %s", queue->name, job,
			result_key(result), perhaps ? "perhaps printed" : "never begun");
	}
	*out_outcome = (struct printer_outcome){
		.sent_any = job > 0 && perhaps,
		.confirmed = result == RESULT_OK && queue->printer.confirms,
		.reason = result,
	};
}
