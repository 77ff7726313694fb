/*
 * Runs the entry function over every file of $GILIRAN_CORPUS: as it is, cut at every length up to a
 * limit, and with a few bytes changed, always in the same way.
 */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT_MAX = 64 * 1024, CUTS = 160, CHANGES = 200, CHANGED_BYTES = 4 };

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void run_changed(const uint8_t *data, size_t size, uint32_t *seed)
{
	static const uint8_t ugly[] = {
		0x00, 0xFF, 0x80, 0xC3, '"', '{', '}', '(', ';', '\n', '-', '9'};
	uint8_t *changed = malloc(size);
	fuzz_require(changed != NULL);
	memcpy(changed, data, size);
	for (int i = 0; i < CHANGED_BYTES; i++) {
		changed[next_random(seed) % size] = ugly[next_random(seed) % sizeof ugly];
	}
	LLVMFuzzerTestOneInput(changed, size);
	free(changed);
}

static int run_file(const char *folder, const char *name)
{
	char path[1024];
	uint32_t seed = 20261123;
	uint8_t *data = malloc(INPUT_MAX);
	fuzz_require(data != NULL);
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	fuzz_require(file != NULL);
	size_t size = fread(data, 1, INPUT_MAX, file);
	fclose(file);
	int runs = 1;
	LLVMFuzzerTestOneInput(data, size);
	size_t step = size / CUTS + 1;
	for (size_t cut = 0; cut < size; cut += step, runs++) {
		LLVMFuzzerTestOneInput(data, cut);
	}
	for (int i = 0; i < CHANGES && size > 0; i++, runs++) {
		run_changed(data, size, &seed);
	}
	free(data);
	return runs;
}

int main(void)
{
	const char *folder = getenv("GILIRAN_CORPUS");
	fuzz_require(folder != NULL);
	DIR *dir = opendir(folder);
	fuzz_require(dir != NULL);
	int files = 0;
	int runs = 0;
	for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		if (entry->d_name[0] != '.') {
			runs += run_file(folder, entry->d_name);
			files++;
		}
	}
	closedir(dir);
	printf("%d inputs from %d files\n", runs, files);
	fuzz_require(files > 0);
	return 0;
}
