#include "drivers/hid_decode.h"

#include "app/base/memory.h"

#include <linux/input-event-codes.h>

#include <string.h>

enum { NO_CODE = -1, RELEASED = 0, PRESSED = 1 };

enum { SHIFT_LEFT = 1, SHIFT_RIGHT = 2, ALT = 4, OTHERS = 8 };
enum { SHIFTS = SHIFT_LEFT | SHIFT_RIGHT };

/* US layout: without and with Shift; "\0\0" = no letter. */
static const char letters[][2] = {
	[KEY_1] = {'1', '!'},
	[KEY_2] = {'2', '@'},
	[KEY_3] = {'3', '#'},
	[KEY_4] = {'4', '$'},
	[KEY_5] = {'5', '%'},
	[KEY_6] = {'6', '^'},
	[KEY_7] = {'7', '&'},
	[KEY_8] = {'8', '*'},
	[KEY_9] = {'9', '('},
	[KEY_0] = {'0', ')'},
	[KEY_MINUS] = {'-', '_'},
	[KEY_EQUAL] = {'=', '+'},
	[KEY_BACKSPACE] = {HID_BACKSPACE, HID_BACKSPACE},
	[KEY_TAB] = {'\t', '\t'},
	[KEY_Q] = {'q', 'Q'},
	[KEY_W] = {'w', 'W'},
	[KEY_E] = {'e', 'E'},
	[KEY_R] = {'r', 'R'},
	[KEY_T] = {'t', 'T'},
	[KEY_Y] = {'y', 'Y'},
	[KEY_U] = {'u', 'U'},
	[KEY_I] = {'i', 'I'},
	[KEY_O] = {'o', 'O'},
	[KEY_P] = {'p', 'P'},
	[KEY_LEFTBRACE] = {'[', '{'},
	[KEY_RIGHTBRACE] = {']', '}'},
	[KEY_ENTER] = {'\n', '\n'},
	[KEY_A] = {'a', 'A'},
	[KEY_S] = {'s', 'S'},
	[KEY_D] = {'d', 'D'},
	[KEY_F] = {'f', 'F'},
	[KEY_G] = {'g', 'G'},
	[KEY_H] = {'h', 'H'},
	[KEY_J] = {'j', 'J'},
	[KEY_K] = {'k', 'K'},
	[KEY_L] = {'l', 'L'},
	[KEY_SEMICOLON] = {';', ':'},
	[KEY_APOSTROPHE] = {'\'', '"'},
	[KEY_GRAVE] = {'`', '~'},
	[KEY_BACKSLASH] = {'\\', '|'},
	[KEY_Z] = {'z', 'Z'},
	[KEY_X] = {'x', 'X'},
	[KEY_C] = {'c', 'C'},
	[KEY_V] = {'v', 'V'},
	[KEY_B] = {'b', 'B'},
	[KEY_N] = {'n', 'N'},
	[KEY_M] = {'m', 'M'},
	[KEY_COMMA] = {',', '<'},
	[KEY_DOT] = {'.', '>'},
	[KEY_SLASH] = {'/', '?'},
	[KEY_KPASTERISK] = {'*', '*'},
	[KEY_SPACE] = {' ', ' '},
	[KEY_KP7] = {'7', '7'},
	[KEY_KP8] = {'8', '8'},
	[KEY_KP9] = {'9', '9'},
	[KEY_KPMINUS] = {'-', '-'},
	[KEY_KP4] = {'4', '4'},
	[KEY_KP5] = {'5', '5'},
	[KEY_KP6] = {'6', '6'},
	[KEY_KPPLUS] = {'+', '+'},
	[KEY_KP1] = {'1', '1'},
	[KEY_KP2] = {'2', '2'},
	[KEY_KP3] = {'3', '3'},
	[KEY_KP0] = {'0', '0'},
	[KEY_KPDOT] = {'.', '.'},
	[KEY_102ND] = {'\\', '|'},
	[KEY_KPENTER] = {'\n', '\n'},
	[KEY_KPSLASH] = {'/', '/'},
	[KEY_UP] = {HID_UP, HID_UP},
	[KEY_LEFT] = {HID_LEFT, HID_LEFT},
	[KEY_RIGHT] = {HID_RIGHT, HID_RIGHT},
	[KEY_DOWN] = {HID_DOWN, HID_DOWN},
	[KEY_KPEQUAL] = {'=', '='},
	[KEY_KPCOMMA] = {',', ','},
};

