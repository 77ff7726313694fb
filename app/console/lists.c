#include "app/console/lists.h"

#include "app/base/memory.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/console/errand.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEP = 2, ENTRIES = 500 /* of a folder; a stick may be full of photos */ };

struct lists_finder {
	const char *folder;
	lists_deliver *deliver;
	void *context;
	char path[LISTS_PATH_SIZE]; /* of the one file that is read */
	struct errand errand;
};

struct lists_finder *lists_create(const char *folder, lists_deliver *deliver, void *context)
{
	struct lists_finder *finder = memory_zeroed(1, sizeof(*finder));
	finder->folder = folder;
	finder->deliver = deliver;
	finder->context = context;
	return finder;
}

static bool is_list(const char *name)
{
	size_t length = strlen(name);
	const char *ending = length > 4 ? name + length - 4 : "";
	return (strcmp(ending, ".csv") == 0 || strcmp(ending, ".CSV") == 0) &&
	       strncmp(name, "laporan-", 8) != 0 && name[0] != '.' &&
	       text_check(name, length, LISTS_NAME_SIZE / 2) == RESULT_OK;
}

static void read_file(const char *path, const char *folder, const char *name, struct lists *lists)
{
	if (lists->count == LISTS_FOUND) {
		return;
	}
	struct lists_file *file = &lists->files[lists->count++];
	const char *slash = strrchr(folder, '/');
	text_format(file->name, sizeof(file->name), "%s · %s", name,
		slash != NULL ? slash + 1 : folder);
	file->result = holiday_file_read(path, &file->list, file->where, sizeof(file->where));
}

static void look_in(const char *folder, int deep, struct lists *lists)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	for (int i = 0; dir != NULL && i < ENTRIES && (entry = readdir(dir)) != NULL; i++) {
		char path[PLACE_SIZE];
		struct stat status;
		if (entry->d_name[0] == '.' ||
			!text_format(path, sizeof(path), "%s/%s", folder, entry->d_name) ||
			stat(path, &status) != 0) {
			continue;
		}
		if (S_ISREG(status.st_mode) && is_list(entry->d_name)) {
			read_file(path, folder, entry->d_name, lists);
		} else if (S_ISDIR(status.st_mode) && deep > 0) {
			look_in(path, deep - 1, lists);
		}
	}
	if (dir != NULL) {
		closedir(dir);
	}
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct lists_file *)a)->name, ((const struct lists_file *)b)->name);
}

void lists_find(const char *folder, const char *const *mounts, int count, struct lists *out_lists)
{
	out_lists->count = 0;
	look_in(folder, 0, out_lists);
	for (int i = 0; i < count; i++) {
		look_in(mounts[i], DEEP, out_lists);
	}
	qsort(out_lists->files, (size_t)out_lists->count, sizeof(out_lists->files[0]), by_name);
}

/* A pipe or a device could keep the thread for good. */
void lists_take(const char *path, struct lists *out_lists)
{
	char folder[LISTS_PATH_SIZE];
	struct stat status;
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	*out_lists = (struct lists){.typed = true};
	text_format(folder, sizeof(folder), "%.*s", (int)(name - path), path);
	if (name - path > 1) {
		folder[name - path - 1] = '\0'; /* without the last stroke, but for the root's */
	}
	if (stat(path, &status) == 0 && S_ISREG(status.st_mode)) {
		read_file(path, folder, name, out_lists);
		return;
	}
	struct lists_file *lost = &out_lists->files[out_lists->count++];
	text_copy(lost->name, sizeof(lost->name), name);
	lost->result = RESULT_LIST_LOST;
}

static void *read_one(void *context)
{
	struct lists_finder *finder = context;
	struct lists *lists = memory_zeroed(1, sizeof(*lists));
	lists_take(finder->path, lists);
	errand_done(&finder->errand);
	finder->deliver(finder->context, lists);
	return NULL;
}

bool lists_read(struct lists_finder *finder, const char *path)
{
	if (errand_is_busy(&finder->errand)) {
		return false;
	}
	text_copy(finder->path, sizeof(finder->path), path);
	return errand_begin(&finder->errand, read_one, finder, "read a list of holidays");
}

static void *run(void *context)
{
	static const char *const mounts[] = {"/media", "/run/media"};
	struct lists_finder *finder = context;
	struct lists *lists = memory_zeroed(1, sizeof(*lists));
	lists_find(finder->folder, mounts, 2, lists);
	errand_done(&finder->errand);
	finder->deliver(finder->context, lists);
	return NULL;
}

void lists_look(struct lists_finder *finder)
{
	if (!errand_is_busy(&finder->errand)) {
		errand_begin(&finder->errand, run, finder, "look for lists of holidays");
	}
}

void lists_destroy(struct lists_finder *finder)
{
	if (finder != NULL) {
		errand_finish(&finder->errand);
		free(finder);
	}
}
