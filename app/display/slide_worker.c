#include "app/display/slide_worker.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_SIZE = 256, BAD_FILES = 256, TRIES = 4096 };

/* A file that could not be shown: as long as it is the same, nothing more is said of it. */
struct bad_file {
	char name[NAME_SIZE];
	int64_t size, changed_s;
};

struct slide_worker {
	pthread_t thread;
	slide_deliver *deliver;
	void *context;
	char folder[PLACE_SIZE];
	uint32_t ground;

	/* shared */
	pthread_mutex_t mutex;
	pthread_cond_t wake;
	bool stopping;
	int width, height; /* of the picture that is asked for; 0 = none is */

	/* the thread's own */
	char last[NAME_SIZE]; /* shown last */
	struct bad_file bad[BAD_FILES];
	size_t bad_count; /* of all times: the oldest gives way */
	bool missing;     /* it was said that the folder cannot be read */
};

/* By the name's bytes. Files that begin with a dot are being copied, or are nobody's. */
static bool find_next(struct slide_worker *worker, const char *after, char out_name[NAME_SIZE])
{
	DIR *folder = opendir(worker->folder);
	const struct dirent *entry;
	out_name[0] = '\0';
	if (!folder) {
		if (!worker->missing) {
			log_warn("display", "the pictures in %s cannot be read: %s", worker->folder,
				strerror(errno));
		}
		worker->missing = true;
		return false;
	}
	worker->missing = false;
	while ((entry = readdir(folder)) != NULL) {
		const char *name = entry->d_name;
		if (name[0] != '.' && strcmp(name, after) > 0 &&
			(out_name[0] == '\0' || strcmp(name, out_name) < 0)) {
			text_copy(out_name, NAME_SIZE, name);
		}
	}
	closedir(folder);
	return out_name[0] != '\0';
}

static struct bad_file describe(const char *name, const char *path)
{
	struct bad_file file = {.size = -1};
	struct stat what;
	text_copy(file.name, sizeof file.name, name);
	if (stat(path, &what) == 0) {
		file.size = what.st_size;
		file.changed_s = what.st_mtime;
	}
	return file;
}

static bool is_bad(const struct slide_worker *worker, const struct bad_file *file)
{
	size_t count = worker->bad_count < BAD_FILES ? worker->bad_count : BAD_FILES;
	for (size_t i = 0; i < count; i++) {
		const struct bad_file *bad = &worker->bad[i];
		if (bad->size == file->size && bad->changed_s == file->changed_s &&
			strcmp(bad->name, file->name) == 0) {
			return true;
		}
	}
	return false;
}

static bool load(struct slide_worker *worker, const char *name, int width, int height,
	struct photo *out_photo)
{
	char path[PLACE_SIZE + NAME_SIZE];
	text_format(path, sizeof path, "%s/%s", worker->folder, name);
	struct bad_file file = describe(name, path);
	if (is_bad(worker, &file)) {
		return false;
	}
	enum photo_fault fault = photo_load(path, width, height, worker->ground, out_photo);
	if (fault != PHOTO_FINE) {
		log_warn("display", "the picture %s is skipped: it %s", path,
			photo_fault_phrase(fault));
		worker->bad[worker->bad_count++ % BAD_FILES] = file;
	}
	return fault == PHOTO_FINE;
}

/* The next picture that can be shown, once round the folder at most. */
static void make_next(struct slide_worker *worker, int width, int height)
{
	struct photo photo = {0};
	char name[NAME_SIZE], first[NAME_SIZE] = "";
	text_copy(name, sizeof name, worker->last);
	for (int tries = 0; tries < TRIES; tries++) {
		char next[NAME_SIZE];
		if (!find_next(worker, name, next) &&
			(name[0] == '\0' || !find_next(worker, "", next))) {
			break;
		}
		if (strcmp(next, first) == 0) {
			break;
		}
		if (first[0] == '\0') {
			text_copy(first, sizeof first, next);
		}
		text_copy(name, sizeof name, next);
		if (load(worker, name, width, height, &photo)) {
			text_copy(worker->last, sizeof worker->last, name);
			break;
		}
	}
	worker->deliver(worker->context, &photo);
}

static void *run(void *context)
{
	struct slide_worker *worker = context;
	for (;;) {
		pthread_mutex_lock(&worker->mutex);
		while (!worker->stopping && worker->width == 0) {
			pthread_cond_wait(&worker->wake, &worker->mutex);
		}
		bool stopping = worker->stopping;
		int width = worker->width, height = worker->height;
		worker->width = worker->height = 0;
		pthread_mutex_unlock(&worker->mutex);
		if (stopping) {
			return NULL;
		}
		make_next(worker, width, height);
	}
}

static void destroy(struct slide_worker *worker)
{
	pthread_cond_destroy(&worker->wake);
	pthread_mutex_destroy(&worker->mutex);
	free(worker);
}

struct slide_worker *slide_worker_start(
	const char *folder, uint32_t ground, slide_deliver *deliver, void *context)
{
	struct slide_worker *worker = memory_zeroed(1, sizeof *worker);
	text_copy(worker->folder, sizeof worker->folder, folder);
	worker->ground = ground;
	worker->deliver = deliver;
	worker->context = context;
	pthread_mutex_init(&worker->mutex, NULL);
	pthread_cond_init(&worker->wake, NULL);
	if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
		log_error("display", "no thread for the pictures: %s", strerror(errno));
		destroy(worker);
		return NULL;
	}
	return worker;
}

void slide_worker_ask(struct slide_worker *worker, int width, int height)
{
	pthread_mutex_lock(&worker->mutex);
	worker->width = width;
	worker->height = height;
	pthread_cond_signal(&worker->wake);
	pthread_mutex_unlock(&worker->mutex);
}

void slide_worker_stop(struct slide_worker *worker)
{
	if (!worker) {
		return;
	}
	pthread_mutex_lock(&worker->mutex);
	worker->stopping = true;
	pthread_cond_signal(&worker->wake);
	pthread_mutex_unlock(&worker->mutex);
	pthread_join(worker->thread, NULL);
	destroy(worker);
}
