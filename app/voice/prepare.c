#include "app/voice/prepare.h"

#include "app/base/text.h"

#include <string.h>

enum { TOKEN_SIZE = 256, TICKET_LETTERS = 4, NUMBER_DIGITS = 6 };

struct writer {
	enum voice_language language;
	char *text;
	size_t size, used;
	bool inside; /* a word: its digits are letters of it */
	bool cut;
};

/* Signs within a text, and what is said for them. */
static const struct {
	const char *sign, *said[VOICE_LANGUAGES];
} signs[] = {
	{"·", {", ", ", "}},
	{"|", {", ", ", "}},
	{"–", {" sampai ", " to "}},
	{"—", {", ", ", "}},
	{"→", {", ", ", "}},
	{"…", {".", "."}},
	{"•", {" ", " "}},
	{"*", {"", ""}},
	{"±", {"sekitar ", "about "}},
	{"&", {" dan ", " and "}},
	{"+", {" lebih ", " plus "}},
	{"/", {" atau ", " or "}},
};

/* Signs within an address, and those that are typed. */
static const struct {
	const char *sign, *said[VOICE_LANGUAGES];
} names[] = {
	{".", {"titik", "dot"}},
	{"@", {"et", "at"}},
	{"_", {"garis bawah", "underscore"}},
	{"-", {"strip", "dash"}},
	{"/", {"garis miring", "slash"}},
	{":", {"titik dua", "colon"}},
	{",", {"koma", "comma"}},
	{"'", {"apostrof", "apostrophe"}},
	{"?", {"tanda tanya", "question mark"}},
	{"!", {"tanda seru", "exclamation mark"}},
	{"(", {"kurung buka", "open bracket"}},
	{")", {"kurung tutup", "close bracket"}},
	{"+", {"plus", "plus"}},
	{" ", {"spasi", "space"}},
};

static void add_bytes(struct writer *writer, const char *bytes, size_t length)
{
	if (length >= writer->size - writer->used) {
		writer->cut = true;
		return;
	}
	memcpy(writer->text + writer->used, bytes, length);
	writer->used += length;
	writer->text[writer->used] = '\0';
}

static void add(struct writer *writer, const char *text)
{
	add_bytes(writer, text, strlen(text));
}

static bool is_digit(char letter)
{
	return letter >= '0' && letter <= '9';
}

static bool is_capital(char letter)
{
	return letter >= 'A' && letter <= 'Z';
}

static bool is_letter(char letter)
{
	return is_capital(letter) || (letter >= 'a' && letter <= 'z');
}

static size_t digits_at(const char *text)
{
	size_t count = 0;
	while (is_digit(text[count])) {
		count++;
	}
	return count;
}

/* ---- numbers ---- */

static void add_digits(struct writer *writer, const char *digits, size_t count)
{
	char copy[TOKEN_SIZE], words[TOKEN_SIZE * 8];
	text_format(copy, sizeof(copy), "%.*s", (int)count, digits);
	if (words_digits(writer->language, copy, words, sizeof(words))) {
		add(writer, words);
	}
}

/* A whole number: in words where it is one, digit by digit where it is a code or a telephone's. */
static void add_number(struct writer *writer, const char *digits, size_t count)
{
	char copy[24], words[WORDS_SIZE];
	int64_t value;
	text_format(copy, sizeof(copy), "%.*s", (int)(count < 20 ? count : 20), digits);
	if ((digits[0] == '0' && count > 1) || count > 15 ||
		!text_to_int(copy, 0, WORDS_MAX_INDONESIAN, &value)) {
		add_digits(writer, digits, count);
	} else if (words_number(writer->language, value, words, sizeof(words))) {
		add(writer, words);
	} else {
		add(writer, copy); /* the synthesizer knows larger English numbers */
	}
}

/* "10.13": an hour and its minutes. */
static size_t add_hour(struct writer *writer, const char *text)
{
	size_t hours = digits_at(text);
	const char *minutes = text + hours + 1;
	bool english = writer->language == VOICE_ENGLISH;
	if (hours < 1 || hours > 2 || (text[hours] != '.' && text[hours] != ':') ||
		digits_at(minutes) != 2 || minutes[0] > '5' ||
		(minutes[2] == '.' && is_digit(minutes[3]))) {
		return 0;
	}
	bool zero = hours == 2 && text[0] == '0';
	add_number(writer, text + zero, hours - zero);
	if (memcmp(minutes, "00", 2) != 0) {
		add(writer, " ");
		if (minutes[0] == '0') {
			add_digits(writer, minutes, 2);
		} else {
			add_number(writer, minutes, 2);
		}
	} else if (english) {
		add(writer, " o'clock");
	}
	return hours + 3;
}

/* "1.250.000": groups of three. Returns how long it is, and its digits alone. */
static size_t read_groups(const char *text, char *out_digits, size_t size)
{
	size_t at = digits_at(text);
	if (at < 1 || at > 3) {
		return 0;
	}
	text_format(out_digits, size, "%.*s", (int)at, text);
	size_t first = at;
	while (text[at] == '.' && digits_at(text + at + 1) == 3 && at < 20) {
		size_t used = strlen(out_digits);
		text_format(out_digits + used, size - used, "%.3s", text + at + 1);
		at += 4;
	}
	return at > first ? at : 0;
}

