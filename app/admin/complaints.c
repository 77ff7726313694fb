/* Suggestions and complaints: filed, listed, and what becomes of them. */
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/feedback.h"

#include <stdio.h>

enum { PART = 32 };

static json_t *complaint_json(struct admin *admin, const struct desk_complaint *complaint)
{
	const struct office *office = desk_office(admin->desk);
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:s, s:o, s:o, s:o}", "code", complaint->code,
		"kind", complaint_kind_name(complaint->kind), "topic",
		complaint_topic_name(complaint->topic), "service_date", complaint->service_date,
		"filed_at", output_time(office, complaint->filed_ms), "state",
		complaint_state_name(complaint->state), "changed_at",
		output_time(office, complaint->changed_ms), "text", output_text(complaint->text),
		"contact", output_text(complaint->contact));
}

/* ---- filing ---- */

int admin_complain(struct admin *admin)
{
	struct desk_complaint complaint = {0};
	const char *contact = admin_value(admin, OPTION_CONTACT);
	const char *kind = admin_value(admin, OPTION_KIND),
		   *topic = admin_value(admin, OPTION_TOPIC);
	char code[COMPLAINT_CODE_SIZE];
	if (!complaint_kind_find(kind, &complaint.kind)) {
		return admin_misuse(admin, "admin.complaint.kind", kind);
	}
	if (!complaint_topic_find(topic, &complaint.topic)) {
		return admin_misuse(admin, "admin.complaint.topic", topic);
	}
	bool whole =
		text_copy(complaint.text, sizeof complaint.text, admin_value(admin, OPTION_NOTE)) &&
		text_copy(complaint.contact, sizeof complaint.contact,
			contact != NULL ? contact : "");
	enum result result =
		whole ? desk_complain(admin->desk, &complaint, code) : RESULT_TEXT_LONG;
	desk_complaint_wipe(&complaint);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s}", "code", code));
	}
	if (puts(code) == EOF || fflush(stdout) != 0) {
		return admin_fail(admin, "admin.no_output", "");
	}
	return ADMIN_DONE;
}

/* ---- the state ---- */

/* --state; false after a line on stderr. */
static bool read_state(struct admin *admin, enum complaint_state *out_state)
{
	const char *name = admin_value(admin, OPTION_STATE);
	bool right = complaint_state_find(name, out_state);
	if (!right) {
		admin_misuse(admin, "admin.complaint.state", name);
	}
	return right;
}

static const char *state_text(const struct admin *admin, enum complaint_state state)
{
	char key[48];
	text_format(key, sizeof key, "admin.complaint.state.%s", complaint_state_name(state));
	return language_text(admin->language, key);
}

int admin_complaints_set(struct admin *admin)
{
	enum complaint_state state;
	struct desk_complaint complaint;
	if (!read_state(admin, &state)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_move_complaint(admin->desk, admin_operand(admin, 0), state,
		admin_value(admin, OPTION_STAFF), &complaint);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_operand(admin, 0));
	}
	int status = admin_flag(admin, OPTION_JSON)
			     ? output_json(admin, complaint_json(admin, &complaint))
			     : output_say(admin, "admin.complaint.set", complaint.code,
				       state_text(admin, state));
	desk_complaint_wipe(&complaint);
	return status;
}

/* ---- the list ---- */

static void print_complaint(struct admin *admin, const struct desk_complaint *complaint)
{
	char clock[16], kind[48], topic[48];
	text_format(
		kind, sizeof kind, "admin.complaint.kind.%s", complaint_kind_name(complaint->kind));
	text_format(topic, sizeof topic, "admin.complaint.topic.%s",
		complaint_topic_name(complaint->topic));
	output_say(admin, "admin.complaint.line", complaint->code, complaint->service_date,
		output_clock(desk_office(admin->desk), complaint->filed_ms, clock),
		language_text(admin->language, kind), language_text(admin->language, topic),
		state_text(admin, complaint->state));
	if (complaint->text[0] != '\0') {
		printf("    %s\n", complaint->text);
	}
	if (complaint->contact[0] != '\0') {
		printf("    %s\n", complaint->contact);
	}
}

/* Those in `*state`, or all. `inout_list` NULL = as lines; how many. */
static enum result tell(struct admin *admin, const enum complaint_state *state, json_t *inout_list,
	size_t *out_told)
{
	struct desk_complaint part[PART];
	int64_t after = 0;
	size_t count = 1;
	enum result result = RESULT_OK;
	*out_told = 0;
	while (result == RESULT_OK && count > 0) {
		result = desk_list_complaints(admin->desk, &after, part, PART, &count);
		for (size_t i = 0; result == RESULT_OK && i < count; i++) {
			if (state != NULL && part[i].state != *state) {
				desk_complaint_wipe(&part[i]);
				continue;
			}
			++*out_told;
			if (inout_list != NULL) {
				json_array_append_new(inout_list, complaint_json(admin, &part[i]));
			} else {
				print_complaint(admin, &part[i]);
			}
			desk_complaint_wipe(&part[i]);
		}
	}
	return result;
}

int admin_complaints(struct admin *admin)
{
	enum complaint_state state;
	bool all = !admin_flag(admin, OPTION_STATE);
	json_t *list = admin_flag(admin, OPTION_JSON) ? json_array() : NULL;
	size_t told = 0;
	if (!all && !read_state(admin, &state)) {
		json_decref(list);
		return ADMIN_USAGE;
	}
	enum result result = tell(admin, all ? NULL : &state, list, &told);
	if (result != RESULT_OK) {
		json_decref(list);
		return admin_refuse(admin, result, NULL);
	}
	if (list != NULL) {
		return output_json(admin, json_pack("{s:o}", "complaints", list));
	}
	return told > 0 ? ADMIN_DONE : output_say(admin, "admin.complaint.none", "");
}
