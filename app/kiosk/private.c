#include "app/kiosk/private.h"

#include <string.h>

bool private_holds(const struct visit *visit, const char *text)
{
	const char *const own[] = {visit->ways.initials, visit->ways.contact, visit->ways.name,
		visit->ticket.number, visit->rate.typed, visit->rate.rating.number,
		visit->complaint.receipt, visit->complaint.typed.contact, visit->code,
		visit->asked};
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (own[i][0] != '\0' && strstr(text, own[i]) != NULL) {
			return true;
		}
	}
	return false;
}
