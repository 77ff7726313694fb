#include "app/slip/sample.h"

#include "app/base/text.h"
#include "app/queue/numbering.h"

struct desk_slip slip_sample(const struct office *office, int64_t now_ms, bool test)
{
	enum { MINUTE_MS = 60000 };
	struct desk_slip slip = {.ahead = 2, .test = test};
	slip.ticket.issued_ms = now_ms;
	slip.ticket.target_s = office->services[0].target_s;
	slip.low_ms = now_ms + 5 * MINUTE_MS;
	slip.high_ms = now_ms + 12 * MINUTE_MS;
	numbering_format(office->services[0].prefix, test ? 0 : 7, slip.ticket.number);
	text_copy(slip.code, sizeof(slip.code), "K7M2QX");
	return slip;
}
