#include "drivers/hid_decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <linux/input-event-codes.h>

#include <cmocka.h>

/* A scan as a device sends it: keys with the milliseconds since the key before. */
struct probe {
	struct hid_decoder decoder;
	struct hid_burst burst;
	int64_t now_ms;
	int ended; /* bursts so far */
};

static void start(struct probe *probe, bool keypad)
{
	*probe = (struct probe){.now_ms = 1000};
	hid_decoder_init(&probe->decoder, keypad);
}

static void event(struct probe *probe, int type, int code, int value)
{
	struct hid_event sent = {.time_ms = probe->now_ms,
		.type = (uint16_t)type,
		.code = (uint16_t)code,
		.value = value};
	probe->ended += hid_decoder_take(&probe->decoder, &sent, &probe->burst);
}

static void down(struct probe *probe, int code)
{
	event(probe, EV_MSC, MSC_SCAN, 0x70000 + code);
	event(probe, EV_KEY, code, 1);
	event(probe, EV_SYN, SYN_REPORT, 0);
}

static void up(struct probe *probe, int code)
{
	event(probe, EV_KEY, code, 0);
	event(probe, EV_SYN, SYN_REPORT, 0);
}

static void key(struct probe *probe, int gap_ms, int code)
{
	probe->now_ms += gap_ms;
	down(probe, code);
	up(probe, code);
}

static int code_of(char letter)
{
	static const char rows[] = "1234567890\0qwertyuiop\0asdfghjkl\0zxcvbnm";
	static const int first[] = {KEY_1, KEY_Q, KEY_A, KEY_Z};
	const char *row = rows;
	for (int i = 0; i < 4; i++, row += strlen(row) + 1) {
		const char *at = strchr(row, letter);
		if (at != NULL) {
			return first[i] + (int)(at - row);
		}
	}
	assert_int_equal(letter, '\n');
	return KEY_ENTER;
}

/* Types the letters `gap_ms` apart; capitals with Shift, which comes with them. */
static void send(struct probe *probe, int gap_ms, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		bool capital = *at >= 'A' && *at <= 'Z';
		probe->now_ms += gap_ms;
		if (capital) {
			down(probe, KEY_LEFTSHIFT);
		}
		key(probe, 0, code_of(capital ? (char)(*at - 'A' + 'a') : *at));
		if (capital) {
			up(probe, KEY_LEFTSHIFT);
		}
	}
}

/* Nothing comes any more. */
static void silence(struct probe *probe)
{
	assert_true(hid_decoder_wait(&probe->decoder) > 0);
	probe->ended += hid_decoder_settle(&probe->decoder, &probe->burst);
	assert_int_equal(hid_decoder_wait(&probe->decoder), -1);
}

static void assert_scan(struct probe *probe, const char *text)
{
	assert_int_equal(probe->ended, 1);
	assert_int_equal(probe->burst.fault, HID_FINE);
	assert_false(probe->burst.pressed);
	assert_string_equal(probe->burst.text, text);
	probe->ended = 0;
}

static void assert_spoilt(struct probe *probe, enum hid_fault fault)
{
	assert_int_equal(probe->ended, 1);
	assert_int_equal(probe->burst.fault, fault);
	assert_string_equal(probe->burst.text, "");
	probe->ended = 0;
}

static void assert_keys(struct probe *probe, const char *keys)
{
	assert_int_equal(probe->ended, 1);
	assert_true(probe->burst.pressed);
	assert_string_equal(probe->burst.text, keys);
	probe->ended = 0;
}

