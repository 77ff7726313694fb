#ifndef TESTS_DRIVERS_IPP_SERVER_H
#define TESTS_DRIVERS_IPP_SERVER_H

#include <cups/cups.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

/* A print server with one queue, "kasir", that says what a test wants; a thread of its own. */

enum server_manner {
	SERVER_ANSWERS,
	SERVER_MUTE,     /* takes connections and says nothing */
	SERVER_TRICKLES, /* a byte now and then, for ever */
	SERVER_HANGS_UP,
};

struct server_script {
	enum server_manner manner;
	ipp_status_t refuses_create, refuses_document, refuses_look,
		refuses_cancel; /* 0 = does not */
	ipp_pstate_t queue;
	const char *reasons; /* one */
	const char *model;
	const char *device; /* the queue's device-uri; NULL = a printer that speaks IPP */
	int looks;        /* so many at the job before it is what `job` says; till then it works */
	ipp_jstate_t job; /* 0 = it works for ever */
	bool begun;       /* it says that the job was taken up */
	bool ends_well;   /* a cancel finds the job done */
	bool hangs;       /* from the document on nothing is answered any more */
	ipp_pstate_t queue_on_job; /* what becomes of the queue once there is a job; 0 = nothing */
};

/* What came to pass. Read after ipp_server_stop. */
struct server_record {
	int jobs, documents, cancels;
	int copies;
	char format[64], media[64], name[64];
	unsigned char document[4096];
	size_t size;
};

struct ipp_server {
	pthread_t thread;
	int listener, wake[2];
	atomic_bool has_document; /* may be read at any time */
	http_t *held;             /* of the document that is not answered; NULL = none */
	struct server_script script;
	struct server_record record;
};

/* Listens, and makes it the server of libcups in this thread. */
void ipp_server_start(struct ipp_server *server, const struct server_script *script);
void ipp_server_stop(struct ipp_server *server);

#endif
