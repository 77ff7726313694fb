#include "tests/drivers/scratch.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void scratch_init(struct scratch *scratch)
{
	snprintf(scratch->dir, sizeof(scratch->dir), "/tmp/giliran-test-XXXXXX");
	if (!mkdtemp(scratch->dir)) {
		perror(scratch->dir);
		abort();
	}
}

const char *scratch_path(const struct scratch *scratch, const char *name)
{
	static char paths[4][512];
	static size_t next;
	char *path = paths[next++ % 4];

	snprintf(path, sizeof(paths[0]), "%s/%s", scratch->dir, name);
	return path;
}

void scratch_sub(const struct scratch *scratch, const char *name, struct scratch *out_sub)
{
	const char *path = scratch_path(scratch, name);
	size_t length = strlen(path);

	if (length >= sizeof(out_sub->dir)) {
		abort();
	}
	memcpy(out_sub->dir, path, length + 1);
}

/* Calls `visit` for each file; returns their number. */
static size_t each_file(const struct scratch *scratch, void (*visit)(const char *path))
{
	DIR *dir = opendir(scratch->dir);
	size_t count = 0;

	if (!dir) {
		return 0;
	}
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
			count++;
			if (visit) {
				visit(scratch_path(scratch, entry->d_name));
			}
		}
	}
	closedir(dir);
	return count;
}

static void remove_file(const char *path)
{
	unlink(path);
}

void scratch_finish(struct scratch *scratch)
{
	each_file(scratch, remove_file);
	rmdir(scratch->dir);
}

bool scratch_has(const struct scratch *scratch, const char *name)
{
	return access(scratch_path(scratch, name), F_OK) == 0;
}

size_t scratch_count(const struct scratch *scratch)
{
	return each_file(scratch, NULL);
}

uint8_t *scratch_read(const struct scratch *scratch, const char *name, size_t *out_size)
{
	FILE *file = fopen(scratch_path(scratch, name), "rb");
	enum { ROOM = 1 << 20 };
	uint8_t *data;

	if (!file) {
		return NULL;
	}
	data = malloc(ROOM);
	*out_size = data ? fread(data, 1, ROOM, file) : 0;
	fclose(file);
	return data;
}

void scratch_write(const struct scratch *scratch, const char *name, const char *text)
{
	const char *path = scratch_path(scratch, name);
	const char *fresh = scratch_path(scratch, ".fresh");
	FILE *file = fopen(fresh, "w");

	if (!file || fputs(text, file) < 0 || fclose(file) != 0 || rename(fresh, path) != 0) {
		perror(path);
		abort();
	}
}
