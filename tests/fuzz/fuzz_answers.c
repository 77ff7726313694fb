/* Whatever comes back from a printer: a mixture of DLE EOT, GS a, GS r, flow control and noise. */
#include "drivers/escpos_status.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

static bool is_trouble_or_ok(enum result reason)
{
	return reason == RESULT_OK || reason == RESULT_COVER_OPEN || reason == RESULT_PAPER_OUT ||
	       reason == RESULT_PRINTER_ERROR || reason == RESULT_DEVICE_OFFLINE;
}

/* Each kind of answer keeps to the bits that are fixed in it. */
static void check_said(const struct escpos_reader *reader, uint8_t byte, enum escpos_said said)
{
	struct printer_status status = {.reason = RESULT_OK};

	switch (said) {
	case ESCPOS_SAID_STATUS:
		fuzz_require((byte & 0x93) == 0x12);
		for (int question = 1; question <= 4; question++) {
			fuzz_require(escpos_read_status(question, byte, &status));
		}
		break;
	case ESCPOS_SAID_FRAME:
		fuzz_require((reader->frame[0] & 0x93) == 0x10);
		for (int i = 1; i < ESCPOS_FRAME_SIZE; i++) {
			fuzz_require((reader->frame[i] & 0x90) == 0);
		}
		fuzz_require(reader->frame[ESCPOS_FRAME_SIZE - 1] == byte);
		escpos_read_frame(reader->frame, &status);
		break;
	case ESCPOS_SAID_DONE: fuzz_require((byte & 0xf0) == 0); break;
	case ESCPOS_SAID_NOTHING: break;
	}
	fuzz_require(is_trouble_or_ok(status.reason));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint8_t good[] = {0x10, 0x00, 0x03, 0x00};
	struct escpos_reader reader = {0};
	size_t frames = 0;

	for (size_t i = 0; i < size; i++) {
		enum escpos_said said = escpos_hear(&reader, data[i]);
		frames += said == ESCPOS_SAID_FRAME;
		fuzz_require(reader.length < ESCPOS_FRAME_SIZE);
		check_said(&reader, data[i], said);
	}
	fuzz_require(frames <= size / ESCPOS_FRAME_SIZE);
	/* After anything at all a whole frame is understood, and after a silence a single byte. */
	for (size_t i = 0; i < sizeof(good); i++) {
		enum escpos_said said = escpos_hear(&reader, good[i]);
		fuzz_require((said == ESCPOS_SAID_FRAME) == (i + 1 == sizeof(good)));
	}
	fuzz_require(memcmp(reader.frame, good, sizeof(good)) == 0);
	escpos_hear(&reader, 0x10);
	escpos_forget(&reader);
	fuzz_require(escpos_hear(&reader, 0x00) == ESCPOS_SAID_DONE);
	return 0;
}
