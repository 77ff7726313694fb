#include "tests/support/model_match.h"

#include <inttypes.h>
#include <stdio.h>

bool model_match(
	const struct figures *own, const struct model_figures *want, char *out_what, size_t size)
{
	const struct {
		const char *name;
		int64_t have, want;
	} all[] = {
		{"issued", own->issued, want->issued},
		{"done", own->done, want->done},
		{"absent", own->absent, want->absent},
		{"cancelled", own->cancelled, want->cancelled},
		{"closed by the system", own->closed_by_system, want->closed_by_system},
		{"transferred", own->transferred, want->transferred},
		{"open", own->open, want->open},
		{"uncertain", own->uncertain, want->uncertain},
		{"counted", own->target.counted, want->target.counted},
		{"met", own->target.right, want->target.right},
		{"longest", own->target.longest_ms, want->target.longest_ms},
		{"literal counted", own->literal.counted, want->literal.counted},
		{"literal met", own->literal.right, want->literal.right},
		{"literal longest", own->literal.longest_ms, want->literal.longest_ms},
		{"unattended", own->unattended_ms, want->unattended_ms},
		{"waits", own->wait.count, want->wait.count},
		{"wait median", own->wait.median_ms, want->wait.median_ms},
		{"wait p90", own->wait.p90_ms, want->wait.p90_ms},
		{"wait max", own->wait.max_ms, want->wait.max_ms},
		{"services", own->service.count, want->service.count},
		{"service median", own->service.median_ms, want->service.median_ms},
		{"service p90", own->service.p90_ms, want->service.p90_ms},
		{"service max", own->service.max_ms, want->service.max_ms},
	};
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		if (all[i].have != all[i].want) {
			snprintf(out_what, size, "%s %" PRId64 ", the model says %" PRId64,
				all[i].name, all[i].have, all[i].want);
			return false;
		}
	}
	return true;
}
