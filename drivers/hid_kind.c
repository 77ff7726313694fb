#include "drivers/hid_kind.h"

#include "app/base/text.h"

#include <linux/input-event-codes.h>

#include <string.h>

_Static_assert(HID_KEYS == KEY_CNT, "the kernel's number of keys");

enum { ANY_PRODUCT = -1, WORD_BITS = (int)sizeof(long) * 8, LETTERS_OF_A_KEYBOARD = 20 };

/*
 * Who makes code readers and nothing else with keys: names and numbers of the public list usb.ids
 * (linux-usb.org, Debian package usb.ids). Makers of chips that keyboards use as well (Holtek,
 * STMicroelectronics, Winbond) are not here but for single products listed there as scanners. The
 * same list stands in assets/system/udev/71-giliran-input.rules.
 */
static const struct {
	int vendor, product;
} makers[] = {
	{0x0c2e, ANY_PRODUCT}, /* Metrologic, Honeywell */
	{0x0536, ANY_PRODUCT}, /* Hand Held Products, Honeywell */
	{0x05e0, ANY_PRODUCT}, /* Symbol, Zebra */
	{0x05f9, ANY_PRODUCT}, /* PSC, Datalogic */
	{0x080c, ANY_PRODUCT}, /* Datalogic */
	{0x065a, ANY_PRODUCT}, /* Optoelectronics, Opticon */
	{0x067e, ANY_PRODUCT}, /* Intermec */
	{0x0745, ANY_PRODUCT}, /* Syntech, CipherLab */
	{0x1eab, ANY_PRODUCT}, /* Newland */
	{0x24ea, ANY_PRODUCT}, /* Meva */
	{0x0416, 0xc141},      /* a scanner with a chip of Winbond */
};
enum { MAKERS = sizeof(makers) / sizeof(makers[0]) };

bool hid_maker_at(size_t index, int *out_vendor, int *out_product)
{
	if (index >= MAKERS) {
		return false;
	}
	*out_vendor = makers[index].vendor;
	*out_product = makers[index].product;
	return true;
}

static bool is_of_scanner_maker(const struct hid_facts *facts)
{
	for (size_t i = 0; i < MAKERS; i++) {
		if (makers[i].vendor == facts->vendor &&
			(makers[i].product == ANY_PRODUCT || makers[i].product == facts->product)) {
			return true;
		}
	}
	return false;
}

static char lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether `name` contains `word`, which is in small letters. */
static bool contains(const char *name, const char *word)
{
	for (; *name != '\0'; name++) {
		size_t length = 0;
		while (word[length] != '\0' && lower(name[length]) == word[length]) {
			length++;
		}
		if (word[length] == '\0') {
			return true;
		}
	}
	return false;
}

static bool contains_any(const char *name, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (contains(name, *words)) {
			return true;
		}
	}
	return false;
}

static bool has(const struct hid_facts *facts, int code)
{
	return (facts->keys[code / 8] >> (code % 8) & 1) != 0;
}

static int count(const struct hid_facts *facts, const uint8_t *codes, size_t size)
{
	int had = 0;
	for (size_t i = 0; i < size; i++) {
		had += has(facts, codes[i]);
	}
	return had;
}

static bool has_row_digits(const struct hid_facts *facts)
{
	static const uint8_t codes[] = {
		KEY_0, KEY_1, KEY_2, KEY_3, KEY_4, KEY_5, KEY_6, KEY_7, KEY_8, KEY_9};
	return count(facts, codes, sizeof(codes)) == (int)sizeof(codes);
}

static bool has_pad_digits(const struct hid_facts *facts)
{
	static const uint8_t codes[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4, KEY_KP5,
		KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};
	return count(facts, codes, sizeof(codes)) == (int)sizeof(codes);
}

static int count_letters(const struct hid_facts *facts)
{
	static const uint8_t codes[] = {KEY_A, KEY_B, KEY_C, KEY_D, KEY_E, KEY_F, KEY_G, KEY_H,
		KEY_I, KEY_J, KEY_K, KEY_L, KEY_M, KEY_N, KEY_O, KEY_P, KEY_Q, KEY_R, KEY_S, KEY_T,
		KEY_U, KEY_V, KEY_W, KEY_X, KEY_Y, KEY_Z};
	return count(facts, codes, sizeof(codes));
}

bool hid_can_type(const struct hid_facts *facts)
{
	return (has_row_digits(facts) || has_pad_digits(facts)) &&
	       (has(facts, KEY_ENTER) || has(facts, KEY_KPENTER));
}

