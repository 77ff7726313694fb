#include "app/feedback/complaint.h"

#include "app/base/text.h"

#include <string.h>

static const char *const kinds[COMPLAINT_KINDS] = {
	[COMPLAINT_SUGGESTION] = "suggestion",
	[COMPLAINT_COMPLAINT] = "complaint",
};

static const char *const topics[COMPLAINT_TOPICS] = {
	[COMPLAINT_REQUIREMENTS] = "requirements",
	[COMPLAINT_PROCEDURE] = "procedure",
	[COMPLAINT_TIME] = "time",
	[COMPLAINT_FEE] = "fee",
	[COMPLAINT_PRODUCT] = "product",
	[COMPLAINT_STAFF] = "staff",
	[COMPLAINT_ROOM] = "room",
	[COMPLAINT_OTHER] = "other",
};

static const char *const states[COMPLAINT_STATES] = {
	[COMPLAINT_NEW] = "new",
	[COMPLAINT_WORK] = "work",
	[COMPLAINT_DONE] = "done",
};

static int find(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			return i;
		}
	}
	return -1;
}

const char *complaint_kind_name(enum complaint_kind kind)
{
	return kinds[kind];
}

const char *complaint_topic_name(enum complaint_topic topic)
{
	return topics[topic];
}

const char *complaint_state_name(enum complaint_state state)
{
	return states[state];
}

bool complaint_kind_find(const char *name, enum complaint_kind *out_kind)
{
	int found = find(kinds, COMPLAINT_KINDS, name);
	*out_kind = (enum complaint_kind)(found < 0 ? 0 : found);
	return found >= 0;
}

bool complaint_topic_find(const char *name, enum complaint_topic *out_topic)
{
	int found = find(topics, COMPLAINT_TOPICS, name);
	*out_topic = (enum complaint_topic)(found < 0 ? 0 : found);
	return found >= 0;
}

bool complaint_state_find(const char *name, enum complaint_state *out_state)
{
	int found = find(states, COMPLAINT_STATES, name);
	*out_state = (enum complaint_state)(found < 0 ? 0 : found);
	return found >= 0;
}

enum result complaint_check(const char *text, const char *contact)
{
	if (text[strspn(text, " ")] == '\0') {
		return RESULT_FIELD_REQUIRED;
	}
	enum result result = text_check(text, strlen(text), COMPLAINT_TEXT_SIZE);
	return result == RESULT_OK ? text_check(contact, strlen(contact), COMPLAINT_CONTACT_SIZE)
				   : result;
}
