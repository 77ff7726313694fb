/* What ratings come to: indices by questionnaire and element, with the weight that was used. */
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/feedback.h"
#include "app/desk/instrument_file.h"
#include "app/feedback/sample.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct stretch {
	const char *from, *to;
	enum index_weight weight;
	bool weighed; /* --weight was given: in the place of the questionnaire's own */
	int64_t served;
};

/* One questionnaire with its figures. */
struct sheet {
	const struct desk_sheet *used;
	struct instrument instrument;
	bool known; /* the assets have it, in the version that was used */
	struct desk_ratings ratings;
	enum index_weight weight;
	int language;
};

/* "91.48", or "91,48" in Indonesian. */
static const char *decimal(const struct admin *admin, int64_t value, int digits, char out_text[32])
{
	bool comma = strcmp(language_code(admin->language), "id") == 0;
	int64_t unit = digits == 2 ? 100 : 10000;
	text_format(out_text, 32, "%" PRId64 "%s%0*" PRId64, value / unit, comma ? "," : ".",
		digits, value % unit);
	return out_text;
}

/* The index of one element alone, in hundredths. */
static int element_centi(const struct sheet *sheet, int item)
{
	const struct index_item *sums = &sheet->ratings.items[item];
	return (int)index_round(sums->sum, 10000, sums->count * sheet->instrument.max);
}

/* ---- JSON ---- */

static json_t *grade_json(const struct sheet *sheet, int centi)
{
	const struct instrument_grade *grade = instrument_grade(&sheet->instrument, centi);
	return grade != NULL ? json_string(grade->letter) : json_null();
}

static json_t *part_json(const struct sheet *sheet, int part)
{
	const struct instrument_part *own = &sheet->instrument.parts[part];
	struct index_value value;
	char weight[16];
	bool any = desk_ratings_index(
		&sheet->ratings, &sheet->instrument, part, sheet->weight, &value);
	index_weight_text(sheet->weight, value.items, weight, sizeof weight);
	return json_pack("{s:s, s:s, s:o, s:i, s:o, s:o}", "code", own->code, "name",
		own->name[sheet->language], "index",
		any ? json_real(value.centi / 100.0) : json_null(), "items", value.items, "weight",
		output_text(weight), "grade", any ? grade_json(sheet, value.centi) : json_null());
}

static json_t *item_json(const struct sheet *sheet, int item)
{
	const struct instrument_item *own = &sheet->instrument.items[item];
	const struct index_item *sums = &sheet->ratings.items[item];
	bool any = sums->count > 0;
	int centi = any ? element_centi(sheet, item) : 0;
	return json_pack("{s:s, s:s, s:s, s:I, s:I, s:o, s:o, s:o}", "code", own->code, "topic",
		own->topic[sheet->language], "part", sheet->instrument.parts[own->part].code, "n",
		(json_int_t)sums->count, "sum", (json_int_t)sums->sum, "mean",
		any ? json_real((double)sums->sum / (double)sums->count) : json_null(), "index",
		any ? json_real(centi / 100.0) : json_null(), "grade",
		any ? grade_json(sheet, centi) : json_null());
}

static json_t *sheet_json(const struct sheet *sheet)
{
	json_t *indices = json_array(), *items = json_array();
	for (int i = 0; sheet->known && i < sheet->instrument.part_count; i++) {
		json_array_append_new(indices, part_json(sheet, i));
	}
	for (int i = 0; sheet->known && i < sheet->instrument.item_count; i++) {
		json_array_append_new(items, item_json(sheet, i));
	}
	return json_pack("{s:s, s:s, s:b, s:I, s:I, s:o, s:o}", "instrument",
		sheet->used->instrument, "version", sheet->used->version, "known", sheet->known,
		"finished", (json_int_t)sheet->used->finished, "unfinished",
		(json_int_t)(sheet->used->begun - sheet->used->finished), "indices", indices,
		"items", items);
}

/* ---- lines ---- */

