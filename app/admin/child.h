#ifndef APP_ADMIN_CHILD_H
#define APP_ADMIN_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A program run by the demo. It ends with SIGTERM when its parent dies, however that happens. */
struct child {
	pid_t pid;    /* 0 = not running */
	int to, from; /* its standard input and output when piped; else -1 */
	const char *name;
};

enum { CHILD_ARGUMENTS = 32, CHILD_PATIENCE_MS = 30000 };

/*
 * Starts the program `name` that lies beside this one. `arguments` ends with NULL and does not
 * hold the program's name. What it writes to stderr is appended to the file `log`, unless NULL.
 * False when it cannot be started.
 */
bool child_start(struct child *child, const char *name, const char *const *arguments, bool piped,
	const char *log);

/* The next line it writes; false when it is silent for CHILD_PATIENCE_MS or has ended. */
bool child_hear(struct child *child, char *out_line, size_t size);

/*
 * Writes a line of app/ui/script.h and reads the answer; true when it is "ok", whose rest is then
 * in `out_answer`, else why not.
 */
bool child_say(struct child *child, const char *line, char *out_answer, size_t size);

/* Tells it to end and waits until it has. */
void child_end(struct child *child);

/* Takes what ended: true when it was this child, which then counts as not running. */
bool child_take_end(struct child *child, pid_t ended);

#endif