/* What begins with a digit; returns how much of the text it was. */
static size_t take_number(struct writer *writer, const char *text)
{
	char groups[32];
	size_t taken = add_hour(writer, text);
	if (taken > 0) {
		return taken;
	}
	taken = read_groups(text, groups, sizeof(groups));
	if (taken > 0) {
		add_number(writer, groups, strlen(groups));
		return taken;
	}
	taken = digits_at(text);
	if (taken > NUMBER_DIGITS) {
		add_digits(writer, text, taken);
		return taken;
	}
	add_number(writer, text, taken);
	if ((text[taken] == ',' || text[taken] == '.') && is_digit(text[taken + 1])) {
		size_t rest = digits_at(text + taken + 1);
		add(writer, writer->language == VOICE_ENGLISH ? " point " : " koma ");
		add_digits(writer, text + taken + 1, rest);
		taken += 1 + rest;
	}
	return taken;
}

/* "Rp1.250.000" */
static size_t take_rupiah(struct writer *writer, const char *text)
{
	if (strncmp(text, "Rp", 2) != 0 || !is_digit(text[2])) {
		return 0;
	}
	char groups[32];
	size_t taken = read_groups(text + 2, groups, sizeof(groups));
	if (taken > 0) {
		add_number(writer, groups, strlen(groups));
	} else {
		taken = digits_at(text + 2);
		add_number(writer, text + 2, taken);
	}
	add(writer, " rupiah");
	return 2 + taken;
}

/* "K007": letters, a pause, digits. */
static size_t take_ticket(struct writer *writer, const char *text)
{
	size_t letters = 0;
	while (is_capital(text[letters])) {
		letters++;
	}
	size_t digits = digits_at(text + letters);
	if (letters < 1 || letters > TICKET_LETTERS || digits < 1 ||
		is_letter(text[letters + digits])) {
		return 0;
	}
	for (size_t i = 0; i < letters; i++) {
		add_bytes(writer, text + i, 1);
		add(writer, i + 1 < letters ? " " : ", ");
	}
	add_digits(writer, text + letters, digits);
	return letters + digits;
}

/* ---- addresses ---- */

static size_t token_at(const char *text)
{
	return strcspn(text, " \n\t");
}

/* Whether the token is an address: with "@", or letters on both sides of a point. */
static bool is_address(const char *text, size_t length)
{
	for (size_t i = 1; i + 1 < length; i++) {
		if (text[i] == '@' || (text[i] == '.' && is_letter(text[i - 1]) &&
					      (text[i + 1] >= 'a' && text[i + 1] <= 'z'))) {
			return true;
		}
	}
	return false;
}

static const char *name_of(enum voice_language language, char sign)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].sign[0] == sign) {
			return names[i].said[language];
		}
	}
	return NULL;
}

static size_t take_address(struct writer *writer, const char *text)
{
	size_t length = token_at(text);
	if (!is_address(text, length)) {
		return 0;
	}
	size_t end = length;
	while (end > 0 && strchr(".,;:!?)", text[end - 1]) != NULL) {
		end--;
	}
	for (size_t i = 0; i < end; i++) {
		const char *name = name_of(writer->language, text[i]);
		if (name != NULL) {
			add(writer, " ");
			add(writer, name);
			add(writer, " ");
		} else if (is_digit(text[i])) {
			add(writer, " ");
			add_digits(writer, text + i, 1);
			add(writer, " ");
		} else {
			add_bytes(writer, text + i, 1);
		}
	}
	return end;
}

/* ---- the whole ---- */

static size_t take_sign(struct writer *writer, const char *text)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t length = strlen(signs[i].sign);
		if (strncmp(text, signs[i].sign, length) == 0) {
			add(writer, signs[i].said[writer->language]);
			return length;
		}
	}
	return 0;
}

static size_t take_character(struct writer *writer, const char *text)
{
	const char *next = text;
	uint32_t code = text_next(&next);
	if (code < ' ' || code == 0x7F || code == 0xFFFD) {
		add(writer, " ");
	} else {
		add_bytes(writer, text, (size_t)(next - text));
	}
	writer->inside = is_letter(*text) || (unsigned char)*text >= 0x80 ||
			 (writer->inside && is_digit(*text));
	return (size_t)(next - text);
}

static size_t take(struct writer *writer, const char *text)
{
	bool inside = writer->inside;
	size_t taken = 0;
	writer->inside = false;
	if (!inside) {
		taken = take_address(writer, text);
		taken = taken > 0 ? taken : take_rupiah(writer, text);
		taken = taken > 0 ? taken : take_ticket(writer, text);
	}
	if (taken == 0 && !inside && is_digit(*text)) {
		taken = take_number(writer, text);
	}
	taken = taken > 0 ? taken : take_sign(writer, text);
	if (taken == 0) {
		writer->inside = inside;
		taken = take_character(writer, text);
	}
	return taken;
}

bool prepare_text(enum voice_language language, const char *text, char *out_text, size_t size)
{
	struct writer writer = {language, out_text, size, 0, false, false};
	out_text[0] = '\0';
	while (*text != '\0' && !writer.cut) {
		text += take(&writer, text);
	}
	text_trim(out_text);
	return !writer.cut;
}

bool prepare_character(
	enum voice_language language, const char *character, char *out_text, size_t size)
{
	const char *end = character;
	(void)text_next(&end);
	size_t length = (size_t)(end - character);
	const char *name = length == 1 ? name_of(language, *character) : NULL;
	if (*character == '\0') {
		out_text[0] = '\0';
		return false;
	}
	if (name != NULL) {
		return text_copy(out_text, size, name);
	}
	if (length == 1 && is_digit(*character)) {
		const char digit[] = {*character, '\0'};
		return words_digits(language, digit, out_text, size);
	}
	return text_format(out_text, size, "%.*s", (int)length, character);
}