static void print_parts(struct admin *admin, const struct sheet *sheet)
{
	for (int i = 0; i < sheet->instrument.part_count; i++) {
		const struct instrument_part *part = &sheet->instrument.parts[i];
		struct index_value value;
		char number[32], weight[16];
		if (!desk_ratings_index(
			    &sheet->ratings, &sheet->instrument, i, sheet->weight, &value)) {
			output_say(admin, "admin.ratings.no_index", part->code);
			continue;
		}
		const struct instrument_grade *grade =
			instrument_grade(&sheet->instrument, value.centi);
		index_weight_text(sheet->weight, value.items, weight, sizeof weight);
		decimal(admin, value.centi, 2, number);
		if (grade != NULL) {
			output_say(admin, "admin.ratings.graded", part->code, number, grade->letter,
				grade->word[sheet->language], weight);
		} else {
			output_say(admin, "admin.ratings.index", part->code, number, weight);
		}
	}
}

static void print_items(struct admin *admin, const struct sheet *sheet)
{
	enum { CODE = 7, COUNT = 7, MEAN = 9, INDEX = 9, GRADE = 7 };
	output_cell(CODE, output_column(admin, "item"));
	output_cell(COUNT, "n");
	output_cell(MEAN, output_column(admin, "mean"));
	output_cell(INDEX, output_column(admin, "index"));
	output_cell(GRADE, output_column(admin, "grade"));
	puts(output_column(admin, "topic"));
	for (int i = 0; i < sheet->instrument.item_count; i++) {
		const struct instrument_item *item = &sheet->instrument.items[i];
		const struct index_item *sums = &sheet->ratings.items[i];
		char count[24], mean[32], index[32];
		bool any = sums->count > 0;
		int centi = element_centi(sheet, i);
		const struct instrument_grade *grade =
			any ? instrument_grade(&sheet->instrument, centi) : NULL;
		text_format(count, sizeof count, "%" PRId64, sums->count);
		output_cell(CODE, item->code);
		output_cell(COUNT, count);
		output_cell(MEAN,
			any ? decimal(admin, index_round(sums->sum, 10000, sums->count), 4, mean)
			    : "-");
		output_cell(INDEX, any ? decimal(admin, centi, 2, index) : "-");
		output_cell(GRADE, grade != NULL ? grade->letter : "-");
		puts(item->topic[sheet->language]);
	}
}

static void print_sheet(struct admin *admin, const struct sheet *sheet)
{
	char finished[24], unfinished[24];
	const struct desk_sheet *used = sheet->used;
	text_format(finished, sizeof finished, "%" PRId64, used->finished);
	text_format(unfinished, sizeof unfinished, "%" PRId64, used->begun - used->finished);
	output_say(admin, "admin.ratings.sheet",
		sheet->known ? sheet->instrument.name[sheet->language] : used->instrument,
		used->instrument, used->version, finished, unfinished);
	if (!sheet->known) {
		output_say(admin, "admin.ratings.unknown", used->version);
		return;
	}
	print_parts(admin, sheet);
	print_items(admin, sheet);
}

/* ---- the command ---- */

static enum result gather(struct admin *admin, struct stretch *stretch,
	const struct desk_sheet *used, struct sheet *out_sheet)
{
	char error[512];
	*out_sheet = (struct sheet){.used = used};
	out_sheet->language = strcmp(language_code(admin->language), "en") == 0 ? OFFICE_ENGLISH
										: OFFICE_INDONESIAN;
	out_sheet->known = instrument_file_find(used->instrument, &out_sheet->instrument, error,
				   sizeof error) == RESULT_OK &&
			   strcmp(out_sheet->instrument.version, used->version) == 0;
	if (!out_sheet->known) {
		return RESULT_OK;
	}
	out_sheet->weight = stretch->weighed ? stretch->weight : out_sheet->instrument.weight;
	return desk_sum_ratings(admin->desk, stretch->from, stretch->to, &out_sheet->instrument,
		&out_sheet->ratings);
}

static bool is_wanted(const struct admin *admin, const struct desk_sheet *used)
{
	const char *code = admin_value(admin, OPTION_INSTRUMENT);
	return code == NULL || strcmp(code, used->instrument) == 0;
}

