/* The rows of the voice: what the waiting room hears of a call, how often and how loud. */
#include "app/base/text.h"
#include "app/console/office_topic.h"

#include <string.h>

enum { YES = 0, NO = 1, WORDS = 1, LOUD = 100 };

/* The languages of each order, in which they are said. */
static const struct order {
	int count;
	enum office_language languages[OFFICE_LANGUAGES];
} orders[SETUP_ORDERS] = {
	[SETUP_BOTH] = {2, {OFFICE_INDONESIAN, OFFICE_ENGLISH}},
	[SETUP_ENGLISH_FIRST] = {2, {OFFICE_ENGLISH, OFFICE_INDONESIAN}},
	[SETUP_INDONESIAN_ONLY] = {1, {OFFICE_INDONESIAN, OFFICE_ENGLISH}},
	[SETUP_ENGLISH_ONLY] = {1, {OFFICE_ENGLISH, OFFICE_INDONESIAN}},
};

void topic_learn_voice(struct setup *setup)
{
	struct office_voice usual;
	const struct office_voice *voice = &setup->edit->office.voice;
	office_voice_usual(&usual);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		text_copy(setup->wordings[usual.wordings[i].language], OFFICE_WORDING_SIZE,
			usual.wordings[i].text);
	}
	for (int i = 0; i < voice->wording_count; i++) {
		text_copy(setup->wordings[voice->wordings[i].language], OFFICE_WORDING_SIZE,
			voice->wordings[i].text);
	}
	setup->order = SETUP_BOTH;
	for (int i = 0; i < SETUP_ORDERS; i++) {
		if (orders[i].count == voice->wording_count &&
			orders[i].languages[0] == voice->wordings[0].language) {
			setup->order = (enum setup_order)i;
		}
	}
}

/* The brief wording is in the language that comes first: where another one does, the usual one is
 * said, until it is typed anew. */
static void write_brief(struct setup *setup, enum office_language first)
{
	struct office_voice *voice = &setup->edit->office.voice;
	const struct office_voice *was = &setup->was->office.voice;
	if (voice->wordings[0].language != first) {
		bool back = voice->wordings[0].language == was->wordings[0].language;
		text_copy(voice->brief, sizeof voice->brief, back ? was->brief : "");
	}
}

static void write_wordings(struct setup *setup)
{
	struct office_voice *voice = &setup->edit->office.voice;
	const struct order *order = &orders[setup->order];
	enum office_language first = voice->wordings[0].language;
	memset(voice->wordings, 0, sizeof voice->wordings);
	voice->wording_count = order->count;
	for (int i = 0; i < order->count; i++) {
		voice->wordings[i].language = order->languages[i];
		text_copy(voice->wordings[i].text, OFFICE_WORDING_SIZE,
			setup->wordings[order->languages[i]]);
	}
	write_brief(setup, first);
}

static int list_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS])
{
	int count = 0;
	const struct order *order = &orders[setup->order];
	topic_add(out_rows, &count, SETUP_VOICE_ON, 1);
	topic_add(out_rows, &count, SETUP_ORDER, 1);
	for (int i = 0; i < order->count; i++) {
		out_rows[count++] = (struct setup_row){SETUP_WORDING, (int)order->languages[i]};
	}
	topic_add(out_rows, &count, SETUP_SAID, 1);
	topic_add(out_rows, &count, SETUP_REPEATS, 1);
	topic_add(out_rows, &count, SETUP_CHIME, 1);
	topic_add(out_rows, &count, SETUP_VOLUME, 1);
	topic_add(out_rows, &count, SETUP_VOLUMES, 1);
	topic_add(out_rows, &count, SETUP_BRIEF_FROM, 1);
	topic_add(out_rows, &count, SETUP_BRIEF, 1);
	return count;
}

static int count_options(const struct setup *setup, struct setup_row row)
{
	(void)setup;
	switch (row.field) {
	case SETUP_ORDER: return SETUP_ORDERS;
	case SETUP_REPEATS: return OFFICE_REPEATS;
	case SETUP_VOICE_ON:
	case SETUP_SAID:
	case SETUP_CHIME: return 2;
	default: return 0;
	}
}

static int chosen(const struct setup *setup, struct setup_row row)
{
	const struct office_voice *voice = &setup->edit->office.voice;
	switch (row.field) {
	case SETUP_VOICE_ON: return voice->on ? YES : NO;
	case SETUP_ORDER: return (int)setup->order;
	case SETUP_SAID: return voice->by_words ? WORDS : 0;
	case SETUP_REPEATS: return voice->repeats > 1 ? voice->repeats - 1 : 0;
	case SETUP_CHIME: return voice->chime ? YES : NO;
	default: return 0;
	}
}

