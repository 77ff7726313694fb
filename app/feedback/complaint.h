#ifndef APP_FEEDBACK_COMPLAINT_H
#define APP_FEEDBACK_COMPLAINT_H

#include "app/base/result.h"

#include <stdbool.h>

/* Suggestions and complaints: what they are about and what becomes of them. */
enum {
	COMPLAINT_TEXT_SIZE = 512,
	COMPLAINT_CONTACT_SIZE = 128,
	COMPLAINT_CODE_SIZE = 12, /* of the receipt */
};

enum complaint_kind { COMPLAINT_SUGGESTION, COMPLAINT_COMPLAINT, COMPLAINT_KINDS };

/* The elements of satisfaction that a visitor can name, and anything else. */
enum complaint_topic {
	COMPLAINT_REQUIREMENTS,
	COMPLAINT_PROCEDURE,
	COMPLAINT_TIME,
	COMPLAINT_FEE,
	COMPLAINT_PRODUCT,
	COMPLAINT_STAFF,
	COMPLAINT_ROOM,
	COMPLAINT_OTHER,
	COMPLAINT_TOPICS
};

enum complaint_state { COMPLAINT_NEW, COMPLAINT_WORK, COMPLAINT_DONE, COMPLAINT_STATES };

/* The words of rows and JSON, as "suggestion", "staff", "work"; by name: false when it is none. */
const char *complaint_kind_name(enum complaint_kind kind);
const char *complaint_topic_name(enum complaint_topic topic);
const char *complaint_state_name(enum complaint_state state);
bool complaint_kind_find(const char *name, enum complaint_kind *out_kind);
bool complaint_topic_find(const char *name, enum complaint_topic *out_topic);
bool complaint_state_find(const char *name, enum complaint_state *out_state);

/* What was typed: OK, FIELD_REQUIRED for no text, or TEXT_… (an empty contact is fine). */
enum result complaint_check(const char *text, const char *contact);

#endif
