#ifndef TESTS_DRIVERS_SCRATCH_H
#define TESTS_DRIVERS_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A folder of its own for each test, and the files in it. Wrong use ends the test program. */
struct scratch {
	char dir[128];
};
void scratch_init(struct scratch *scratch);
/* Removes the files in the folder, and the folder. */
void scratch_finish(struct scratch *scratch);

/* The path of `name` in the folder, in a buffer that the next call but three reuses. */
const char *scratch_path(const struct scratch *scratch, const char *name);

/* The folder `name` in the folder. */
void scratch_sub(const struct scratch *scratch, const char *name, struct scratch *out_sub);

bool scratch_has(const struct scratch *scratch, const char *name);
/* Files in the folder. */
size_t scratch_count(const struct scratch *scratch);
/* The whole file; release with free(). NULL when it is not there. */
uint8_t *scratch_read(const struct scratch *scratch, const char *name, size_t *out_size);
/* Makes or replaces a file at once (rename). */
void scratch_write(const struct scratch *scratch, const char *name, const char *text);

#endif
