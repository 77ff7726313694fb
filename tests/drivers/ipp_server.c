#include "tests/drivers/ipp_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { JOB = 7, OPEN_MAX = 64 };

static void require(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "ipp_server: %s\n", what);
		abort();
	}
}

static void copy_string(char *out_text, size_t size, ipp_t *request, const char *name)
{
	ipp_attribute_t *attribute = ippFindAttribute(request, name, IPP_TAG_ZERO);
	const char *text = attribute ? ippGetString(attribute, 0, NULL) : NULL;

	snprintf(out_text, size, "%s", text ? text : "");
}

static void tell_queue(const struct ipp_server *server, ipp_t *answer)
{
	const struct server_script *script = &server->script;
	ipp_pstate_t state =
		server->record.jobs && script->queue_on_job ? script->queue_on_job : script->queue;

	ippAddInteger(answer, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", (int)state);
	ippAddBoolean(answer, IPP_TAG_PRINTER, "printer-is-accepting-jobs", 1);
	ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons", NULL,
		script->reasons ? script->reasons : "none");
	ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_TEXT, "printer-make-and-model", NULL,
		script->model ? script->model : "Everywhere");
	ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_URI, "device-uri", NULL,
		script->device ? script->device : "ipp://printer.local/ipp/print");
	ippAddStrings(answer, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "media-supported", 2, NULL,
		(const char *const[]){"custom_min_1x1mm", "custom_max_80x1000mm"});
}

static void tell_job(struct ipp_server *server, ipp_t *answer)
{
	struct server_script *script = &server->script;
	ipp_jstate_t state = script->begun ? IPP_JSTATE_PROCESSING : IPP_JSTATE_PENDING;

	if (server->record.cancels) {
		state = script->ends_well ? IPP_JSTATE_COMPLETED : IPP_JSTATE_CANCELED;
	} else if (script->job && script->looks-- <= 0) {
		state = script->job;
	}
	ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", (int)state);
	if (script->begun) {
		ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_INTEGER, "time-at-processing", 5);
	} else {
		ippAddOutOfBand(answer, IPP_TAG_JOB, IPP_TAG_NOVALUE, "time-at-processing");
	}
}

/* All there are: its queue, two that no program can name, and another. */
static void list_queues(ipp_t *answer)
{
	static const char *const names[] = {"kasir", "no name", "\xff", "lantai-2"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (i > 0) {
			ippAddSeparator(answer);
		}
		ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_NAME, "printer-name", NULL, names[i]);
	}
}

/* What the request asks for, done and answered. */
static ipp_t *answer_request(struct ipp_server *server, ipp_t *request)
{
	struct server_record *record = &server->record;
	ipp_t *answer = ippNewResponse(request);
	ipp_status_t refused = IPP_STATUS_OK;

	switch (ippGetOperation(request)) {
	case IPP_OP_GET_PRINTER_ATTRIBUTES:
		refused = server->script.refuses_look;
		tell_queue(server, answer);
		break;
	case IPP_OP_CUPS_GET_PRINTERS:
		refused = server->script.refuses_look;
		list_queues(answer);
		break;
	case IPP_OP_CREATE_JOB:
		refused = server->script.refuses_create;
		record->jobs += refused == IPP_STATUS_OK;
		record->copies =
			ippGetInteger(ippFindAttribute(request, "copies", IPP_TAG_INTEGER), 0);
		copy_string(record->media, sizeof(record->media), request, "media");
		copy_string(record->name, sizeof(record->name), request, "job-name");
		ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", JOB);
		break;
	case IPP_OP_SEND_DOCUMENT:
		refused = server->script.refuses_document;
		record->documents++;
		atomic_store(&server->has_document, true);
		copy_string(record->format, sizeof(record->format), request, "document-format");
		break;
	case IPP_OP_GET_JOB_ATTRIBUTES: tell_job(server, answer); break;
	case IPP_OP_CANCEL_JOB:
		refused = server->script.refuses_cancel;
		record->cancels += refused == IPP_STATUS_OK;
		break;
	default: require(false, "an operation nobody needs");
	}
	if (refused != IPP_STATUS_OK) {
		ippSetStatusCode(answer, refused);
	}
	return answer;
}

