/* What ratings come to. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/feedback.h"
#include "db/rating_rows.h"

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
