#include "app/base/memory.h"
#include "app/desk/act.h"
#include "db/office_rows.h"

#include <stdlib.h>

bool office_follow(struct desk *desk)
{
	int64_t revision = office_rows_revision(desk->store);
	if (revision == desk->revision) {
		return true;
	}
	/* Into another place first: rows that are wrong leave the office as it was. */
	struct office *office = memory_zeroed(1, sizeof *office);
	bool right = office_rows_read(desk->store, office);
	if (right) {
		desk->office = *office;
		desk->revision = revision;
	}
	free(office);
	return right;
}
