/* Any file as a questionnaire: refused with a place and a reason, or one that can be asked and
 * reckoned. */
#include "app/base/text.h"
#include "app/desk/instrument_file.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

static void use_item(const struct instrument *instrument, int place)
{
	const struct instrument_item *item = &instrument->items[place];
	fuzz_require(instrument_find_item(instrument, item->code) == place);
	for (int k = 0; k < INSTRUMENT_LANGUAGES; k++) {
		const char *question = item->question[k];
		fuzz_require(text_check(question, strlen(question), INSTRUMENT_QUESTION_SIZE) ==
			     RESULT_OK);
	}
}

static void use_instrument(const struct instrument *instrument)
{
	struct index_item items[INSTRUMENT_ITEMS];
	struct index_value value;
	char why[200];
	fuzz_require(instrument_check(instrument, why, sizeof why));
	for (int part = 0; part < instrument->part_count; part++) {
		size_t count = 0;
		for (int i = 0; i < instrument->item_count; i++) {
			use_item(instrument, i);
			if (instrument->items[i].part == part) {
				items[count++] = (struct index_item){
					instrument->max * 3, 3, instrument->items[i].weight};
			}
		}
		fuzz_require(index_compute(items, count, instrument->max, INDEX_EXACT, &value));
		fuzz_require(value.centi == 10000 && value.items == (int)count);
		fuzz_require(
			index_compute(items, count, instrument->max, instrument->weight, &value));
		fuzz_require(value.centi <= 10000);
	}
	fuzz_require((instrument_grade(instrument, 0) != NULL) == (instrument->grade_count > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[512];
	char error[400] = "";
	struct instrument instrument;
	fuzz_write_file("sheet.conf", data, size, path, sizeof path);
	if (instrument_file_read(path, &instrument, error, sizeof error) == RESULT_OK) {
		fuzz_require(error[0] == '\0');
		use_instrument(&instrument);
	} else {
		fuzz_require(strstr(error, "sheet.conf:") != NULL);
	}
	fuzz_remove_file(path);
	return 0;
}