static unsigned modifier_of(int code)
{
	switch (code) {
	case KEY_LEFTSHIFT: return SHIFT_LEFT;
	case KEY_RIGHTSHIFT: return SHIFT_RIGHT;
	case KEY_LEFTALT: return ALT;
	case KEY_RIGHTALT:
	case KEY_LEFTCTRL:
	case KEY_RIGHTCTRL:
	case KEY_LEFTMETA:
	case KEY_RIGHTMETA: return OTHERS;
	default: return 0;
	}
}

static bool is_terminator(char letter)
{
	return letter == '\n' || letter == '\t';
}

static bool is_letter(char letter)
{
	return (letter >= ' ' && letter <= '~') || is_terminator(letter);
}

/* ---- bursts ---- */

void hid_decoder_init(struct hid_decoder *decoder, bool keypad)
{
	*decoder = (struct hid_decoder){.keypad = keypad, .code = NO_CODE};
}

static void forget_burst(struct hid_decoder *decoder)
{
	memory_wipe(decoder->text, sizeof(decoder->text));
	decoder->length = 0;
	decoder->fault = HID_FINE;
	decoder->open = false;
}

void hid_decoder_reset(struct hid_decoder *decoder)
{
	forget_burst(decoder);
	hid_decoder_init(decoder, decoder->keypad);
}

static void spoil(struct hid_decoder *decoder, enum hid_fault fault)
{
	if (decoder->fault == HID_FINE) {
		decoder->fault = fault;
	}
}

static bool is_pressed(const struct hid_decoder *decoder)
{
	return decoder->keypad && decoder->fault == HID_FINE && decoder->length <= HID_PRESSED;
}

/* Whether the burst is whole if nothing follows within HID_GAP_MS. */
static bool is_whole(const struct hid_decoder *decoder)
{
	return is_pressed(decoder) ||
	       (decoder->length > 0 && is_terminator(decoder->text[decoder->length - 1]));
}

/* One place more than the longest text has is for its terminator. */
static void add(struct hid_decoder *decoder, char letter)
{
	if (decoder->length < HID_TEXT_SIZE) {
		decoder->length++;
	}
	decoder->text[decoder->length - 1] = letter;
	if (decoder->length == HID_TEXT_SIZE && !is_terminator(letter)) {
		spoil(decoder, HID_LONG);
	}
}

/* Ends the burst; false when there was nothing in it: a lone Enter or Shift of a scanner. */
static bool end_burst(struct hid_decoder *decoder, struct hid_burst *out_burst)
{
	bool pressed = is_pressed(decoder), whole = is_whole(decoder);

	while (!pressed && decoder->length > 0 &&
		is_terminator(decoder->text[decoder->length - 1])) {
		decoder->length--;
	}
	bool any = decoder->length > 0 || decoder->fault != HID_FINE;
	if (!whole) {
		spoil(decoder, HID_CUT);
	}
	*out_burst = (struct hid_burst){.fault = decoder->fault, .pressed = pressed};
	if (decoder->fault == HID_FINE) {
		memcpy(out_burst->text, decoder->text, decoder->length);
	}
	forget_burst(decoder);
	return any;
}

int hid_decoder_wait(const struct hid_decoder *decoder)
{
	if (!decoder->open) {
		return -1;
	}
	return is_whole(decoder) ? HID_GAP_MS : HID_CUT_MS;
}

bool hid_decoder_settle(struct hid_decoder *decoder, struct hid_burst *out_burst)
{
	return decoder->open && end_burst(decoder, out_burst);
}

/* ---- events ---- */

/* A key went down: it belongs to the burst before it, ends that, or shows that it was typed. */
static bool note_press(
	struct hid_decoder *decoder, const struct hid_event *event, struct hid_burst *out_burst)
{
	int64_t gap_ms = event->time_ms - decoder->last_ms;
	bool ended = false;

