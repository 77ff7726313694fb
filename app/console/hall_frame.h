#ifndef APP_CONSOLE_HALL_FRAME_H
#define APP_CONSOLE_HALL_FRAME_H

#include "app/console/screen.h"

/* Inside the large panel: its pages, and what they share. */
enum { HALL_PAD = 28, HALL_ROW = 28 };

/* A heading with what stands below it; returns the y below. */
int hall_heading(struct ui *ui, struct rect line, const char *words);

/* "Datang        10.22": a label and its value at the right of `line`. */
void hall_value(struct ui *ui, struct rect line, const char *label, const char *value);

/* The pages; `body` is what they may fill. */
void hall_visitor(struct ui *ui, const struct shift *shift, struct rect body, int64_t now);

#endif
