#include "app/base/memory.h"
#include "app/base/log.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static void *need(void *memory)
{
	if (memory == NULL) {
		log_error("memory", "out of memory");
		abort();
	}
	return memory;
}

void *memory_zeroed(size_t count, size_t size)
{
	return need(calloc(count > 0 ? count : 1, size > 0 ? size : 1));
}

void *memory_resized(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size) {
		return need(NULL);
	}
	size_t bytes = count * size;
	return need(realloc(old, bytes > 0 ? bytes : 1));
}

char *memory_string(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = memory_zeroed(size, 1);
	memcpy(copy, text, size);
	return copy;
}

void memory_wipe(void *data, size_t size)
{
	memset(data, 0, size);
	__asm__ volatile("" : : "r"(data) : "memory"); /* somebody may look: it must be done */
}

__attribute__((noinline)) void memory_wipe_stack(void)
{
	unsigned char bytes[32 * 1024];
	memory_wipe(bytes, sizeof(bytes));
}

void memory_forbid_dumps(void)
{
	static const struct rlimit none = {0, 0};
	/* The kernel asks the limit before it writes a file, but not before it feeds a program. */
	if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0L) != 0) {
		log_warn("memory", "core dumps are still allowed");
	}
}
