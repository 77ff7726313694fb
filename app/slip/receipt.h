#ifndef APP_SLIP_RECEIPT_H
#define APP_SLIP_RECEIPT_H

#include "app/base/document.h"
#include "app/base/language.h"
#include "app/feedback/complaint.h"
#include "app/queue/office.h"

#include <stdint.h>

/* A suggestion or complaint that was filed, without a word of what was typed. */
struct receipt {
	char code[COMPLAINT_CODE_SIZE];
	enum complaint_kind kind;
	enum complaint_topic topic;
	int64_t filed_ms; /* office time; only its date is printed, which ties it to nobody's visit
			   */
	bool training;
};

/*
 * Its receipt on paper as a neutral document: the code, what it is about, the date, the office,
 * whom to ask and where it stands how long an answer takes. `language` and `index` are the office's
 * first language; below 480 `dots` of paper the date is short. Release with document_finish.
 */
void receipt_write(const struct office *office, const struct language *language,
	enum office_language index, const struct receipt *receipt, int dots,
	struct document *out_document);

#endif
