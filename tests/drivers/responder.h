#ifndef TESTS_DRIVERS_RESPONDER_H
#define TESTS_DRIVERS_RESPONDER_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * A board that speaks the open frame, on the other end of a pseudo terminal: a thread that obeys
 * assets/board/README.md and misbehaves as it is told.
 */
enum { RESPONDER_SHOWN = 64 };

struct responder_manners {
	int drop;    /* so many answers are not given */
	int garble;  /* so many have one bit wrong */
	int refuse;  /* so many frames are answered N */
	int late_ms; /* each answer comes so late */
	bool deaf;   /* nothing is answered, ever */
};

struct responder {
	int fd; /* the board's end */
	char path[128];
	pthread_t thread;
	int wake[2];

	pthread_mutex_t lock; /* guards what follows */
	struct responder_manners manners;
	char shown[RESPONDER_SHOWN][80]; /* kind and payload: "CA012,03" */
	int count;
	int frames;  /* whole ones that came, hellos too */
	int repeats; /* with the number of the one before */
	/* The thread's own. */
	char line[128];
	size_t length;
	int last; /* sequence number; -1 = none */
};

/* A pseudo terminal without anybody at its end, which is returned; the path is the port's. */
int responder_open_end(char *out_path, size_t size);

void responder_start(struct responder *board);
void responder_stop(struct responder *board);

void responder_behave(struct responder *board, struct responder_manners manners);
/* Waits up to 20 s until `text` is the last thing shown. */
bool responder_shows(struct responder *board, const char *text);
/* Waits up to 20 s until so many frames have come. */
bool responder_hears(struct responder *board, int frames);
int responder_count(struct responder *board);
int responder_repeats(struct responder *board);

#endif
