#include "tests/unit/temporary.h"
#include "tests/unit/check.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void temporary_create(char out_path[TEMPORARY_SIZE])
{
	const char *folder = getenv("TMPDIR");
	snprintf(out_path, TEMPORARY_SIZE, "%s/giliran-test-XXXXXX",
		folder != NULL ? folder : "/tmp");
	assert_non_null(mkdtemp(out_path));
}

void temporary_write(const char *folder, const char *name, const void *data, size_t size,
	char out_path[TEMPORARY_SIZE])
{
	snprintf(out_path, TEMPORARY_SIZE, "%s/%s", folder, name);
	FILE *file = fopen(out_path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

void temporary_remove(const char *folder)
{
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
		char path[TEMPORARY_SIZE * 2];
		struct stat info;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
			continue;
		}
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		assert_int_equal(lstat(path, &info), 0);
		if (S_ISDIR(info.st_mode)) {
			temporary_remove(path);
		} else {
			assert_int_equal(unlink(path), 0);
		}
	}
	closedir(dir);
	assert_int_equal(rmdir(folder), 0);
}