/* `inout_list` NULL = as lines. */
static enum result tell(struct admin *admin, struct stretch *stretch, const struct desk_sheet *used,
	size_t count, json_t *inout_list)
{
	enum result result = RESULT_OK;
	for (size_t i = 0; i < count && result == RESULT_OK; i++) {
		struct sheet sheet;
		if (!is_wanted(admin, &used[i])) {
			continue;
		}
		result = gather(admin, stretch, &used[i], &sheet);
		if (result == RESULT_OK && inout_list != NULL) {
			json_array_append_new(inout_list, sheet_json(&sheet));
		} else if (result == RESULT_OK) {
			print_sheet(admin, &sheet);
		}
	}
	return result;
}

/* Visits that were served, and how many answers would stand for them. */
static enum result count_served(struct admin *admin, struct stretch *stretch)
{
	static const struct instrument none;
	struct desk_ratings ratings;
	enum result result =
		desk_sum_ratings(admin->desk, stretch->from, stretch->to, &none, &ratings);
	stretch->served = ratings.served;
	return result;
}

static int print_all(
	struct admin *admin, struct stretch *stretch, const struct desk_sheet *used, size_t count)
{
	char served[24], sample[24];
	text_format(served, sizeof served, "%" PRId64, stretch->served);
	text_format(sample, sizeof sample, "%" PRId64, sample_size(stretch->served));
	int status = output_say(admin, "admin.ratings.served", served, sample);
	if (count == 0) {
		return output_say(admin, "admin.ratings.none", "");
	}
	enum result result = tell(admin, stretch, used, count, NULL);
	return result == RESULT_OK ? status : admin_refuse(admin, result, NULL);
}

static int write_all(
	struct admin *admin, struct stretch *stretch, const struct desk_sheet *used, size_t count)
{
	json_t *list = json_array();
	enum result result = tell(admin, stretch, used, count, list);
	json_t *json = json_pack("{s:s, s:s, s:I, s:I, s:o}", "from", stretch->from, "to",
		stretch->to, "served", (json_int_t)stretch->served, "sample",
		(json_int_t)sample_size(stretch->served), "instruments", list);
	if (result != RESULT_OK) {
		json_decref(json);
		return admin_refuse(admin, result, NULL);
	}
	return output_json(admin, json);
}

static bool read_stretch(
	struct admin *admin, char today[CALENDAR_DATE_SIZE], struct stretch *out_stretch)
{
	const char *weight = admin_value(admin, OPTION_WEIGHT);
	*out_stretch = (struct stretch){.weighed = weight != NULL};
	if (!admin_date(admin, OPTION_FROM, &out_stretch->from) ||
		!admin_date(admin, OPTION_TO, &out_stretch->to)) {
		return false;
	}
	if (weight != NULL && !index_weight_find(weight, &out_stretch->weight)) {
		admin_misuse(admin, "admin.ratings.weight", weight);
		return false;
	}
	admin_today(admin, today);
	out_stretch->from = out_stretch->from != NULL ? out_stretch->from : today;
	out_stretch->to = out_stretch->to != NULL ? out_stretch->to : today;
	if (strcmp(out_stretch->from, out_stretch->to) > 0) {
		admin_misuse(admin, "admin.stretch", out_stretch->from);
		return false;
	}
	return true;
}

int admin_ratings(struct admin *admin)
{
	struct desk_sheet used[DESK_SHEETS];
	struct stretch stretch;
	char today[CALENDAR_DATE_SIZE];
	size_t count = 0;
	if (!read_stretch(admin, today, &stretch)) {
		return ADMIN_USAGE;
	}
	enum result result =
		desk_list_sheets(admin->desk, stretch.from, stretch.to, used, DESK_SHEETS, &count);
	if (result == RESULT_OK) {
		result = count_served(admin, &stretch);
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	return admin_flag(admin, OPTION_JSON) ? write_all(admin, &stretch, used, count)
					      : print_all(admin, &stretch, used, count);
}
