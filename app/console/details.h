#ifndef APP_CONSOLE_DETAILS_H
#define APP_CONSOLE_DETAILS_H

#include "app/desk/view.h"
#include "app/ui/ui.h"

/* What a visitor wrote in the guest book, in two columns below y 104 of the visitor's panel. */
enum { DETAILS_Y = 104 };

/* All of it: for the visitor at the counter. */
void details_all(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, int x, int width);

/* What matters before a call, below a heading; `guest` NULL = no guest book, only the service. */
void details_brief(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, const char *service, int x, int width);

#endif
