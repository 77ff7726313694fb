#include "app/voice/clip_set.h"

#include "app/base/text.h"
#include "app/voice/call.h"
#include "app/voice/clip.h"

#include <string.h>

enum { PIECES = 32 };

struct visitor {
	enum voice_language language;
	clip_visit *visit;
	void *context;
	char pieces[PIECES][CLIP_KEY_SIZE]; /* told already */
	int piece_count;
};

/* Several wordings may say the same; past so many pieces one may be told twice. */
static bool is_new(struct visitor *visitor, const char *line)
{
	char key[CLIP_KEY_SIZE];
	if (!clip_key(line, key)) {
		return false;
	}
	for (int i = 0; i < visitor->piece_count; i++) {
		if (strcmp(visitor->pieces[i], key) == 0) {
			return false;
		}
	}
	if (visitor->piece_count < PIECES) {
		text_copy(visitor->pieces[visitor->piece_count++], CLIP_KEY_SIZE, key);
	}
	return true;
}

/* Words of numbers and letters were told already. */
static bool is_common(enum voice_language language, const char *line)
{
	size_t length = strcspn(line, ",.");
	return length <= 1 || words_is_number(language, line, length);
}

/* What a wording says round its ticket and counter. */
static void visit_wording(struct visitor *visitor, const char *wording, size_t length)
{
	char pattern[CALL_SIZE], lines[CALL_SIZE];
	if (!text_format(pattern, sizeof(pattern), "%.*s", (int)length, wording) ||
		!call_lines(
			visitor->language, pattern, "A0", 0, CALL_DIGITS, lines, sizeof(lines))) {
		return;
	}
	char *line = lines;
	while (*line != '\0') {
		size_t end = strcspn(line, "\n");
		bool more = line[end] == '\n';
		line[end] = '\0';
		if (!is_common(visitor->language, line) && is_new(visitor, line)) {
			visitor->visit(visitor->context, line);
		}
		line += end + more;
	}
}

void clip_set_each(
	enum voice_language language, const char *wordings, clip_visit *visit, void *context)
{
	struct visitor visitor = {.language = language, .visit = visit, .context = context};
	const char *word;
	while (*wordings != '\0') {
		size_t length = strcspn(wordings, "\n");
		visit_wording(&visitor, wordings, length);
		wordings += length + (wordings[length] == '\n');
	}
	for (size_t i = 0; (word = words_at(language, i)) != NULL; i++) {
		visit(context, word);
	}
	for (char letter = 'A'; letter <= 'Z'; letter++) {
		visit(context, (const char[]){letter, '\0'});
	}
}

struct maker {
	struct synth *synth;
	const char *folder;
	enum voice_language language;
	int made; /* -1 = failed */
};

static void make(void *context, const char *text)
{
	struct maker *maker = context;
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

int clip_set_make(
	struct synth *synth, const char *folder, enum voice_language language, const char *wordings)
{
	struct maker maker = {synth, folder, language, 0};
	clip_set_each(language, wordings, make, &maker);
	return maker.made;
}
