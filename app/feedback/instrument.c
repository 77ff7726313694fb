#include "app/feedback/instrument.h"

#include "app/base/text.h"

#include <string.h>

int instrument_find_item(const struct instrument *instrument, const char *code)
{
	for (int i = 0; i < instrument->item_count; i++) {
		if (strcmp(instrument->items[i].code, code) == 0) {
			return i;
		}
	}
	return -1;
}

int instrument_find_part(const struct instrument *instrument, const char *code)
{
	for (int i = 0; i < instrument->part_count; i++) {
		if (strcmp(instrument->parts[i].code, code) == 0) {
			return i;
		}
	}
	return -1;
}

bool instrument_is_code(const char *code)
{
	static const char allowed[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
	size_t length = strlen(code);
	return length > 0 && length < INSTRUMENT_CODE_SIZE && code[0] != '.' &&
	       strspn(code, allowed) == length;
}

bool instrument_has_words(const struct instrument *instrument)
{
	return instrument->max - instrument->min < INSTRUMENT_LABELS;
}

bool instrument_is_answer(const struct instrument *instrument, int value)
{
	return value >= instrument->min && value <= instrument->max;
}

const struct instrument_grade *instrument_grade(const struct instrument *instrument, int centi)
{
	for (int i = 0; i < instrument->grade_count; i++) {
		if (centi >= instrument->grades[i].from_centi) {
			return &instrument->grades[i];
		}
	}
	return instrument->grade_count > 0 ? &instrument->grades[instrument->grade_count - 1]
					   : NULL;
}

/* ---- the check ---- */

static bool has_items(const struct instrument *instrument, int part)
{
	for (int i = 0; i < instrument->item_count; i++) {
		if (instrument->items[i].part == part) {
			return true;
		}
	}
	return false;
}

static bool has_all_words(const struct instrument *instrument, const struct instrument_item *item)
{
	for (int value = instrument->min; value <= instrument->max; value++) {
		for (int i = 0; i < INSTRUMENT_LANGUAGES; i++) {
			if (item->answers[value - instrument->min][i][0] == '\0') {
				return false;
			}
		}
	}
	return true;
}

static bool check_items(const struct instrument *instrument, char *out_why, size_t size)
{
	for (int i = 0; i < instrument->item_count; i++) {
		const struct instrument_item *item = &instrument->items[i];
		if (!instrument_is_code(item->code) ||
			instrument_find_item(instrument, item->code) != i) {
			text_format(
				out_why, size, "item \"%s\" is no code, or used twice", item->code);
			return false;
		}
		if (item->part < 0 || item->part >= instrument->part_count || item->weight < 1) {
			text_format(out_why, size, "item %s is in no index", item->code);
			return false;
		}
		if (instrument_has_words(instrument) && !has_all_words(instrument, item)) {
			text_format(out_why, size, "item %s has no word for an answer", item->code);
			return false;
		}
	}
	return true;
}

static bool check_parts(const struct instrument *instrument, char *out_why, size_t size)
{
	for (int i = 0; i < instrument->part_count; i++) {
		const char *code = instrument->parts[i].code;
		if (!instrument_is_code(code) || instrument_find_part(instrument, code) != i ||
			!has_items(instrument, i)) {
			text_format(out_why, size,
				"index \"%s\" is no code, used twice, or without items", code);
			return false;
		}
	}
	for (int i = 1; i < instrument->grade_count; i++) {
		if (instrument->grades[i].from_centi >= instrument->grades[i - 1].from_centi) {
			text_format(out_why, size, "grades are not in order, the best first");
			return false;
		}
	}
	return true;
}

bool instrument_check(const struct instrument *instrument, char *out_why, size_t size)
{
	if (!instrument_is_code(instrument->code) || !instrument_is_code(instrument->version)) {
		text_format(out_why, size, "code and version are 1 to %d letters, digits, - . or _",
			INSTRUMENT_CODE_SIZE - 1);
		return false;
	}
	if (instrument->min < 1 || instrument->max <= instrument->min ||
		instrument->max > INSTRUMENT_MAX) {
		text_format(out_why, size, "the scale is not within 1 and %d", INSTRUMENT_MAX);
		return false;
	}
	if (instrument->item_count < 1 || instrument->part_count < 1) {
		text_format(out_why, size, "there is nothing to ask");
		return false;
	}
	return check_items(instrument, out_why, size) && check_parts(instrument, out_why, size);
}
