#ifndef TESTS_SCREENS_KIOSK_FORMS_H
#define TESTS_SCREENS_KIOSK_FORMS_H

#include "app/ui/ui.h"
#include "tests/screens/kiosk_scenes.h"

/* A screen the kiosk may stand on, and how a visitor has set it. */
struct form {
	const char *name;
	int width, height;
	double ppm; /* pixels of the screen by its millimetres */
	bool large, low;
};

enum { FORMS = 22 };
extern const struct form forms[FORMS];

/* A ui of this form with the texts of `code` ("id", "en"); golden_finish after use. */
void form_start(struct ui *ui, const struct form *form, const char *code);

/* The stage of a scene, in a language and as the visitor of this form has set it. */
void form_arrange(struct stage *stage, const char *scene, const struct form *form,
	enum office_language language);

/* A frame of it in which nothing is touched. */
void form_draw(struct ui *ui, struct stage *stage);

#endif
