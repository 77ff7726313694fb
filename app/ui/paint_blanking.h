#ifndef APP_UI_PAINT_BLANKING_H
#define APP_UI_PAINT_BLANKING_H

#include <stdbool.h>

/* Whether the system may blank the screens while `window`, one of SDL's, is there and nobody
 * touches it; at first it may not. When it may no more, a dark screen is lit. */
void paint_blanking_allow(void *window, bool allow);

#endif