	if (decoder->open && gap_ms >= HID_GAP_MS) {
		if (is_whole(decoder) || gap_ms >= HID_CUT_MS) {
			ended = end_burst(decoder, out_burst);
		} else {
			spoil(decoder, HID_TYPED);
		}
	}
	decoder->open = true;
	decoder->last_ms = event->time_ms;
	return ended;
}

/* A digit while Alt is held: decimal codes, as "Alt 0 5 2" for 4. */
static void add_code_digit(struct hid_decoder *decoder, char digit)
{
	enum { CODE_LIMIT = 9999 };
	int code = decoder->code == NO_CODE ? 0 : decoder->code;

	if (digit < '0' || digit > '9' || code > CODE_LIMIT) {
		spoil(decoder, HID_FOREIGN);
	} else {
		decoder->code = code * 10 + digit - '0';
	}
}

static void end_code(struct hid_decoder *decoder)
{
	int code = decoder->code == '\r' ? '\n' : decoder->code;

	decoder->code = NO_CODE;
	if (code == NO_CODE) {
		return;
	}
	if (code > 0 && code < 128 && is_letter((char)code)) {
		add(decoder, (char)code);
	} else {
		spoil(decoder, HID_FOREIGN);
	}
}

static void press(struct hid_decoder *decoder, int code)
{
	bool known = (size_t)code < sizeof(letters) / sizeof(letters[0]);
	bool shift = (decoder->held & SHIFTS) != 0;

	if (code == KEY_CAPSLOCK) {
		decoder->capital = !decoder->capital;
		return;
	}
	if (code == KEY_NUMLOCK || code == KEY_SCROLLLOCK) {
		return; /* some scanners set their light first */
	}
	char letter = known ? letters[code][0] : '\0';
	if (letter >= 'a' && letter <= 'z') {
		shift = shift != decoder->capital;
	}
	letter = known ? letters[code][shift] : '\0';
	if (decoder->held & ALT) {
		add_code_digit(decoder, letter);
	} else if ((decoder->held & OTHERS) || !(is_letter(letter) || decoder->keypad)) {
		spoil(decoder, HID_FOREIGN);
	} else if (letter != '\0') {
		add(decoder, letter);
	}
}

/* The kernel's buffer ran over: what is held now is not known, and the burst is not whole. */
static void lose(struct hid_decoder *decoder, int64_t time_ms)
{
	hid_decoder_reset(decoder);
	decoder->dropping = true;
	decoder->open = true;
	decoder->last_ms = time_ms;
	decoder->fault = HID_LOST;
}

bool hid_decoder_take(
	struct hid_decoder *decoder, const struct hid_event *event, struct hid_burst *out_burst)
{
	if (event->type == EV_SYN && event->code == SYN_DROPPED) {
		lose(decoder, event->time_ms);
		return false;
	}
	if (event->type == EV_SYN && event->code == SYN_REPORT) {
		decoder->dropping = false;
	}
	if (event->type != EV_KEY || decoder->dropping) {
		return false;
	}
	unsigned modifier = modifier_of(event->code);
	if (event->value == RELEASED) {
		decoder->held &= ~modifier;
		if (modifier == ALT) {
			end_code(decoder);
		}
		return false;
	}
	if (event->value != PRESSED) {
		return false; /* the kernel's repetition of a key that is held */
	}
	bool ended = note_press(decoder, event, out_burst);
	decoder->held |= modifier;
	if (modifier == 0) {
		press(decoder, event->code);
	}
	return ended;
}

/* ---- a keypad's keys ---- */

const char *hid_key_name(char key, bool phone)
{
	switch (key) {
	case HID_UP: return "up";
	case HID_DOWN: return "down";
	case HID_LEFT:
	case '4': return "left";
	case HID_RIGHT:
	case '6': return "right";
	case '8': return phone ? "down" : "up";
	case '2': return phone ? "up" : "down";
	case '+':
	case '\t': return "tab";
	case '-': return "backtab";
	case '5':
	case '\n': return "return";
	case '0':
	case '*':
	case HID_BACKSPACE: return "escape";
	default: return NULL;
	}
}
