/* One rating, as the kiosk asks it: for offices that type in sheets, and for scripts. */
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/feedback.h"
#include "app/desk/instrument_file.h"

#include <string.h>

/* One answer of "4,3,-": a number of the scale, or "-" for none. */
static bool read_answer(
	const struct instrument *instrument, const char *word, size_t length, int *out_answer)
{
	char text[8];
	int64_t answer = DESK_SKIPPED;
	if (length == 0 || length >= sizeof text) {
		return false;
	}
	text_format(text, sizeof text, "%.*s", (int)length, word);
	bool right = strcmp(text, "-") == 0 ||
		     text_to_int(text, instrument->min, instrument->max, &answer);
	*out_answer = (int)answer;
	return right;
}

/* As many as there are questions, in their order. */
static bool read_answers(
	const struct instrument *instrument, const char *list, int out_answers[INSTRUMENT_ITEMS])
{
	for (int i = 0; i < instrument->item_count; i++) {
		size_t length = strcspn(list, ",");
		bool last = i + 1 == instrument->item_count;
		if (!read_answer(instrument, list, length, &out_answers[i]) ||
			(list[length] == ',') == last) {
			return false;
		}
		list += length + (last ? 0 : 1);
	}
	return true;
}

int admin_rate(struct admin *admin)
{
	const char *code = admin_value(admin, OPTION_INSTRUMENT);
	const char *number = admin_operand(admin, 0), *list = admin_value(admin, OPTION_ANSWERS);
	struct instrument instrument;
	struct desk_rating rating;
	int answers[INSTRUMENT_ITEMS] = {0};
	char error[512] = "";
	code = code != NULL ? code : desk_office(admin->desk)->feedback.instrument;
	enum result result = instrument_file_find(code, &instrument, error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	if (!read_answers(&instrument, list, answers)) {
		return admin_misuse(admin, "admin.rate.answers", list);
	}
	result = desk_rate(admin->desk, number, &instrument, &rating);
	if (result == RESULT_OK) {
		memcpy(rating.answers, answers, sizeof answers);
		result = desk_rate_finish(admin->desk, &rating, &instrument);
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, number);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s, s:i, s:s, s:s}", "ticket", rating.number,
						  "segment", rating.segment, "instrument",
						  instrument.code, "version", instrument.version));
	}
	return output_say(admin, "admin.rate.done", rating.number);
}
