#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

enum { SPAN_SIZE = 12 /* "08.00-15.30" */, LOUD = 100 };

static const char *const numbers[] = {"digits", "words"};
static const char *const languages[OFFICE_LANGUAGES] = {"id", "en"};

static int read_int(struct config *config, const struct config_group *group, const char *key,
	const int64_t *usual, int min, int max)
{
	int64_t value;
	config_get_int(config, group, key, usual, min, max, &value);
	return (int)value;
}

static void read_hour(
	struct config *config, const struct config_group *group, struct office_volume *out_hour)
{
	char text[SPAN_SIZE];
	config_get_text(config, group, "time", NULL, text, sizeof text);
	if (!office_parse_span(text, &out_hour->span)) {
		config_refuse(config, group, "time", "must be like \"12.00-13.00\"");
	}
	out_hour->volume = read_int(config, group, "volume", NULL, 0, LOUD);
}

static void read_hours(
	struct config *config, const struct config_group *group, struct office_voice *voice)
{
	const struct config_group *list = config_get_group(config, group, "hours", false);
	if (config_count(list) > OFFICE_VOLUMES) {
		config_refuse(config, group, "hours", "at most %d", OFFICE_VOLUMES);
		return;
	}
	for (size_t i = 0; i < config_count(list); i++) {
		read_hour(config, config_member(list, i), &voice->hours[voice->hour_count++]);
	}
}

static void read_wordings(
	struct config *config, const struct config_group *group, struct office_voice *voice)
{
	const struct config_group *list = config_get_group(config, group, "wordings", false);
	size_t count = config_count(list);
	if (list == NULL) {
		return;
	}
	if (count < 1 || count > OFFICE_LANGUAGES) {
		config_refuse(config, group, "wordings", "must be 1 to %d", OFFICE_LANGUAGES);
		return;
	}
	voice->wording_count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct config_group *member = config_member(list, i);
		struct office_wording *wording = &voice->wordings[voice->wording_count++];
		size_t language = 0;
		config_get_choice(
			config, member, "language", NULL, languages, OFFICE_LANGUAGES, &language);
		wording->language = (enum office_language)language;
		config_get_text(config, member, "text", NULL, wording->text, sizeof wording->text);
	}
}

void office_file_read_voice(struct config *config, struct office_voice *out_voice)
{
	const struct config_group *group = config_get_group(config, NULL, "voice", false);
	char why[OFFICE_TEXT_SIZE];
	size_t choice = 0;
	office_voice_usual(out_voice);
	if (group == NULL) {
		return;
	}
	struct office_voice usual = *out_voice;
	const int64_t once = usual.repeats, loud = usual.volume, brief_from = usual.brief_from;
	config_get_bool(config, group, "on", &usual.on, &out_voice->on);
	config_get_bool(config, group, "chime", &usual.chime, &out_voice->chime);
	config_get_choice(config, group, "numbers", numbers[0], numbers, 2, &choice);
	out_voice->by_words = choice == 1;
	out_voice->repeats = read_int(config, group, "repeats", &once, 1, OFFICE_REPEATS);
	out_voice->volume = read_int(config, group, "volume", &loud, 0, LOUD);
	out_voice->brief_from = read_int(config, group, "brief_from", &brief_from, 0, OFFICE_BRIEF);
	config_get_text(
		config, group, "brief", usual.brief, out_voice->brief, sizeof out_voice->brief);
	read_hours(config, group, out_voice);
	read_wordings(config, group, out_voice);
	if (!office_voice_check(out_voice, why, sizeof why)) {
		config_refuse(config, group, NULL, "%s", why);
	}
}
