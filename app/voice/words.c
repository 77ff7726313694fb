#include "app/voice/words.h"

#include "app/base/text.h"

#include <string.h>

enum { TEENS = 20 };

static const char *const small[VOICE_LANGUAGES][TEENS] = {
	{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
		"sepuluh", "sebelas"},
	{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
		"eighteen", "nineteen"},
};

static const char *const english_tens[] = {
	"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

/* What else numbers are made of. */
static const char *const others[VOICE_LANGUAGES][8] = {
	{"belas", "puluh", "seratus", "ratus", "seribu", "ribu"},
	{"hundred", "thousand", "and"},
};
static const char *const large[] = {"juta", "miliar", "triliun"};

struct writer {
	char *text;
	size_t size;
	bool cut;
};

static void add(struct writer *writer, const char *word)
{
	size_t used = strlen(writer->text);
	if (!text_format(
		    writer->text + used, writer->size - used, "%s%s", used > 0 ? " " : "", word)) {
		writer->cut = true;
	}
}

static bool end(struct writer *writer)
{
	if (writer->cut) {
		writer->text[0] = '\0';
	}
	return !writer->cut;
}

const char *voice_language_code(enum voice_language language)
{
	return language == VOICE_ENGLISH ? "en" : "id";
}

/* 1 to 999; "se-" stands for one hundred. */
static void add_hundreds(struct writer *writer, int value)
{
	const char *const *units = small[VOICE_INDONESIAN];
	int rest = value % 100;
	if (value >= 200) {
		add(writer, units[value / 100]);
		add(writer, "ratus");
	} else if (value >= 100) {
		add(writer, "seratus");
	}
	if (rest >= 20) {
		add(writer, units[rest / 10]);
		add(writer, "puluh");
		rest %= 10;
	} else if (rest >= 12) {
		add(writer, units[rest - 10]);
		add(writer, "belas");
		rest = 0;
	}
	if (rest > 0) {
		add(writer, units[rest]);
	}
}

static void add_indonesian(struct writer *writer, int64_t value)
{
	int64_t unit = INT64_C(1000000000000);
	for (int i = 2; i >= 0; i--, unit /= 1000) {
		int group = (int)(value / unit % 1000);
		if (group > 0) {
			add_hundreds(writer, group);
			add(writer, large[i]);
		}
	}
	int thousands = (int)(value / 1000 % 1000);
	if (thousands == 1) {
		add(writer, "seribu");
	} else if (thousands > 1) {
		add_hundreds(writer, thousands);
		add(writer, "ribu");
	}
	add_hundreds(writer, (int)(value % 1000));
}

static void add_english(struct writer *writer, int value)
{
	const char *const *units = small[VOICE_ENGLISH];
	int hundreds = value / 100 % 10;
	int rest = value % 100;
	if (value >= 1000) {
		add(writer, units[value / 1000]);
		add(writer, "thousand");
	}
	if (hundreds > 0) {
		add(writer, units[hundreds]);
		add(writer, "hundred");
	}
	if (rest > 0 && value >= 100) {
		add(writer, "and");
	}
	if (rest >= TEENS) {
		add(writer, english_tens[rest / 10 - 2]);
		rest %= 10;
	}
	if (rest > 0) {
		add(writer, units[rest]);
	}
}

bool words_number(enum voice_language language, int64_t value, char *out_text, size_t size)
{
	struct writer writer = {out_text, size, false};
	bool english = language == VOICE_ENGLISH;
	out_text[0] = '\0';
	if (value < 0 || value > (english ? WORDS_MAX_ENGLISH : WORDS_MAX_INDONESIAN)) {
		return false;
	}
	if (value == 0) {
		add(&writer, small[language][0]);
	} else if (english) {
		add_english(&writer, (int)value);
	} else {
		add_indonesian(&writer, value);
	}
	return end(&writer);
}

bool words_digits(enum voice_language language, const char *digits, char *out_text, size_t size)
{
	struct writer writer = {out_text, size, false};
	out_text[0] = '\0';
	for (; *digits != '\0'; digits++) {
		if (*digits >= '0' && *digits <= '9') {
			add(&writer, small[language][*digits - '0']);
		}
	}
	return end(&writer) && out_text[0] != '\0';
}

/* The word at `*index` of a list, or NULL with what is left of the index. */
static const char *pick(const char *const *list, size_t room, size_t *index)
{
	size_t count = 0;
	while (count < room && list[count] != NULL) {
		count++;
	}
	if (*index < count) {
		return list[*index];
	}
	*index -= count;
	return NULL;
}

const char *words_at(enum voice_language language, size_t index)
{
	const char *word = pick(small[language], TEENS, &index);
	if (word == NULL) {
		word = pick(others[language], sizeof(others[0]) / sizeof(others[0][0]), &index);
	}
	if (word == NULL && language == VOICE_ENGLISH) {
		word = pick(english_tens, sizeof(english_tens) / sizeof(english_tens[0]), &index);
	} else if (word == NULL) {
		word = pick(large, sizeof(large) / sizeof(large[0]), &index);
	}
	return word;
}

bool words_is_number(enum voice_language language, const char *word, size_t length)
{
	const char *known;
	for (size_t i = 0; (known = words_at(language, i)) != NULL; i++) {
		if (strlen(known) == length && memcmp(known, word, length) == 0) {
			return true;
		}
	}
	return false;
}