static void take(struct setup *setup, struct setup_row row, int option)
{
	struct office_voice *voice = &setup->edit->office.voice;
	switch (row.field) {
	case SETUP_VOICE_ON: voice->on = option == YES; break;
	case SETUP_ORDER:
		setup->order = (enum setup_order)option;
		write_wordings(setup);
		break;
	case SETUP_SAID: voice->by_words = option == WORDS; break;
	case SETUP_REPEATS: voice->repeats = option + 1; break;
	case SETUP_CHIME: voice->chime = option == YES; break;
	default: break;
	}
}

static void write_hours(const struct office_voice *voice, char *text, size_t size)
{
	for (int i = 0; i < voice->hour_count; i++) {
		topic_write_span(&voice->hours[i].span, text, size);
		size_t used = strlen(text);
		text_format(text + used, size - used, " %d", voice->hours[i].volume);
	}
}

static void tell(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE])
{
	const struct office_voice *voice = &setup->edit->office.voice;
	out_text[0] = '\0';
	if (row.field == SETUP_WORDING) {
		text_copy(out_text, SETUP_TEXT_SIZE, setup->wordings[row.index]);
	} else if (row.field == SETUP_VOLUME) {
		text_format(out_text, SETUP_TEXT_SIZE, "%d", voice->volume);
	} else if (row.field == SETUP_VOLUMES) {
		write_hours(voice, out_text, SETUP_TEXT_SIZE);
	} else if (row.field == SETUP_BRIEF_FROM) {
		text_format(out_text, SETUP_TEXT_SIZE, "%d", voice->brief_from);
	} else if (row.field == SETUP_BRIEF) {
		text_copy(out_text, SETUP_TEXT_SIZE, office_voice_brief(voice));
	}
}

/* "12.00-13.00 30, 17.00-18.00 0". */
static bool read_hours(const char *text, struct office_voice *voice)
{
	voice->hour_count = 0;
	while (*text != '\0') {
		char part[SETUP_TIME_SIZE];
		int64_t volume;
		if (voice->hour_count == OFFICE_VOLUMES ||
			!topic_next_part(&text, part, sizeof part)) {
			return false;
		}
		char *gap = strchr(part, ' ');
		if (gap == NULL || !text_to_int(gap + 1, 0, LOUD, &volume)) {
			return false;
		}
		*gap = '\0';
		struct office_volume *hour = &voice->hours[voice->hour_count++];
		hour->volume = (int)volume;
		if (!office_parse_span(part, &hour->span)) {
			return false;
		}
	}
	return true;
}

static enum result put_wording(struct setup *setup, int language, const char *text)
{
	char why[OFFICE_TEXT_SIZE];
	struct office_voice probe;
	office_voice_usual(&probe);
	enum result result =
		topic_put_text(probe.wordings[0].text, sizeof probe.wordings[0].text, true, text);
	if (result == RESULT_OK && !office_voice_check(&probe, why, sizeof why)) {
		result = RESULT_WORDING_FORM;
	}
	if (result == RESULT_OK) {
		text_copy(setup->wordings[language], OFFICE_WORDING_SIZE, text);
		write_wordings(setup);
	}
	return result;
}

/* As the usual wording it is not written down, so that it follows when the usual changes. */
static enum result put_brief(struct office_voice *voice, const char *text)
{
	char why[OFFICE_TEXT_SIZE];
	struct office_voice wanted = *voice;
	enum result result = topic_put_text(wanted.brief, sizeof wanted.brief, false, text);
	if (result != RESULT_OK) {
		return result;
	}
	if (!office_voice_check(&wanted, why, sizeof why)) {
		return RESULT_WORDING_FORM;
	}
	*voice = wanted;
	voice->brief[0] = '\0';
	if (strcmp(office_voice_brief(voice), wanted.brief) != 0) {
		*voice = wanted;
	}
	return RESULT_OK;
}

static enum result put_number(int *place, int most, const char *text)
{
	int64_t number;
	if (!text_to_int(text, 0, most, &number)) {
		return RESULT_FIELD_RANGE;
	}
	*place = (int)number;
	return RESULT_OK;
}

static enum result put(struct setup *setup, struct setup_row row, const char *text)
{
	char why[OFFICE_TEXT_SIZE];
	struct office_voice *voice = &setup->edit->office.voice, wanted = *voice;
	switch (row.field) {
	case SETUP_WORDING: return put_wording(setup, row.index, text);
	case SETUP_BRIEF: return put_brief(voice, text);
	case SETUP_BRIEF_FROM: return put_number(&voice->brief_from, OFFICE_BRIEF, text);
	case SETUP_VOLUME: return put_number(&voice->volume, LOUD, text);
	default: break;
	}
	memset(wanted.hours, 0, sizeof wanted.hours);
	if (row.field == SETUP_VOLUMES &&
		(!read_hours(text, &wanted) || !office_voice_check(&wanted, why, sizeof why))) {
		return RESULT_VOLUME_FORM;
	}
	if (row.field == SETUP_VOLUMES) {
		*voice = wanted;
	}
	return RESULT_OK;
}

const struct topic topic_voice = {list_rows, count_options, chosen, take, tell, put};
