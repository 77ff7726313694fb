#include "app/voice/call.h"

#include "app/base/text.h"

#include <string.h>

static bool is_digit(char letter)
{
	return letter >= '0' && letter <= '9';
}

static bool is_letter(char letter)
{
	return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

/* "K, nol nol tujuh" or "K, tujuh"; the letters one by one. */
static bool say_ticket(enum voice_language language, const char *ticket, enum call_mode mode,
	char *out_text, size_t size)
{
	char number[WORDS_SIZE];
	size_t letters = 0, used = 0;
	int64_t value = -1;
	while (is_letter(ticket[letters])) {
		letters++;
	}
	const char *digits = ticket + letters;
	if (letters == 0 || !text_to_int(digits, 0, WORDS_MAX_INDONESIAN, &value) ||
		!is_digit(digits[0])) {
		return false;
	}
	bool said = mode == CALL_WORDS && words_number(language, value, number, sizeof(number));
	if (!said && !words_digits(language, digits, number, sizeof(number))) {
		return false;
	}
	for (size_t i = 0; i < letters && used < size; i++) {
		text_format(out_text + used, size - used, "%c%s", ticket[i],
			i + 1 < letters ? " " : ", ");
		used = strlen(out_text);
	}
	return text_format(out_text + used, size - used, "%s", number);
}

bool call_text(enum voice_language language, const char *pattern, const char *ticket, int counter,
	enum call_mode mode, char *out_text, size_t size)
{
	char spoken[CALL_SIZE], number[WORDS_SIZE];
	size_t used = 0;
	bool whole = say_ticket(language, ticket, mode, spoken, sizeof(spoken)) &&
		     words_number(language, counter, number, sizeof(number));
	out_text[0] = '\0';
	while (whole && *pattern != '\0') {
		size_t length = strcspn(pattern, "{");
		const char *value = "";
		if (strncmp(pattern + length, "{ticket}", 8) == 0) {
			value = spoken;
		} else if (strncmp(pattern + length, "{counter}", 9) == 0) {
			value = number;
		}
		size_t mark = value == spoken ? 8 : value == number ? 9 : pattern[length] == '{';
		whole = text_format(
			out_text + used, size - used, "%.*s%s", (int)length, pattern, value);
		used = strlen(out_text);
		pattern += length + mark;
	}
	if (!whole) {
		out_text[0] = '\0';
	}
	return whole;
}

/* ---- clips ---- */

struct lines {
	enum voice_language language;
	char *text;
	size_t size, used;
	bool alone; /* the last line takes no further word */
	bool cut;
};

static void add_word(struct lines *lines, const char *word, size_t length, bool alone)
{
	const char *joint = lines->used == 0 ? "" : alone || lines->alone ? "\n" : " ";
	if (!text_format(lines->text + lines->used, lines->size - lines->used, "%s%.*s", joint,
		    (int)length, word)) {
		lines->cut = true;
	}
	lines->used = strlen(lines->text);
	lines->alone = alone;
}

/* The gap's mark ends its line. */
static void add_mark(struct lines *lines, char mark)
{
	if (lines->used == 0 || strchr(",.", lines->text[lines->used - 1]) != NULL) {
		return;
	}
	if (!text_format(lines->text + lines->used, lines->size - lines->used, "%c", mark)) {
		lines->cut = true;
	}
	lines->used = strlen(lines->text);
	lines->alone = true;
}

bool call_clips(enum voice_language language, const char *text, char *out_lines, size_t size)
{
	struct lines lines = {language, out_lines, size, 0, true, false};
	out_lines[0] = '\0';
	while (*text != '\0' && !lines.cut) {
		size_t length = strcspn(text, " ,.;:!?\n");
		if (length > 0) {
			bool letter = length == 1 && is_letter(*text);
			add_word(&lines, text, length,
				letter || words_is_number(language, text, length));
		} else if (strchr(",;:", *text) != NULL) {
			add_mark(&lines, ',');
		} else if (strchr(".!?\n", *text) != NULL) {
			add_mark(&lines, '.');
		}
		text += length > 0 ? length : 1;
	}
	return !lines.cut;
}

bool call_lines(enum voice_language language, const char *pattern, const char *ticket, int counter,
	enum call_mode mode, char *out_lines, size_t size)
{
	char text[CALL_SIZE];
	out_lines[0] = '\0';
	if (!call_text(language, pattern, ticket, counter, mode, text, sizeof text)) {
		return false;
	}
	size_t length = strlen(text);
	if (length > 0 && strchr(".!?", text[length - 1]) == NULL) {
		text_format(text + length, sizeof text - length, ".");
	}
	return call_clips(language, text, out_lines, size);
}
