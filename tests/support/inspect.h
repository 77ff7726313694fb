#ifndef TESTS_SUPPORT_INSPECT_H
#define TESTS_SUPPORT_INSPECT_H

#include "app/ui/ui.h"

/*
 * Looks at a drawn frame as a person would who has to read and touch it, by measuring its draw list
 * and its touchable parts. Every screen of a program can be put to it: draw, then inspect.
 */
struct inspection {
	int faults;
	size_t used;
	char words[65536]; /* a line for each fault, as long as there is room */
};

/*
 * No text or icon leaves the screen, the surface it stands on (the last shape drawn under its
 * corners, its sides and its middle) or its clip, none overlaps another, and none is half covered
 * by what was drawn later. What lies wholly under a later surface or a dialog's scrim is not looked
 * at. The value of a field may be cut at its left: a long one is scrolled to its caret.
 */
void inspect_texts(struct inspection *inspection, const char *name, const struct ui *ui);

/* No edge runs through the middle of a text or an icon: high contrast, the same otherwise, draws
 * more of them. */
void inspect_edges(struct inspection *inspection, const char *name, const struct ui *ui);

/*
 * Every touchable part is at least 20 mm wide and high (domain.md §8.2) by `ui->ppm`, which must be
 * known, and no two overlap. `exempt` lists ids, NULL at the end; may be NULL. One that ends with
 * '.' stands for all that begin with it.
 */
void inspect_targets(struct inspection *inspection, const char *name, const struct ui *ui,
	const char *const *exempt);

/*
 * Contrast of every text with all that lies under it, by the luminance of WCAG 2.2: at least 4.5,
 * large text too, and 3 for icons. The two colours of what is disabled are exempt, as in
 * WCAG 1.4.3: they are never the only carrier of a fact.
 */
void inspect_contrast(struct inspection *inspection, const char *name, const struct ui *ui);

/* WCAG contrast of two opaque colours, 1 to 21. */
double inspect_ratio(draw_color one, draw_color other);

#endif
