#include "drivers/usb_talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/*
 * The talk alone, on a port that is played from a script, without a clock: what it says comes in
 * pieces, each so long after the one before. These are the functions of usb.h, in their place.
 */
struct piece {
	int after_ms; /* -1: the script's end; STOPS: the endpoint is halted, now and for ever */
	uint8_t bytes[8];
	size_t size;
};

enum { END = -1, STOPS = -2 };

struct usb_port {
	const struct piece *script;
	int waited_ms; /* since the last piece */
	int waited_in_all_ms;
	int reads, writes;
	struct usb_identity identity;
};

enum result usb_read(
	struct usb_port *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	const struct piece *piece = port->script;

	*out_read = 0;
	port->reads++;
	assert_in_range(port->reads, 1, 1000); /* it goes round and round */
	if (piece->after_ms == STOPS) {
		return RESULT_DEVICE_STOPPED;
	}
	if (piece->after_ms == END || port->waited_ms + timeout_ms < piece->after_ms) {
		port->waited_ms += timeout_ms;
		port->waited_in_all_ms += timeout_ms;
		return RESULT_DEVICE_TIMEOUT;
	}
	assert_true(piece->size <= size);
	memcpy(out_data, piece->bytes, piece->size);
	*out_read = piece->size;
	port->waited_ms = 0;
	port->script++;
	return RESULT_OK;
}

enum result usb_write(struct usb_port *port, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written)
{
	(void)data;
	(void)timeout_ms;
	port->writes++;
	*out_written = size;
	return RESULT_OK;
}

const struct usb_identity *usb_get_identity(const struct usb_port *port)
{
	return &port->identity;
}

enum result usb_get_port_status(struct usb_port *port, uint8_t *out_status)
{
	(void)port;
	*out_status = 0x18;
	return RESULT_OK;
}

static void start(struct usb_talk *talk, struct usb_port *port, const struct piece *script)
{
	*port = (struct usb_port){.script = script, .identity = {.two_way = true}};
	*talk = (struct usb_talk){.port = port};
}

/* The rest of a frame that comes a little later is no answer to GS r. */
static void test_a_frame_in_pieces_is_no_confirmation(void **state)
{
	(void)state;
	static const struct piece rows[][5] = {
		{{0, {0x10}, 1}, {10, {0, 0, 0}, 3}, {END, {0}, 0}},
		{{0, {0x10, 0}, 2}, {15, {0}, 1}, {15, {0}, 1}, {END, {0}, 0}},
		{{3, {0x10}, 1}, {19, {0}, 1}, {19, {0}, 1}, {19, {0}, 1}, {END, {0}, 0}},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct usb_talk talk;
		struct usb_port port;
		start(&talk, &port, rows[i]);
		assert_true(usb_talk_drain(&talk));
		assert_int_equal(usb_talk_wait_done(&talk, 50), RESULT_DEVICE_TIMEOUT);
		assert_false(talk.done);
		assert_true(talk.framed);
	}
}

/* What is whole is waited for no longer than before. */
static void test_whole_answers_cost_a_short_silence(void **state)
{
	(void)state;
	static const struct piece script[] = {{0, {0x10, 0, 0, 0}, 4}, {END, {0}, 0}};
	struct usb_talk talk;
	struct usb_port port;

	start(&talk, &port, script);
	assert_true(usb_talk_drain(&talk));
	assert_int_equal(port.waited_in_all_ms, 5);
}

static void test_halted_for_good(void **state)
{
	(void)state;
	static const struct piece script[] = {{STOPS, {0}, 0}};
	struct usb_talk talk;
	struct usb_port port;

	start(&talk, &port, script);
	assert_int_equal(usb_talk_wait_done(&talk, 1000), RESULT_DEVICE_FAILED);
	assert_in_range(port.reads, 1, 10);
	usb_talk_init(&talk, &port);
	assert_false(usb_talk_answers(&talk));
	assert_in_range(port.reads, 1, 100);
}

/* Of who answers nothing it costs less than a quarter of a second, and one message. */
static void test_a_deaf_printer_is_tried_again_in_one_breath(void **state)
{
	(void)state;
	static const struct piece script[] = {{END, {0}, 0}};
	struct usb_talk talk;
	struct usb_port port;

	start(&talk, &port, script);
	assert_false(usb_talk_try_again(&talk));
	assert_int_equal(port.writes, 1);
	assert_in_range(port.waited_in_all_ms, 1, 250);
}

static void test_a_printer_that_answers_is_not_tried_again(void **state)
{
	(void)state;
	static const struct piece script[] = {{END, {0}, 0}};
	struct usb_talk talk;
	struct usb_port port;

	start(&talk, &port, script);
	talk.frames = true;
	assert_true(usb_talk_try_again(&talk));
	assert_int_equal(port.reads + port.writes, 0);
}

static void test_a_one_way_printer_is_not_tried_again(void **state)
{
	(void)state;
	static const struct piece script[] = {{END, {0}, 0}};
	struct usb_talk talk;
	struct usb_port port;

	start(&talk, &port, script);
	port.identity.two_way = false;
	assert_false(usb_talk_try_again(&talk));
	assert_int_equal(port.reads + port.writes, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_frame_in_pieces_is_no_confirmation),
		cmocka_unit_test(test_whole_answers_cost_a_short_silence),
		cmocka_unit_test(test_halted_for_good),
		cmocka_unit_test(test_a_deaf_printer_is_tried_again_in_one_breath),
		cmocka_unit_test(test_a_printer_that_answers_is_not_tried_again),
		cmocka_unit_test(test_a_one_way_printer_is_not_tried_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