/* One row a scan: the gap between keys, what is typed, and what comes of it. */
static void test_scans_by_their_timing(void **state)
{
	static const struct {
		int gap_ms;
		const char *sent;
		enum hid_fault fault;
		const char *text;
		int wait_ms; /* the silence that ends it */
	} scans[] = {
		{0, "K7QM2X\n", HID_FINE, "K7QM2X", HID_GAP_MS},
		{8, "k7qm2x\n", HID_FINE, "k7qm2x", HID_GAP_MS},
		{16, "3171234567890123\n", HID_FINE, "3171234567890123", HID_GAP_MS},
		{49, "K7QM2X\n", HID_FINE, "K7QM2X", HID_GAP_MS},
		{50, "K7QM2X\n", HID_TYPED, "", HID_GAP_MS},
		{199, "K7QM2X\n", HID_TYPED, "", HID_GAP_MS},
		{8, "K7QM2X", HID_CUT, "", HID_CUT_MS},
		{8, "K", HID_CUT, "", HID_CUT_MS},
		{8, "K7QM2X\n\n", HID_FINE, "K7QM2X", HID_GAP_MS}, /* CR and LF */
		{8, "giliran\nK007\nA\n", HID_FINE, "giliran\nK007\nA", HID_GAP_MS},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(scans) / sizeof(scans[0]); i++) {
		struct probe probe;
		start(&probe, false);
		send(&probe, scans[i].gap_ms, scans[i].sent);
		assert_int_equal(probe.ended, 0);
		assert_int_equal(hid_decoder_wait(&probe.decoder), scans[i].wait_ms);
		silence(&probe);
		if (scans[i].fault == HID_FINE) {
			assert_scan(&probe, scans[i].text);
		} else {
			assert_spoilt(&probe, scans[i].fault);
		}
	}
}

static void test_two_scans_one_after_the_other(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	send(&probe, 8, "abc\n");
	probe.now_ms += 50;
	send(&probe, 8, "d");
	assert_scan(&probe, "abc");
	send(&probe, 8, "ef\n");
	silence(&probe);
	assert_scan(&probe, "def");
}

/* The rest of a code whose beginning was lost is not a code. */
static void test_half_a_code_is_never_one(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	send(&probe, 8, "K7Q");
	probe.now_ms += 120;
	send(&probe, 8, "M2X\n");
	silence(&probe);
	assert_spoilt(&probe, HID_TYPED);
	/* Cut off, and long after it another one. */
	send(&probe, 8, "K7Q");
	probe.now_ms += 5000;
	send(&probe, 8, "K");
	assert_spoilt(&probe, HID_CUT);
	send(&probe, 8, "7QM2X\n");
	silence(&probe);
	assert_scan(&probe, "K7QM2X");
	/* Unplugged in the middle. */
	send(&probe, 8, "K7Q");
	hid_decoder_reset(&probe.decoder);
	assert_int_equal(hid_decoder_wait(&probe.decoder), -1);
	send(&probe, 8, "ab\n");
	silence(&probe);
	assert_scan(&probe, "ab");
}

static void test_dropped_events_spoil_the_burst(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	send(&probe, 8, "K7Q");
	down(&probe, KEY_LEFTSHIFT);
	event(&probe, EV_SYN, SYN_DROPPED, 0);
	/* Of a report whose beginning is gone. */
	event(&probe, EV_KEY, KEY_LEFTSHIFT, 1);
	event(&probe, EV_KEY, KEY_M, 1);
	event(&probe, EV_SYN, SYN_REPORT, 0);
	send(&probe, 8, "2x\n");
	silence(&probe);
	assert_spoilt(&probe, HID_LOST);
	/* Shift is not held any more, as far as anybody knows. */
	send(&probe, 8, "ab\n");
	silence(&probe);
	assert_scan(&probe, "ab");
}

static void test_the_longest_text(void **state)
{
	char text[HID_TEXT_SIZE + 2] = "";
	struct probe probe;
	(void)state;
	start(&probe, false);
	memset(text, '7', HID_TEXT_SIZE - 1);
	send(&probe, 1, text);
	send(&probe, 1, "\n\n");
	silence(&probe);
	assert_scan(&probe, text);
	memset(text, '7', HID_TEXT_SIZE);
	send(&probe, 1, text);
	send(&probe, 1, "\n");
	silence(&probe);
	assert_spoilt(&probe, HID_LONG);
	for (int i = 0; i < 3000; i++) {
		send(&probe, 1, "8");
	}
	send(&probe, 1, "\n");
	silence(&probe);
	assert_spoilt(&probe, HID_LONG);
	send(&probe, 1, "ok\n");
	silence(&probe);
	assert_scan(&probe, "ok");
}

