#ifndef APP_KIOSK_ASIDE_H
#define APP_KIOSK_ASIDE_H

#include "app/kiosk/journey.h"

/* The way to what is published and back, beside the way to a number. */

/* From the welcome screen or the services to the list of all that is published. */
void aside_open(struct journey *journey, const struct lobby *lobby);

/* To the standard of `service`, its place in the office, or to the pledge (STANDARD_OFFICE). */
void aside_read(struct journey *journey, const struct lobby *lobby, int service);

/* To another page of what is read. */
void aside_leaf(struct journey *journey, const struct lobby *lobby, int page);

/* Back to the page of the list where its card is. */
void aside_back(struct journey *journey, const struct lobby *lobby);

/* Back to where the list was opened. Who came from the welcome screen entered nothing, and keeps
 * the language chosen there. */
void aside_close(struct journey *journey, const struct lobby *lobby);

#endif
