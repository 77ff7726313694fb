/* A guest book as it is written on the command line: what is taken is right, asked and kept. */
#include "app/admin/guest_words.h"
#include "app/base/text.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR = 2026 };

/* A service as usual, and one that asks the rest. */
static const struct office_service services[] = {
	{.code = "KONS"},
	{.code = "DTSEN",
		.email_required = true,
		.asks = {[GUEST_ADDRESS] = GUEST_REQUIRED,
			[GUEST_BIRTH_YEAR] = GUEST_REQUIRED,
			[GUEST_INSTITUTION] = GUEST_NO,
			[GUEST_DTSEN] = GUEST_OPTIONAL,
			[GUEST_PARTY_MALE] = GUEST_NO}},
};

static void use_guest(struct guest *guest, const struct office_service *service)
{
	struct guest kept = *guest;
	guest_keep_asked(&kept, service, YEAR);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		enum result result = guest_check_field(guest, field, service, YEAR);
		size_t size;
		const char *text = guest_text(guest, field, &size);
		fuzz_require(result == RESULT_OK || result == RESULT_FIELD_REQUIRED);
		if (text != NULL) {
			fuzz_require(text_check(text, strlen(text), size) == RESULT_OK);
			fuzz_require(strcmp(guest_text(&kept, field, &size), text) == 0);
		} else if (field != GUEST_AGE_BAND) {
			fuzz_require(*guest_code(&kept, field) == *guest_code(guest, field));
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	for (size_t i = 0; i < sizeof services / sizeof services[0]; i++) {
		struct guest guest;
		char field[64] = "";
		if (guest_words_read(text, &services[i], YEAR, &guest, field, sizeof field) ==
			RESULT_OK) {
			use_guest(&guest, &services[i]);
		} else {
			fuzz_require(field[0] != '\0' || text[0] == '=' || text[0] == ',');
		}
	}
	free(text);
	return 0;
}
