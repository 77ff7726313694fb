#ifndef TESTS_UNIT_TEMPORARY_H
#define TESTS_UNIT_TEMPORARY_H

#include <stddef.h>

enum { TEMPORARY_SIZE = 256 };

/* Makes an empty folder of its own for a test; its path is in `out_path`. */
void temporary_create(char out_path[TEMPORARY_SIZE]);

/* Writes `size` bytes to FOLDER/NAME; the file's path is in `out_path`. */
void temporary_write(const char *folder, const char *name, const void *data, size_t size,
	char out_path[TEMPORARY_SIZE]);

/* Removes the folder with its files and folders. */
void temporary_remove(const char *folder);

#endif
