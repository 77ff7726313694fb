/* How calls are said in the waiting room. */
#include "app/admin/voice.h"
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/office_file.h"

enum { SPAN_SIZE = 32, NUMBER_SIZE = 16 };

static const char *const languages[OFFICE_LANGUAGES] = {"id", "en"};

int voice_open_office(struct admin *admin)
{
	char error[512] = "";
	enum result result = admin_open_desk(admin, error, sizeof error);
	return result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, error);
}

enum voice_language voice_language_of(enum office_language language)
{
	return language == OFFICE_ENGLISH ? VOICE_ENGLISH : VOICE_INDONESIAN;
}

/* ---- JSON ---- */

static int print_json(struct admin *admin, const struct office_voice *voice)
{
	json_t *hours = json_array(), *wordings = json_array();
	for (int i = 0; i < voice->hour_count; i++) {
		char span[SPAN_SIZE];
		json_array_append_new(hours,
			json_pack("{s:s, s:i}", "time", output_minutes(&voice->hours[i].span, span),
				"volume", voice->hours[i].volume));
	}
	for (int i = 0; i < voice->wording_count; i++) {
		const struct office_wording *wording = &voice->wordings[i];
		json_array_append_new(
			wordings, json_pack("{s:s, s:s}", "language", languages[wording->language],
					  "text", wording->text));
	}
	return output_json(admin,
		json_pack("{s:b, s:b, s:s, s:i, s:i, s:i, s:s, s:o, s:o}", "on", voice->on, "chime",
			voice->chime, "numbers", voice->by_words ? "words" : "digits", "repeats",
			voice->repeats, "volume", voice->volume, "brief_from", voice->brief_from,
			"brief", office_voice_brief(voice), "hours", hours, "wordings", wordings));
}

/* ---- for people ---- */

static int print_hour(struct admin *admin, const struct office_volume *hour)
{
	char span[SPAN_SIZE], volume[NUMBER_SIZE];
	output_minutes(&hour->span, span);
	text_format(volume, sizeof volume, "%d", hour->volume);
	return hour->volume == 0 ? output_say(admin, "admin.voice.quiet", span)
				 : output_say(admin, "admin.voice.hour", span, volume);
}

static int print_wordings(struct admin *admin, const struct office_voice *voice)
{
	char from[NUMBER_SIZE];
	int status = ADMIN_DONE;
	for (int i = 0; i < voice->wording_count && status == ADMIN_DONE; i++) {
		const struct office_wording *wording = &voice->wordings[i];
		status = output_say(
			admin, "admin.voice.wording", languages[wording->language], wording->text);
	}
	if (status == ADMIN_DONE && voice->brief_from > 0) {
		text_format(from, sizeof from, "%d", voice->brief_from);
		status = output_say(admin, "admin.voice.brief", from, office_voice_brief(voice));
	}
	return status;
}

static int print_people(struct admin *admin, const struct office_voice *voice)
{
	char repeats[NUMBER_SIZE], volume[NUMBER_SIZE];
	if (!voice->on) {
		return output_say(admin, "admin.voice.off", "");
	}
	text_format(repeats, sizeof repeats, "%d", voice->repeats);
	text_format(volume, sizeof volume, "%d", voice->volume);
	int status = output_say(admin, "admin.voice.on", repeats,
		language_text(admin->language,
			voice->by_words ? "admin.voice.words" : "admin.voice.digits"),
		volume);
	if (status == ADMIN_DONE && voice->chime) {
		status = output_say(admin, "admin.voice.chime", "");
	}
	if (status == ADMIN_DONE) {
		status = print_wordings(admin, voice);
	}
	for (int i = 0; i < voice->hour_count && status == ADMIN_DONE; i++) {
		status = print_hour(admin, &voice->hours[i]);
	}
	return status;
}

int admin_voice(struct admin *admin)
{
	const struct office_voice *voice = &desk_office(admin->desk)->voice;
	return admin_flag(admin, OPTION_JSON) ? print_json(admin, voice)
					      : print_people(admin, voice);
}

/* ---- another voice ---- */

static int set(struct admin *admin, const struct office *file)
{
	enum result result = desk_set_voice(admin->desk, &file->voice);
	return result == RESULT_OK ? admin_voice(admin) : admin_refuse(admin, result, "voice");
}

int admin_voice_set(struct admin *admin)
{
	return admin_take_office(admin, set);
}
