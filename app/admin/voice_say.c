/* One call, aloud, as the waiting room would hear it. */
#include "app/admin/output.h"
#include "app/admin/voice.h"
#include "app/base/text.h"
#include "app/voice/call.h"
#include "app/voice/voice.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { COUNTER_MAX = 99, PATIENCE_MS = 60000, LAST_BUFFER_MS = 300 };

/* On the voice's thread or the sound device's; the stage goes to who waits. */
static void tell(void *context, int64_t mark, enum voice_stage stage)
{
	const int *pipe = context;
	const char byte = (char)stage;
	(void)mark;
	if (write(*pipe, &byte, 1) != 1) {
		return; /* nobody waits any more */
	}
}

/* Until `speeches` are over; whether anything of them was heard. */
static bool listen(int pipe, int speeches)
{
	struct pollfd news = {.fd = pipe, .events = POLLIN};
	bool begun = false;
	while (speeches > 0 && poll(&news, 1, PATIENCE_MS) == 1) {
		char stage;
		if (read(pipe, &stage, 1) != 1) {
			return false;
		}
		begun = begun || stage == VOICE_BEGUN;
		speeches -= stage == VOICE_OVER;
	}
	if (begun) {
		(void)poll(NULL, 0, LAST_BUFFER_MS); /* still in the device */
	}
	return begun && speeches == 0;
}

/* How many speeches were handed over; 0 = the number or counter is none. */
static int speak(
	struct voice *speaking, const struct office_voice *voice, const char *ticket, int counter)
{
	int count = 0;
	for (int i = 0; i < voice->wording_count; i++) {
		const struct office_wording *wording = &voice->wordings[i];
		enum voice_language language = voice_language_of(wording->language);
		char lines[CALL_SIZE];
		const struct voice_speech speech = {.language = language,
			.lines = lines,
			.chime = count == 0 && voice->chime,
			.mark = 1};
		count += call_lines(language, wording->text, ticket, counter,
				 voice->by_words ? CALL_WORDS : CALL_DIGITS, lines, sizeof lines) &&
			 voice_say(speaking, &speech);
	}
	return count;
}

static int say(struct admin *admin, int counter)
{
	char made[PLACE_SIZE];
	int ends[2];
	if (!place_clips(admin->store, made, sizeof made) || pipe(ends) != 0) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	const struct voice_options options = {.volume = admin->volume,
		.own = admin->clips,
		.made = made,
		.tell = tell,
		.context = &ends[1]};
	struct voice *voice = voice_open(&options);
	int speeches =
		speak(voice, &desk_office(admin->desk)->voice, admin_operand(admin, 0), counter);
	bool heard = speeches > 0 && listen(ends[0], speeches);
	voice_close(voice);
	close(ends[0]);
	close(ends[1]);
	if (speeches == 0) {
		return admin_misuse(admin, "admin.voice.no_call", admin_operand(admin, 0));
	}
	return heard ? ADMIN_DONE : admin_fail(admin, "admin.voice.no_sound", "");
}

int admin_voice_say(struct admin *admin)
{
	int64_t counter;
	int status = voice_open_office(admin);
	if (status != ADMIN_DONE) {
		return status;
	}
	if (!text_to_int(admin_operand(admin, 1), 1, COUNTER_MAX, &counter)) {
		return admin_misuse(admin, "admin.voice.no_call", admin_operand(admin, 1));
	}
	return say(admin, (int)counter);
}
