#ifndef APP_REPORT_HEADLINE_H
#define APP_REPORT_HEADLINE_H

#include "app/report/words.h"

/* The five figures that a report begins with, on the screen and on paper. */
enum { REPORT_HEADLINES = 5, REPORT_HEADLINE_KEPT = 2 /* the promise's */ };

struct report_headline {
	const char *label; /* a text key */
	char value[REPORT_WORD_SIZE], note[REPORT_LINE_SIZE];
};

void report_fill_headlines(const struct language *language, const struct report *report,
	struct report_headline out_headlines[REPORT_HEADLINES]);

#endif
