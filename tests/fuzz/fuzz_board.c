/* What a person writes for an LED board, and what the board sends back. */
#include "app/base/text.h"
#include "drivers/board_frame.h"
#include "drivers/board_protocol.h"
#include "drivers/bridge.h"
#include "drivers/serial_driver.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

/* A message whose words are the input, as far as they are text. */
static void make_message(const char *text, struct board_message *out_message)
{
	const char *words = text_check(text, strlen(text), SIZE_MAX) == RESULT_OK ? text : "A012";

	*out_message = (struct board_message){.counter = (int)strlen(text)};
	text_copy(out_message->ticket, sizeof(out_message->ticket), words);
	text_copy(out_message->word, sizeof(out_message->word), words);
	text_copy(out_message->text, sizeof(out_message->text), words);
}

static void try_line(const char *text, struct board_message *message)
{
	struct board_line line;
	struct board_setting setting = {.line = &line};
	struct board_bytes bytes;
	enum board_line_fault fault = board_line_parse(text, &line);

	fuzz_require(fault < LINE_FAULTS && board_line_key(fault) != NULL);
	if (fault != LINE_FINE) {
		return;
	}
	fuzz_require(line.count <= BOARD_LINE_ITEMS && line.called > 0);
	fuzz_require(line.called <= line.count && (line.has_idle || line.called == line.count));
	for (int kind = BOARD_BLANK; kind <= BOARD_IDLE; kind++) {
		message->kind = (enum board_message_kind)kind;
		board_line.write(message, &setting, &bytes);
		fuzz_require(!bytes.cut);
	}
}

static void try_protocols(struct board_message *message)
{
	static const struct board_protocol *const protocols[] = {
		&board_alpha, &board_alpha_sum, &board_cd5220, &board_epson, &board_frame};
	struct board_setting setting = {.sequence = 255};
	struct board_bytes bytes;

	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++) {
		for (int kind = BOARD_BLANK; kind <= BOARD_IDLE; kind++) {
			message->kind = (enum board_message_kind)kind;
			protocols[i]->write(message, &setting, &bytes);
			fuzz_require(!bytes.cut && bytes.size > 0);
		}
	}
	/* A frame has one beginning and one end, whatever the words are. */
	message->kind = BOARD_IDLE;
	board_frame.write(message, &setting, &bytes);
	for (size_t i = 1; i < bytes.size; i++) {
		bool star = bytes.data[i] == '*';
		fuzz_require(bytes.data[i] != '$' && (!star || i == bytes.size - 7));
	}
}

/* An answer is believed only when its very bytes are there, ending with the byte taken last. */
static void try_answers(const uint8_t *data, size_t size)
{
	struct board_frame_reader reader = {0};
	struct board_frame_answer answer;

	for (size_t i = 0; i < size; i++) {
		struct board_bytes bytes;
		if (!board_frame_take(&reader, data[i], &answer)) {
			continue;
		}
		fuzz_require(answer.sequence <= 255);
		board_frame_write(answer.sequence, answer.taken ? 'A' : 'N', "", &bytes);
		fuzz_require(i + 1 >= bytes.size - 1);
		fuzz_require(memcmp(data + i + 2 - bytes.size, bytes.data, bytes.size - 2) == 0);
	}
}

static void try_addresses(const char *text)
{
	struct serial_format format = {.speed = 9600};
	char place[64], number[16];
	int vendor, product;

	if (serial_read_address(text, place, sizeof(place), &format)) {
		fuzz_require(place[0] != '\0' && !strchr(place, ','));
		fuzz_require(serial_find_speed(format.speed) >= 0);
	}
	if (serial_read_numbers(text, &vendor, &product, number, sizeof(number))) {
		fuzz_require(vendor >= 0 && vendor <= 0xffff && product >= 0 && product <= 0xffff);
	}
	(void)board_needs_line(text);
}

static void try_packets(const uint8_t *data, size_t size)
{
	uint8_t copy[512];
	size_t packet = size > 0 ? 8 + data[0] : 64;
	size_t kept = size < sizeof(copy) ? size : sizeof(copy);

	memcpy(copy, data, kept);
	fuzz_require(bridge_strip(copy, kept, packet, 2) <= kept);
	fuzz_require(bridge_strip(copy, kept, packet, 0) == kept);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	struct board_message message;

	make_message(text, &message);
	try_line(text, &message);
	try_protocols(&message);
	try_answers(data, size);
	try_addresses(text);
	try_packets(data, size);
	free(text);
	return 0;
}