static void test_letters_of_the_us_layout(void **state)
{
	static const struct {
		int code;
		char plain, shifted;
	} keys[] = {{KEY_1, '1', '!'}, {KEY_2, '2', '@'}, {KEY_6, '6', '^'}, {KEY_0, '0', ')'},
		{KEY_MINUS, '-', '_'}, {KEY_EQUAL, '=', '+'}, {KEY_SEMICOLON, ';', ':'},
		{KEY_SLASH, '/', '?'}, {KEY_DOT, '.', '>'}, {KEY_BACKSLASH, '\\', '|'},
		{KEY_APOSTROPHE, '\'', '"'}, {KEY_LEFTBRACE, '[', '{'}, {KEY_GRAVE, '`', '~'},
		{KEY_SPACE, ' ', ' '}, {KEY_KP7, '7', '7'}, {KEY_KPSLASH, '/', '/'},
		{KEY_Z, 'z', 'Z'}};
	char wanted[64];
	size_t length = 0;
	struct probe probe;
	(void)state;
	start(&probe, false);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		key(&probe, 4, keys[i].code);
		down(&probe, KEY_RIGHTSHIFT);
		key(&probe, 4, keys[i].code);
		up(&probe, KEY_RIGHTSHIFT);
		wanted[length++] = keys[i].plain;
		wanted[length++] = keys[i].shifted;
	}
	wanted[length] = '\0';
	key(&probe, 4, KEY_TAB);
	silence(&probe);
	assert_scan(&probe, wanted);
}

/* Caps Lock turns letters only; the kernel's repetition of a held key is not another key. */
static void test_locks_and_repetition(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	key(&probe, 4, KEY_NUMLOCK);
	key(&probe, 4, KEY_CAPSLOCK);
	send(&probe, 4, "k7Q");
	key(&probe, 4, KEY_CAPSLOCK);
	down(&probe, KEY_A);
	for (int i = 0; i < 5; i++) {
		event(&probe, EV_KEY, KEY_A, 2);
	}
	up(&probe, KEY_A);
	key(&probe, 4, KEY_KPENTER);
	silence(&probe);
	assert_scan(&probe, "K7qa");
}

static void alt_code(struct probe *probe, const char *digits)
{
	static const int pad[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4, KEY_KP5, KEY_KP6,
		KEY_KP7, KEY_KP8, KEY_KP9};
	probe->now_ms += 2;
	down(probe, KEY_LEFTALT);
	for (; *digits != '\0'; digits++) {
		key(probe, 2, pad[*digits - '0']);
	}
	up(probe, KEY_LEFTALT);
}

/* As a Datalogic reader set to be independent of the layout sends "4" and its end: Alt 0 5 2. */
static void test_decimal_codes(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	key(&probe, 0, KEY_NUMLOCK);
	alt_code(&probe, "052");
	alt_code(&probe, "075");
	alt_code(&probe, "013");
	silence(&probe);
	assert_scan(&probe, "4K");
	alt_code(&probe, "0233");
	send(&probe, 2, "a\n");
	silence(&probe);
	assert_spoilt(&probe, HID_FOREIGN);
	alt_code(&probe, "99999999999999");
	send(&probe, 2, "a\n");
	silence(&probe);
	assert_spoilt(&probe, HID_FOREIGN);
}

static void test_other_keys_spoil_a_scan(void **state)
{
	static const int keys[] = {KEY_F1, KEY_BACKSPACE, KEY_UP, KEY_DELETE, 0x2ff, 0};
	struct probe probe;
	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		start(&probe, false);
		send(&probe, 4, "a");
		key(&probe, 4, keys[i]);
		send(&probe, 4, "b\n");
		silence(&probe);
		assert_spoilt(&probe, HID_FOREIGN);
	}
	start(&probe, false);
	down(&probe, KEY_LEFTCTRL);
	send(&probe, 4, "c");
	up(&probe, KEY_LEFTCTRL);
	send(&probe, 4, "b\n");
	silence(&probe);
	assert_spoilt(&probe, HID_FOREIGN);
}

