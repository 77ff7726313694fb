#include "app/desk/instrument_file.h"

#include "app/base/config.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <string.h>

static const char *const language_keys[INSTRUMENT_LANGUAGES] = {"id", "en"};

/* A text in both languages: { id = "…"; en = "…"; }. `stride` bytes lie between the two. */
static void read_pair(struct config *config, const struct config_group *group, const char *key,
	char *out_texts, size_t stride)
{
	const struct config_group *pair = config_get_group(config, group, key, true);
	for (int i = 0; i < INSTRUMENT_LANGUAGES && pair != NULL; i++) {
		config_get_text(config, pair, language_keys[i], NULL,
			out_texts + (size_t)i * stride, stride);
	}
}

static int read_int(struct config *config, const struct config_group *group, const char *key,
	const int64_t *fallback, int min, int max)
{
	int64_t value = min;
	config_get_int(config, group, key, fallback, min, max, &value);
	return (int)value;
}

/* The list at `key`, of at most `most`; its length. */
static size_t read_list(struct config *config, const struct config_group *group, const char *key,
	bool required, size_t most, const struct config_group **out_list)
{
	*out_list = config_get_group(config, group, key, required);
	size_t count = config_count(*out_list);
	if (count > most) {
		config_refuse(config, group, key, "at most %d", (int)most);
		return 0;
	}
	return count;
}

static void read_scale(struct config *config, struct instrument *instrument)
{
	const struct config_group *scale = config_get_group(config, NULL, "scale", true);
	if (scale == NULL) {
		return;
	}
	instrument->min = read_int(config, scale, "min", NULL, 1, INSTRUMENT_MAX);
	instrument->max = read_int(config, scale, "max", NULL, 1, INSTRUMENT_MAX);
}

/* The words of the two ends; where every answer has a word there are none. */
static void read_ends(struct config *config, struct instrument *instrument)
{
	const struct config_group *ends =
		config_get_group(config, NULL, "ends", !instrument_has_words(instrument));
	if (ends != NULL) {
		read_pair(config, ends, "low", instrument->ends[0][0], INSTRUMENT_WORD_SIZE);
		read_pair(config, ends, "high", instrument->ends[1][0], INSTRUMENT_WORD_SIZE);
	}
}

static void read_parts(struct config *config, struct instrument *instrument)
{
	const struct config_group *list;
	size_t count = read_list(config, NULL, "indices", true, INSTRUMENT_PARTS, &list);
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct instrument_part *part = &instrument->parts[instrument->part_count++];
		config_get_text(config, group, "code", NULL, part->code, sizeof part->code);
		read_pair(config, group, "name", part->name[0], INSTRUMENT_NAME_SIZE);
	}
}

static void read_answers(struct config *config, const struct config_group *group,
	const struct instrument *instrument, struct instrument_item *item)
{
	const struct config_group *list;
	bool worded = instrument_has_words(instrument);
	size_t count = read_list(config, group, "answers", worded, INSTRUMENT_LABELS, &list);
	if (list != NULL && (!worded || count != (size_t)(instrument->max - instrument->min + 1))) {
		config_refuse(config, group, "answers", "wants one for each value of the scale");
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct config_group *answer = config_member(list, i);
		for (int k = 0; k < INSTRUMENT_LANGUAGES; k++) {
			config_get_text(config, answer, language_keys[k], NULL, item->answers[i][k],
				sizeof item->answers[i][k]);
		}
	}
}

static void read_item(
	struct config *config, const struct config_group *group, struct instrument *instrument)
{
	static const int64_t one = 1;
	struct instrument_item *item = &instrument->items[instrument->item_count++];
	char part[INSTRUMENT_CODE_SIZE] = "";
	config_get_text(config, group, "code", NULL, item->code, sizeof item->code);
	config_get_text(config, group, "index", NULL, part, sizeof part);
	item->part = instrument_find_part(instrument, part);
	if (item->part < 0) {
		config_refuse(config, group, "index", "%s is not among the indices", part);
	}
	item->weight = read_int(config, group, "weight", &one, 1, 1000);
	read_pair(config, group, "topic", item->topic[0], INSTRUMENT_NAME_SIZE);
	read_pair(config, group, "question", item->question[0], INSTRUMENT_QUESTION_SIZE);
	read_answers(config, group, instrument, item);
}

