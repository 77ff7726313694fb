#include "app/voice/clip_set.h"

#include "app/base/text.h"
#include "app/voice/call.h"
#include "app/voice/clip.h"

#include <string.h>

struct maker {
	struct synth *synth;
	const char *folder;
	enum voice_language language;
	int made; /* -1 = failed */
};

static void make(struct maker *maker, const char *text)
{
	struct sound sound;
	char key[CLIP_KEY_SIZE];
	if (maker->made < 0 || !clip_key(text, key)) {
		return;
	}
	if (clip_load(maker->folder, maker->language, text, &sound)) {
		sound_finish(&sound);
		return;
	}
	bool made = synth_speak(maker->synth, maker->language, text, &sound) &&
		    clip_save(maker->folder, maker->language, text, &sound);
	maker->made = made ? maker->made + 1 : -1;
	sound_finish(&sound);
}

/* What a wording says round its ticket and counter, clip by clip; these two are made already. */
static void make_wording(struct maker *maker, const char *wording, size_t length)
{
	char pattern[CALL_SIZE], text[CALL_SIZE], lines[CALL_SIZE];
	if (!text_format(pattern, sizeof(pattern), "%.*s", (int)length, wording) ||
		!call_text(maker->language, pattern, "A0", 0, CALL_DIGITS, text, sizeof(text)) ||
		!call_clips(maker->language, text, lines, sizeof(lines))) {
		return;
	}
	char *line = lines;
	while (*line != '\0') {
		size_t end = strcspn(line, "\n");
		bool more = line[end] == '\n';
		line[end] = '\0';
		make(maker, line);
		line += end + more;
	}
}

int clip_set_make(
	struct synth *synth, const char *folder, enum voice_language language, const char *wordings)
{
	struct maker maker = {synth, folder, language, 0};
	const char *word;
	for (size_t i = 0; (word = words_at(language, i)) != NULL; i++) {
		make(&maker, word);
	}
	for (char letter = 'A'; letter <= 'Z'; letter++) {
		make(&maker, (const char[]){letter, '\0'});
	}
	while (*wordings != '\0') {
		size_t length = strcspn(wordings, "\n");
		make_wording(&maker, wordings, length);
		wordings += length + (wordings[length] == '\n');
	}
	return maker.made;
}
