#ifndef APP_CONSOLE_LISTS_H
#define APP_CONSOLE_LISTS_H

#include "app/desk/holiday_file.h"

/*
 * Lists of holidays that are to be had: CSV files in the folder of the reports and on sticks, below
 * /media and /run/media, where Debian's desktops mount them. They are looked for and read on a
 * thread of its own, since a stick may take its time.
 */
enum { LISTS_FOUND = 12, LISTS_NAME_SIZE = 128, LISTS_PATH_SIZE = 256 };

struct lists_file {
	char name[LISTS_NAME_SIZE]; /* of the file, and of the stick or folder it is in */
	enum result result;         /* of holiday_file_read, with the line */
	char where[OFFICE_TEXT_SIZE];
	struct holiday_list list;
};

struct lists {
	struct lists_file files[LISTS_FOUND]; /* by their names */
	int count;
	bool typed; /* of the one file whose path was typed */
};

/* On the thread, once a look: must hand `lists` over and return; released with free(). */
typedef void lists_deliver(void *context, struct lists *lists);

struct lists_finder;

/* `folder` is borrowed until lists_destroy. */
struct lists_finder *lists_create(const char *folder, lists_deliver *deliver, void *context);

/* Begins to look; nothing happens while it looks already. */
void lists_look(struct lists_finder *finder);

/* Begins to read the one file at `path`; false while it is at something else: ask again then. */
bool lists_read(struct lists_finder *finder, const char *path);

/* Waits for what is being read. NULL is fine. */
void lists_destroy(struct lists_finder *finder);

/* The look itself, in `folder` and below the `count` folders of `mounts`, two deep. Reports that
 * were saved there (laporan-…) and files beyond LISTS_FOUND are passed over. */
void lists_find(const char *folder, const char *const *mounts, int count, struct lists *out_lists);

/* The reading of one file itself: LIST_LOST for what is no plain file. */
void lists_take(const char *path, struct lists *out_lists);

#endif
