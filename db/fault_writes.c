#include "db/fault_writes.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

struct fault_write {
	struct fault_write *earlier;
	const char *path;
	sqlite3_file *real;
	sqlite3_int64 offset;
	sqlite3_int64 size; /* of the file before */
	int amount;
	unsigned char before[];
};

int fault_writes_keep(struct fault_plan *plan, const char *path, sqlite3_file *real,
	sqlite3_int64 offset, sqlite3_int64 amount)
{
	sqlite3_int64 size;
	int code = real->pMethods->xFileSize(real, &size);
	if (code != SQLITE_OK) {
		return code;
	}
	sqlite3_int64 there = size - offset < amount ? size - offset : amount;
	there = there < 0 ? 0 : there;
	struct fault_write *write = memory_zeroed(1, sizeof *write + (size_t)there);
	*write = (struct fault_write){
		.earlier = plan->unsynced,
		.path = path,
		.real = real,
		.offset = offset,
		.size = size,
		.amount = (int)there,
	};
	if (there > 0) {
		code = real->pMethods->xRead(real, write->before, write->amount, offset);
	}
	if (code != SQLITE_OK) {
		free(write);
		return code;
	}
	plan->unsynced = write;
	return SQLITE_OK;
}

static void drop(struct fault_plan *plan, const char *path, const sqlite3_file *real)
{
	struct fault_write **link = &plan->unsynced;
	while (*link != NULL) {
		struct fault_write *write = *link;
		if (write->real == real || (path != NULL && strcmp(write->path, path) == 0)) {
			*link = write->earlier;
			free(write);
		} else {
			link = &write->earlier;
		}
	}
}

void fault_writes_sync(struct fault_plan *plan, const char *path)
{
	drop(plan, path, NULL);
}

void fault_writes_forget(struct fault_plan *plan, const sqlite3_file *real)
{
	drop(plan, NULL, real);
}

static void undo(const struct fault_write *write)
{
	sqlite3_file *real = write->real;
	sqlite3_int64 size;
	if (real->pMethods->xFileSize(real, &size) == SQLITE_OK && size > write->size) {
		(void)real->pMethods->xTruncate(real, write->size);
	}
	if (write->amount > 0) {
		(void)real->pMethods->xWrite(real, write->before, write->amount, write->offset);
	}
}

void fault_writes_undo(struct fault_plan *plan)
{
	while (plan->unsynced != NULL) {
		struct fault_write *write = plan->unsynced;
		undo(write);
		plan->unsynced = write->earlier;
		free(write);
	}
}