/* "88.31" exactly: no number of the computer's own is between. */
static bool parse_centi(const char *text, int *out_centi)
{
	char digits[8];
	int64_t centi = 0;
	size_t length = strlen(text);
	if (length < 4 || length >= sizeof digits || text[length - 3] != '.' || text[0] == '-' ||
		text[0] == '+') {
		return false;
	}
	text_format(digits, sizeof digits, "%.*s%s", (int)length - 3, text, text + length - 2);
	bool right = text_to_int(digits, 0, 10000, &centi);
	*out_centi = (int)centi;
	return right;
}

static void read_grades(struct config *config, struct instrument *instrument)
{
	const struct config_group *list;
	size_t count = read_list(config, NULL, "grades", false, INSTRUMENT_GRADES, &list);
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct instrument_grade *grade = &instrument->grades[instrument->grade_count++];
		char from[16] = "";
		config_get_text(config, group, "grade", NULL, grade->letter, sizeof grade->letter);
		read_pair(config, group, "word", grade->word[0], INSTRUMENT_WORD_SIZE);
		config_get_text(config, group, "from", NULL, from, sizeof from);
		if (!parse_centi(from, &grade->from_centi)) {
			config_refuse(config, group, "from", "must be written as \"88.31\"");
		}
	}
}

static void read_instrument(struct config *config, struct instrument *instrument)
{
	static const char *const weights[] = {"exact", "2", "3"};
	const struct config_group *list;
	size_t weight = 0;
	config_get_text(config, NULL, "code", NULL, instrument->code, sizeof instrument->code);
	config_get_text(
		config, NULL, "version", NULL, instrument->version, sizeof instrument->version);
	read_pair(config, NULL, "name", instrument->name[0], INSTRUMENT_NAME_SIZE);
	read_scale(config, instrument);
	config_get_choice(config, NULL, "weight", "exact", weights, INDEX_WEIGHTS, &weight);
	instrument->weight = (enum index_weight)weight;
	read_ends(config, instrument);
	read_parts(config, instrument);
	size_t count = read_list(config, NULL, "items", true, INSTRUMENT_ITEMS, &list);
	for (size_t i = 0; i < count; i++) {
		read_item(config, config_member(list, i), instrument);
	}
	read_grades(config, instrument);
}

enum result instrument_file_read(
	const char *path, struct instrument *out_instrument, char *out_error, size_t size)
{
	char why[200];
	*out_instrument = (struct instrument){0};
	struct config *config = NULL;
	enum result result = config_open(path, &config, out_error, size);
	if (result != RESULT_OK) {
		return result;
	}
	read_instrument(config, out_instrument);
	result = config_finish_reading(config, out_error, size);
	if (result == RESULT_OK && !instrument_check(out_instrument, why, sizeof why)) {
		config_refuse(config, NULL, NULL, "%s", why);
		result = config_finish_reading(config, out_error, size);
	}
	config_close(config);
	return result;
}

enum result instrument_file_find(
	const char *code, struct instrument *out_instrument, char *out_error, size_t size)
{
	char assets[PLACE_SIZE], path[PLACE_SIZE + 64];
	*out_instrument = (struct instrument){0};
	if (!instrument_is_code(code)) {
		text_format(out_error, size, "%s", code);
		return RESULT_CONFIG_WRONG;
	}
	if (!place_assets(assets, sizeof assets)) {
		text_format(out_error, size, "instruments/%s.conf", code);
		return RESULT_CONFIG_MISSING;
	}
	text_format(path, sizeof path, "%s/instruments/%s.conf", assets, code);
	enum result result = instrument_file_read(path, out_instrument, out_error, size);
	if (result == RESULT_OK && strcmp(out_instrument->code, code) != 0) {
		text_format(out_error, size, "%s:1: code is %s", path, out_instrument->code);
		return RESULT_CONFIG_WRONG;
	}
	return result;
}
