/* What ratings come to. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/instrument_file.h"
#include "app/desk/record.h"
#include "db/rating_rows.h"

#include <string.h>

enum result desk_list_sheets(struct desk *desk, const char *from, const char *to,
	struct desk_sheet *out_sheets, size_t size, size_t *out_count)
{
	struct sheet_row rows[DESK_SHEETS];
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	size_t count = rating_rows_sheets(
		desk->store, from, to, rows, size < DESK_SHEETS ? size : DESK_SHEETS);
	for (size_t i = 0; i < count; i++) {
		struct desk_sheet *sheet = &out_sheets[i];
		*sheet = (struct desk_sheet){.finished = rows[i].finished, .begun = rows[i].begun};
		text_copy(sheet->instrument, sizeof sheet->instrument, rows[i].instrument);
		text_copy(sheet->version, sizeof sheet->version, rows[i].version);
	}
	*out_count = count;
	return look_end(desk, RESULT_OK);
}

enum result desk_sum_ratings(struct desk *desk, const char *from, const char *to,
	const struct instrument *instrument, struct desk_ratings *out_ratings)
{
	*out_ratings = (struct desk_ratings){0};
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	rating_rows_sums(desk->store, from, to, instrument, out_ratings->items);
	out_ratings->served = rating_rows_served(desk->store, from, to);
	for (int i = 0; i < instrument->item_count; i++) {
		out_ratings->items[i].weight = instrument->items[i].weight;
	}
	return look_end(desk, RESULT_OK);
}

bool desk_ratings_index(const struct desk_ratings *ratings, const struct instrument *instrument,
	int part, enum index_weight weight, struct index_value *out_value)
{
	struct index_item items[INSTRUMENT_ITEMS];
	size_t count = 0;
	for (int i = 0; i < instrument->item_count; i++) {
		if (instrument->items[i].part == part) {
			items[count++] = ratings->items[i];
		}
	}
	return index_compute(items, count, instrument->max, weight, out_value);
}

/* ---- in short, for a report ---- */

static bool find_instrument(const struct desk_sheet *sheet, struct instrument *out_instrument)
{
	char error[512];
	return instrument_file_find(sheet->instrument, out_instrument, error, sizeof error) ==
		       RESULT_OK &&
	       strcmp(out_instrument->version, sheet->version) == 0;
}

static struct desk_index index_of(const struct desk_sheet *sheet,
	const struct instrument *instrument, const struct desk_ratings *ratings, int part)
{
	struct desk_index index = {.finished = sheet->finished};
	struct index_value value;
	text_copy(index.instrument, sizeof index.instrument, sheet->instrument);
	text_copy(index.part, sizeof index.part, instrument->parts[part].code);
	index.any = desk_ratings_index(ratings, instrument, part, instrument->weight, &value);
	if (index.any) {
		const struct instrument_grade *grade = instrument_grade(instrument, value.centi);
		index.centi = value.centi;
		text_copy(index.grade, sizeof index.grade, grade != NULL ? grade->letter : "");
	}
	return index;
}

enum result desk_list_indices(struct desk *desk, const char *from, const char *to,
	struct desk_index out_indices[DESK_INDICES], size_t *out_count)
{
	struct desk_sheet sheets[DESK_SHEETS];
	struct instrument instrument;
	struct desk_ratings ratings;
	size_t count = 0;
	*out_count = 0;
	enum result result = desk_list_sheets(desk, from, to, sheets, DESK_SHEETS, &count);
	for (size_t i = 0; i < count && result == RESULT_OK; i++) {
		if (!find_instrument(&sheets[i], &instrument)) {
			continue;
		}
		result = desk_sum_ratings(desk, from, to, &instrument, &ratings);
		for (int part = 0; part < instrument.part_count && *out_count < DESK_INDICES &&
				   result == RESULT_OK;
			part++) {
			out_indices[(*out_count)++] =
				index_of(&sheets[i], &instrument, &ratings, part);
		}
	}
	return result;
}
