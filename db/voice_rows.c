#include "db/voice_rows.h"

#include "app/base/log.h"

void voice_rows_set(struct store *store, const struct office_voice *voice)
{
	struct query *query = store_query(store, STATEMENT_VOICE_SET);
	query_put_int(query, voice->on);
	query_put_int(query, voice->chime);
	query_put_int(query, voice->by_words);
	query_put_int(query, voice->repeats);
	query_put_int(query, voice->volume);
	query_put_int(query, voice->brief_from);
	query_put_text(query, voice->brief);
	query_run(query);
	query_run(store_query(store, STATEMENT_VOICE_HOUR_CLEAR));
	for (int i = 0; i < voice->hour_count; i++) {
		query = store_query(store, STATEMENT_VOICE_HOUR_INSERT);
		query_put_int(query, i);
		query_put_int(query, voice->hours[i].span.from_min);
		query_put_int(query, voice->hours[i].span.to_min);
		query_put_int(query, voice->hours[i].volume);
		query_run(query);
	}
	query_run(store_query(store, STATEMENT_WORDING_CLEAR));
	for (int i = 0; i < voice->wording_count; i++) {
		query = store_query(store, STATEMENT_WORDING_INSERT);
		query_put_int(query, i);
		query_put_int(query, voice->wordings[i].language);
		query_put_text(query, voice->wordings[i].text);
		query_run(query);
	}
}

static void read_hours(struct store *store, struct office_voice *voice)
{
	struct query *query = store_query(store, STATEMENT_VOICE_HOUR_LIST);
	query_put_int(query, OFFICE_VOLUMES);
	while (voice->hour_count < OFFICE_VOLUMES && query_next(query)) {
		struct office_volume *hour = &voice->hours[voice->hour_count++];
		hour->span.from_min = (int)query_int(query);
		hour->span.to_min = (int)query_int(query);
		hour->volume = (int)query_int(query);
	}
	query_reset(query);
}

static void read_wordings(struct store *store, struct office_voice *voice)
{
	struct query *query = store_query(store, STATEMENT_WORDING_LIST);
	query_put_int(query, OFFICE_LANGUAGES);
	while (voice->wording_count < OFFICE_LANGUAGES && query_next(query)) {
		struct office_wording *wording = &voice->wordings[voice->wording_count++];
		wording->language = (enum office_language)query_place(query, OFFICE_LANGUAGES);
		query_text(query, wording->text, sizeof wording->text);
	}
	query_reset(query);
}

void voice_rows_read(struct store *store, struct office_voice *out_voice)
{
	char why[OFFICE_TEXT_SIZE];
	struct query *query = store_query(store, STATEMENT_VOICE_GET);
	office_voice_usual(out_voice);
	if (!query_next(query)) {
		return;
	}
	*out_voice = (struct office_voice){.on = query_int(query) != 0};
	out_voice->chime = query_int(query) != 0;
	out_voice->by_words = query_int(query) != 0;
	out_voice->repeats = (int)query_int(query);
	out_voice->volume = (int)query_int(query);
	out_voice->brief_from = (int)query_int(query);
	query_text(query, out_voice->brief, sizeof out_voice->brief);
	query_reset(query);
	read_hours(store, out_voice);
	read_wordings(store, out_voice);
	if (store_trouble(store) == RESULT_OK && !office_voice_check(out_voice, why, sizeof why)) {
		log_warn("store", "the voice is the usual one: %s", why);
		office_voice_usual(out_voice);
	}
}
