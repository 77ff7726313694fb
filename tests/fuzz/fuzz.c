#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *fuzz_string(const uint8_t *data, size_t size)
{
	char *text = calloc(size + 1, 1);
	fuzz_require(text != NULL);
	if (size > 0) {
		memcpy(text, data, size);
	}
	return text;
}

void fuzz_write_file(
	const char *name, const uint8_t *data, size_t size, char *out_path, size_t path_size)
{
	const char *temporary = getenv("TMPDIR");
	char folder[256];
	snprintf(folder, sizeof folder, "%s/giliran-fuzz-%ld",
		temporary != NULL ? temporary : "/tmp", (long)getpid());
	mkdir(folder, 0700);
	snprintf(out_path, path_size, "%s/%s", folder, name);
	FILE *file = fopen(out_path, "wb");
	fuzz_require(file != NULL);
	fuzz_require(fwrite(data, 1, size, file) == size);
	fuzz_require(fclose(file) == 0);
}

void fuzz_remove_file(const char *path)
{
	char folder[512];
	snprintf(folder, sizeof folder, "%s", path);
	*strrchr(folder, '/') = '\0';
	fuzz_require(unlink(path) == 0);
	fuzz_require(rmdir(folder) == 0);
}

void fuzz_check(int holds, const char *condition, const char *file, int line)
{
	if (!holds) {
		fprintf(stderr, "%s:%d: %s does not hold\n", file, line, condition);
		abort();
	}
}
