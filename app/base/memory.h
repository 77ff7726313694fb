#ifndef APP_BASE_MEMORY_H
#define APP_BASE_MEMORY_H

#include <stddef.h>

/*
 * Small objects: when memory is gone the program logs one line and aborts, and the session starts
 * it again. All three return memory to be released with free().
 */
void *memory_zeroed(size_t count, size_t size);
void *memory_resized(void *old, size_t count, size_t size);
char *memory_string(const char *text);

/* Overwrites `size` bytes at `data` so that the compiler cannot leave it out (personal data). */
void memory_wipe(void *data, size_t size);

/* Overwrites what functions that have returned left on this thread's stack, 32 KiB deep. */
void memory_wipe_stack(void);

/*
 * Nothing of this process goes into a core dump, to a file or to whatever program the system names
 * (core(5)), and only root may look into its memory: for programs that hold what visitors and staff
 * type.
 */
void memory_forbid_dumps(void);

#endif
