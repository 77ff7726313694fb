#ifndef APP_DISPLAY_SPARE_H
#define APP_DISPLAY_SPARE_H

#include "app/display/screen.h"

/* What spares the screen of a waiting room that is lit all day. Pure: by the model's moment. */

enum { SPARE_STEP_MS = 3 * 60 * 1000, SPARE_STEPS = 12 };

/* Whether it may be dark now: closed, and it does not open within the next half hour. */
bool spare_is_night(const struct display_model *model);

/* Sets where the picture stands: it wanders round a small circle, a step every three minutes, so
 * that nothing stays on the same pixels all day, and nobody sees it move. */
void spare_drift(struct display_model *model);

#endif
