/* The clips that the calls of an office are put together from. */
#include "app/admin/output.h"
#include "app/admin/voice.h"
#include "app/base/text.h"
#include "app/voice/clip.h"
#include "app/voice/clip_set.h"

enum { COUNT_SIZE = 16 };

/* ---- make ---- */

int admin_voice_make(struct admin *admin)
{
	char folder[PLACE_SIZE], count[COUNT_SIZE], words[OFFICE_WORDS_SIZE];
	struct synth synth = {0};
	int made = 0, status = voice_open_office(admin);
	if (status != ADMIN_DONE) {
		return status;
	}
	if (!place_clips(admin->store, folder, sizeof folder)) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	const struct office_voice *voice = &desk_office(admin->desk)->voice;
	for (int i = 0; i < voice->wording_count && made >= 0; i++) {
		office_voice_words(voice, i, words);
		int more = clip_set_make(
			&synth, folder, voice_language_of(voice->wordings[i].language), words);
		made = more < 0 ? -1 : made + more;
	}
	if (made < 0) {
		return admin_fail(admin,
			synth.missing ? "admin.voice.no_synth" : "admin.voice.not_made", folder);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:i, s:s}", "made", made, "folder", folder));
	}
	text_format(count, sizeof count, "%d", made);
	return output_say(admin, "admin.voice.made", count, folder);
}

/* ---- list ---- */

struct list {
	struct admin *admin;
	const char *made; /* folder */
	enum voice_language language;
	json_t *clips;
	int status;
};

static int print_clip(
	struct list *list, const char *key, const char *source, bool broken, const char *text)
{
	char word[64];
	text_format(word, sizeof word, "admin.voice.clip_%s", broken ? "broken" : source);
	return output_say(list->admin, "admin.voice.clip", voice_language_code(list->language), key,
		text, language_text(list->admin->language, word));
}

static void list_clip(void *context, const char *text)
{
	struct list *list = context;
	static const char *const sources[] = {
		[CLIP_OWN] = "own", [CLIP_MADE] = "made", [CLIP_NONE] = "missing"};
	char key[CLIP_KEY_SIZE];
	bool broken;
	if (list->status != ADMIN_DONE || !clip_key(text, key)) {
		return;
	}
	const char *source =
		sources[clip_find(list->admin->clips, list->made, list->language, text, &broken)];
	if (list->clips != NULL) {
		json_array_append_new(
			list->clips, json_pack("{s:s, s:s, s:s, s:s, s:b}", "language",
					     voice_language_code(list->language), "file", key,
					     "text", text, "source", source, "broken", broken));
	} else {
		list->status = print_clip(list, key, source, broken, text);
	}
}

int admin_voice_list(struct admin *admin)
{
	char folder[PLACE_SIZE], words[OFFICE_WORDS_SIZE];
	struct list list = {.admin = admin, .made = folder, .status = voice_open_office(admin)};
	if (list.status != ADMIN_DONE) {
		return list.status;
	}
	if (!place_clips(admin->store, folder, sizeof folder)) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	const struct office_voice *voice = &desk_office(admin->desk)->voice;
	list.clips = admin_flag(admin, OPTION_JSON) ? json_array() : NULL;
	for (int i = 0; i < voice->wording_count; i++) {
		list.language = voice_language_of(voice->wordings[i].language);
		office_voice_words(voice, i, words);
		clip_set_each(list.language, words, list_clip, &list);
	}
	if (list.clips != NULL) {
		return output_json(
			admin, json_pack("{s:o, s:s, s:o}", "own", output_text(admin->clips),
				       "made", folder, "clips", list.clips));
	}
	return list.status;
}
