#include "tests/screens/kiosk_forms.h"

#include "tests/support/golden.h"

#include "app/kiosk/screen.h"

const struct form forms[FORMS] = {
	{"wide", 1920, 1080, 4.03, false, false},      /* 21.5 inches */
	{"large", 1920, 1080, 4.03, true, false},      /* its texts large */
	{"low", 1920, 1080, 4.03, false, true},        /* in reach from a wheelchair */
	{"large-low", 1920, 1080, 4.03, true, true},   /* both */
	{"tall", 1080, 1920, 4.03, false, false},      /* 21.5 inches, upright */
	{"tall-large", 1080, 1920, 4.03, true, false}, /* its texts large */
	{"tall-low", 1080, 1920, 4.03, false, true},   /* in reach */
	{"tall-both", 1080, 1920, 4.03, true, true},   /* both */
	{"small", 1280, 800, 5.9, false, false},       /* 10.1 inches */
	{"small-large", 1280, 800, 5.9, true, false},  /* its texts large */
	{"upright", 800, 1280, 5.9, false, false},     /* 10.1 inches, upright */
	{"upright-large", 800, 1280, 5.9, true, false},
	{"upright-narrow", 600, 1024, 4.6, false, false},  /* the cheapest, upright */
	{"upright-laptop", 768, 1366, 3.95, false, false}, /* 15.6 inches, upright */
	{"upright-square", 768, 1024, 4.85, false, false}, /* 10.4 inches, 4:3 */
	{"narrow", 1024, 600, 4.6, false, false},          /* 10.1 inches, the cheapest */
	{"square", 1024, 768, 4.85, false, false},         /* 10.4 inches, 4:3 */
	{"laptop", 1366, 768, 3.95, false, false},         /* 15.6 inches */
	{"huge", 1920, 1080, 2.71, false, false},          /* 32 inches */
	{"huge-upright", 1080, 1920, 2.71, false, false},  /* 32 inches, upright */
	{"fine", 3840, 2160, 5.42, false, false},          /* 32 inches of 4K */
	{"fine-upright", 2160, 3840, 8.06, false, false},  /* 21.5 inches of 4K, upright */
};

void form_start(struct ui *ui, const struct form *form, const char *code)
{
	golden_start(ui, code, form->width, form->height);
	ui->ppm = form->ppm;
}

void form_arrange(struct stage *stage, const char *scene, const struct form *form,
	enum office_language language)
{
	scene_arrange(scene, stage);
	stage->journey.language = language;
	stage->journey.large = form->large;
	stage->journey.low = form->low;
}

void form_draw(struct ui *ui, struct stage *stage)
{
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui->theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(ui, NULL);
	screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
}
