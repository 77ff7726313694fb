/* What a scanner or keypad says of itself and sends: key bitmaps, addresses, events in any order.
 */
#include "drivers/hid_decode.h"
#include "drivers/hid_kind.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void require_burst(const struct hid_burst *burst)
{
	size_t length = strlen(burst->text);
	fuzz_require(length < sizeof(burst->text));
	fuzz_require(burst->fault == HID_FINE || length == 0);
	fuzz_require(!burst->pressed || (length > 0 && length <= HID_PRESSED));
	for (size_t i = 0; i < length && !burst->pressed; i++) {
		char letter = burst->text[i];
		fuzz_require((letter >= ' ' && letter <= '~') || letter == '\n' || letter == '\t' ||
			     letter == HID_BACKSPACE || letter <= HID_RIGHT);
	}
}

/* Five bytes an event: the gap, its type, code and value. */
static void try_events(const uint8_t *data, size_t size, bool keypad)
{
	struct hid_decoder decoder;
	struct hid_burst burst;
	int64_t now_ms = 0;

	hid_decoder_init(&decoder, keypad);
	for (size_t i = 0; i + 5 <= size; i += 5) {
		now_ms += data[i] == 255 ? -1000 : data[i];
		struct hid_event event = {
			.time_ms = now_ms,
			.type = data[i + 1] & 31,
			.code = (uint16_t)(data[i + 2] | (data[i + 3] & 3) << 8),
			.value = (int8_t)data[i + 4],
		};
		if (hid_decoder_take(&decoder, &event, &burst)) {
			require_burst(&burst);
		}
		fuzz_require(decoder.length <= HID_TEXT_SIZE);
		int wait = hid_decoder_wait(&decoder);
		fuzz_require(wait == -1 || wait == HID_GAP_MS || wait == HID_CUT_MS);
		if (data[i] == 254 && hid_decoder_settle(&decoder, &burst)) {
			require_burst(&burst);
		}
	}
	if (hid_decoder_settle(&decoder, &burst)) {
		require_burst(&burst);
	}
	fuzz_require(hid_decoder_wait(&decoder) == -1);
}

static void try_facts(const char *text)
{
	struct hid_facts facts = {.vendor = 0x0c2e};
	struct hid_wish wish;

	if (hid_keys_read(text, facts.keys)) {
		enum hid_kind kind = hid_kind_of(&facts);
		fuzz_require(hid_can_type(&facts) == (kind != HID_OTHER));
	}
	strncpy(facts.name, text, sizeof(facts.name) - 1);
	(void)hid_kind_of(&facts);
	if (hid_wish_read(text, &wish)) {
		fuzz_require(wish.kind == HID_SCANNER || wish.kind == HID_KEYPAD);
		fuzz_require(memchr(wish.path, '\0', sizeof(wish.path)) != NULL);
		fuzz_require((wish.by == HID_BY_PATH) == (wish.path[0] == '/'));
		fuzz_require(wish.vendor >= 0 && wish.vendor <= 0xffff);
		(void)hid_wish_takes(&wish, &facts);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);

	try_events(data, size, false);
	try_events(data, size, true);
	try_facts(text);
	free(text);
	return 0;
}