enum hid_kind hid_kind_of(const struct hid_facts *facts)
{
	/* "kbw": keyboard wedge, as many small makers call their readers. */
	static const char *const scanners[] = {
		"barcode", "bar code", "bar-code", "qrcode", "qr code", "scan", "kbw", NULL};
	static const char *const pads[] = {
		"keypad", "numpad", "numeric pad", "number pad", "ten key", "10-key", NULL};
	int letters = count_letters(facts);

	if (!hid_can_type(facts)) {
		return HID_OTHER;
	}
	if (contains_any(facts->name, scanners) || is_of_scanner_maker(facts)) {
		return HID_SCANNER;
	}
	if (letters == 0 && has_pad_digits(facts)) {
		return HID_KEYPAD;
	}
	/* Many pads are built with a keyboard's chip and claim its letters. */
	if (contains_any(facts->name, pads) && !contains(facts->name, "keyboard")) {
		return HID_KEYPAD;
	}
	return letters >= LETTERS_OF_A_KEYBOARD ? HID_KEYBOARD : HID_OTHER;
}

/* ---- the bitmap of sysfs ---- */

static int hex_value(char digit)
{
	if (digit >= '0' && digit <= '9') {
		return digit - '0';
	}
	digit = lower(digit);
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static void set_nibble(uint8_t *keys, int first, int nibble)
{
	for (int bit = 0; bit < 4; bit++) {
		int code = first + bit;
		if (code < HID_KEYS && (nibble >> bit & 1) != 0) {
			keys[code / 8] = (uint8_t)(keys[code / 8] | 1 << code % 8);
		}
	}
}

/* From the last word, which holds the keys 0 to 63, to the first. */
bool hid_keys_read(const char *text, uint8_t out_keys[HID_KEYS / 8])
{
	size_t at = strcspn(text, "\n");
	int word = 0, bit = 0;
	bool any = false;

	memset(out_keys, 0, HID_KEYS / 8);
	while (at > 0) {
		char letter = text[--at];
		if (letter == ' ' && bit > 0) {
			word += WORD_BITS;
			bit = 0;
			continue;
		}
		int value = hex_value(letter);
		if (value < 0 || bit >= WORD_BITS || word > 2 * HID_KEYS) {
			return false;
		}
		set_nibble(out_keys, word + bit, value);
		bit += 4;
		any = true;
	}
	return any;
}

/* ---- what is asked for ---- */

static bool read_number(const char *text, char end, int *out_value)
{
	int value = 0;
	for (int i = 0; i < 4; i++) {
		int digit = hex_value(text[i]);
		if (digit < 0) {
			return false;
		}
		value = value * 16 + digit;
	}
	*out_value = value;
	return text[4] == end;
}

static bool read_place(const char *text, struct hid_wish *wish)
{
	if (strcmp(text, "auto") == 0) {
		wish->by = HID_BY_KIND;
		return true;
	}
	if (text[0] == '/') {
		wish->by = HID_BY_PATH;
		return strstr(text, "..") == NULL &&
		       text_copy(wish->path, sizeof(wish->path), text);
	}
	wish->by = HID_BY_NUMBERS;
	return read_number(text, ':', &wish->vendor) && read_number(text + 5, '\0', &wish->product);
}

bool hid_wish_read(const char *uri, struct hid_wish *out_wish)
{
	static const struct {
		const char *scheme;
		enum hid_kind kind;
		bool phone;
	} schemes[] = {
		{"scanner:", HID_SCANNER, false},
		{"keypad:", HID_KEYPAD, false},
		{"phonepad:", HID_KEYPAD, true},
	};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t length = strlen(schemes[i].scheme);
		if (strncmp(uri, schemes[i].scheme, length) == 0) {
			*out_wish = (struct hid_wish){
				.kind = schemes[i].kind, .phone = schemes[i].phone};
			return read_place(uri + length, out_wish);
		}
	}
	return false;
}

bool hid_wish_takes(const struct hid_wish *wish, const struct hid_facts *facts)
{
	switch (wish->by) {
	case HID_BY_KIND: return hid_kind_of(facts) == wish->kind;
	case HID_BY_NUMBERS:
		return hid_can_type(facts) && facts->vendor == wish->vendor &&
		       facts->product == wish->product;
	case HID_BY_PATH: break;
	}
	return hid_can_type(facts);
}
