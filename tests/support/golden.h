#ifndef TESTS_SUPPORT_GOLDEN_H
#define TESTS_SUPPORT_GOLDEN_H

#include "app/ui/paint.h"
#include "app/ui/ui.h"

/*
 * Golden tests of screens: what a frame draws, as text (small, to be read in a diff) and for some
 * as a picture, is compared with tests/golden/. GILIRAN_ACCEPT=1 writes the goldens anew; look at
 * the difference before committing. Where the font files are not Debian 12's, widths and pixels
 * differ: the program then says so and ends with 77, which ctest shows as skipped.
 */

/* A ui with the painter's metrics, the built texts of `language` ("id", "en") and a screen of
 * `width` × `height` pixels; motion is off, ticks stand at 1,000,000. Finish it after use. */
void golden_start(struct ui *ui, const char *language, int width, int height);
void golden_finish(struct ui *ui);

/* Compares `list` with tests/golden/<name>.txt; the cmocka test fails when they differ, and names
 * the file with what was drawn. */
void golden_text(const char *name, const struct draw_list *list);

/* The same of words, such as what a screen says. */
void golden_words(const char *name, const char *words);

/* Paints `list` on `width` × `height` pixels and compares with tests/golden/<name>.png, exactly; on
 * failure the picture and one of the difference are written and named. */
void golden_picture(const char *name, const struct draw_list *list, int width, int height);

/* A picture to look at, not to compare: FOLDER/<name>.png where GILIRAN_SHOTS=FOLDER asks for them,
 * of those alone whose name GILIRAN_SHOTS_ONLY (a shell pattern) has, if it is set. */
void golden_shot(const char *name, const struct draw_list *list, int width, int height);

#endif