/* What says nothing is nothing. */
static void test_lone_keys_of_a_scanner(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, false);
	key(&probe, 0, KEY_ENTER);
	silence(&probe);
	key(&probe, 900, KEY_LEFTSHIFT);
	silence(&probe);
	key(&probe, 900, KEY_CAPSLOCK);
	silence(&probe);
	assert_int_equal(probe.ended, 0);
	event(&probe, EV_REL, REL_X, 4);
	event(&probe, EV_KEY, KEY_A, 0);
	assert_int_equal(hid_decoder_wait(&probe.decoder), -1);
}

static void test_keys_of_a_keypad(void **state)
{
	struct probe probe;
	(void)state;
	start(&probe, true);
	key(&probe, 0, KEY_KP8);
	assert_int_equal(hid_decoder_wait(&probe.decoder), HID_GAP_MS);
	silence(&probe);
	assert_keys(&probe, "8");
	/* Without a pause between them but that of a finger. */
	key(&probe, 900, KEY_KP2);
	key(&probe, 90, KEY_KPENTER);
	assert_keys(&probe, "2");
	silence(&probe);
	assert_keys(&probe, "\n");
	/* Two fingers at once. */
	key(&probe, 900, KEY_KP1);
	key(&probe, 20, KEY_KP2);
	silence(&probe);
	assert_keys(&probe, "12");
	key(&probe, 900, KEY_BACKSPACE);
	key(&probe, 20, KEY_UP);
	silence(&probe);
	assert_keys(&probe, "\b\001");
	/* A key that means nothing, and a code reader that looks like a pad. */
	key(&probe, 900, KEY_F5);
	silence(&probe);
	assert_int_equal(probe.ended, 0);
	send(&probe, 8, "8992761\n");
	silence(&probe);
	assert_scan(&probe, "8992761");
	send(&probe, 8, "8992761");
	assert_int_equal(hid_decoder_wait(&probe.decoder), HID_CUT_MS);
	silence(&probe);
	assert_spoilt(&probe, HID_CUT);
}

static void test_what_keys_mean(void **state)
{
	(void)state;
	assert_string_equal(hid_key_name('8', false), "up");
	assert_string_equal(hid_key_name('2', false), "down");
	assert_string_equal(hid_key_name('2', true), "up");
	assert_string_equal(hid_key_name('8', true), "down");
	assert_string_equal(hid_key_name('4', true), "left");
	assert_string_equal(hid_key_name('6', false), "right");
	assert_string_equal(hid_key_name('5', false), "return");
	assert_string_equal(hid_key_name('\n', false), "return");
	assert_string_equal(hid_key_name('0', true), "escape");
	assert_string_equal(hid_key_name('*', false), "escape");
	assert_string_equal(hid_key_name(HID_BACKSPACE, false), "escape");
	assert_string_equal(hid_key_name('+', false), "tab");
	assert_string_equal(hid_key_name('-', false), "backtab");
	assert_string_equal(hid_key_name(HID_UP, true), "up");
	assert_null(hid_key_name('7', false));
	assert_null(hid_key_name('a', false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scans_by_their_timing),
		cmocka_unit_test(test_two_scans_one_after_the_other),
		cmocka_unit_test(test_half_a_code_is_never_one),
		cmocka_unit_test(test_dropped_events_spoil_the_burst),
		cmocka_unit_test(test_the_longest_text),
		cmocka_unit_test(test_letters_of_the_us_layout),
		cmocka_unit_test(test_locks_and_repetition),
		cmocka_unit_test(test_decimal_codes),
		cmocka_unit_test(test_other_keys_spoil_a_scan),
		cmocka_unit_test(test_lone_keys_of_a_scanner),
		cmocka_unit_test(test_keys_of_a_keypad),
		cmocka_unit_test(test_what_keys_mean),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