static void serve_request(struct ipp_server *server, http_t *http)
{
	struct server_record *record = &server->record;
	ipp_t *request = ippNew();
	ssize_t count;

	while (ippRead(http, request) != IPP_STATE_DATA) {
	}
	record->size = ippGetOperation(request) == IPP_OP_SEND_DOCUMENT ? 0 : record->size;
	while ((count = httpRead2(http, (char *)record->document + record->size,
			sizeof(record->document) - record->size)) > 0) {
		record->size += (size_t)count;
	}
	ipp_t *answer = answer_request(server, request);
	if (server->script.hangs && atomic_load(&server->has_document)) {
		server->script.manner = SERVER_MUTE;
		server->held = http;
		ippDelete(answer);
		ippDelete(request);
		return;
	}
	httpClearFields(http);
	httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
	httpSetLength(http, ippLength(answer));
	httpWriteResponse(http, HTTP_STATUS_OK);
	while (ippWrite(http, answer) != IPP_STATE_DATA) {
	}
	httpFlushWrite(http);
	ippDelete(answer);
	ippDelete(request);
}

static void serve(struct ipp_server *server, http_t *http)
{
	char path[256];
	http_status_t status;

	if (httpReadRequest(http, path, sizeof(path)) != HTTP_STATE_POST) {
		return;
	}
	while ((status = httpUpdate(http)) == HTTP_STATUS_CONTINUE) {
	}
	require(status == HTTP_STATUS_OK, "a request that is none");
	if (httpGetExpect(http) == HTTP_STATUS_CONTINUE) {
		httpWriteResponse(http, HTTP_STATUS_CONTINUE);
	}
	serve_request(server, http);
}

/* A byte for each connection every 300 ms; true when the server is to stop. */
static bool keep_company(struct ipp_server *server, const int *open, size_t count)
{
	struct pollfd wake = {.fd = server->wake[0], .events = POLLIN};

	if (server->script.manner == SERVER_TRICKLES) {
		for (size_t i = 0; i < count; i++) {
			(void)!send(open[i], "H", 1, MSG_NOSIGNAL);
		}
	}
	return poll(&wake, 1, 300) > 0;
}

static void *run(void *context)
{
	struct ipp_server *server = context;
	int open[OPEN_MAX];
	size_t count = 0;

	for (;;) {
		struct pollfd fds[2] = {{.fd = server->listener, .events = POLLIN},
			{.fd = server->wake[0], .events = POLLIN}};
		poll(fds, 2, server->script.manner == SERVER_ANSWERS ? -1 : 0);
		if (fds[1].revents) {
			break;
		}
		if (fds[0].revents && server->script.manner == SERVER_ANSWERS) {
			http_t *http = httpAcceptConnection(server->listener, 1);
			require(http != NULL, "no connection");
			serve(server, http);
			if (http != server->held) {
				httpClose(http);
			}
		} else if (fds[0].revents) {
			int taken = accept(server->listener, NULL, NULL);
			if (server->script.manner == SERVER_HANGS_UP || count == OPEN_MAX) {
				close(taken);
			} else {
				open[count++] = taken;
			}
		}
		if (server->script.manner != SERVER_ANSWERS && keep_company(server, open, count)) {
			break;
		}
	}
	while (count > 0) {
		close(open[--count]);
	}
	httpClose(server->held);
	return NULL;
}

void ipp_server_start(struct ipp_server *server, const struct server_script *script)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	socklen_t size = sizeof(address);
	char where[32];

	*server = (struct ipp_server){.script = *script};
	if (!server->script.queue) {
		server->script.queue = IPP_PSTATE_IDLE;
	}
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	server->listener = socket(AF_INET, SOCK_STREAM, 0);
	require(bind(server->listener, (struct sockaddr *)&address, size) == 0 &&
			listen(server->listener, 8) == 0 &&
			getsockname(server->listener, (struct sockaddr *)&address, &size) == 0 &&
			pipe(server->wake) == 0,
		"no socket");
	snprintf(where, sizeof(where), "127.0.0.1:%d", ntohs(address.sin_port));
	cupsSetServer(where);
	require(pthread_create(&server->thread, NULL, run, server) == 0, "no thread");
}

void ipp_server_stop(struct ipp_server *server)
{
	require(write(server->wake[1], "!", 1) == 1, "no wake");
	pthread_join(server->thread, NULL);
	close(server->listener);
	close(server->wake[0]);
	close(server->wake[1]);
}
