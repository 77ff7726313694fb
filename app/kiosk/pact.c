#include "app/kiosk/pact.h"

#include "app/base/text.h"

#include <string.h>

enum { WORDS_SIZE = 64, KEY_SIZE = 48 };

static const char on_site[] = "onsite";

/* "10 menit", "1 hari kerja", "langsung". */
static const char *say_limit(const struct language *language,
	const struct office_standard *standard, char out_text[WORDS_SIZE])
{
	char key[KEY_SIZE], number[16];
	text_format(number, sizeof(number), "%d", standard->limit);
	text_format(key, sizeof(key), "kiosk.promise.%s%s", office_unit_name(standard->unit),
		standard->limit == 1 ? "_one" : "");
	return language_with(language, key, out_text, WORDS_SIZE, number);
}

bool pact_say(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE])
{
	char key[KEY_SIZE], limit[WORDS_SIZE];
	const struct office_standard *standard = office_find_standard(service, on_site);
	if (standard == NULL) {
		return false;
	}
	if (standard->unit == OFFICE_AT_ONCE) {
		text_copy(out_text, PACT_SIZE, language_text(language, "kiosk.promise.now"));
		return true;
	}
	text_format(key, sizeof(key), "kiosk.promise.%s", office_start_name(standard->start));
	language_with(language, "kiosk.promise", out_text, PACT_SIZE,
		say_limit(language, standard, limit), language_text(language, key));
	return true;
}

bool pact_say_brief(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE])
{
	char limit[WORDS_SIZE];
	const struct office_standard *standard = office_find_standard(service, on_site);
	if (standard == NULL) {
		return false;
	}
	language_with(language,
		standard->unit == OFFICE_AT_ONCE ? "kiosk.promise.brief_now"
						 : "kiosk.promise.brief",
		out_text, PACT_SIZE, say_limit(language, standard, limit));
	return true;
}

/* A channel that has no words of ours is told by its code. */
static const char *say_channel(const struct language *language, const char *channel)
{
	static const struct {
		const char *code, *key;
	} channels[] = {
		{"online", "kiosk.channel.online"},
		{"email", "kiosk.channel.email"},
		{"phone", "kiosk.channel.phone"},
		{"chat", "kiosk.channel.chat"},
		{"letter", "kiosk.channel.letter"},
	};
	for (size_t i = 0; i < sizeof(channels) / sizeof(channels[0]); i++) {
		if (strcmp(channels[i].code, channel) == 0) {
			return language_text(language, channels[i].key);
		}
	}
	return channel;
}

void pact_say_channels(const struct language *language, const struct office_service *service,
	char out_text[PACT_SIZE])
{
	size_t used = 0;
	out_text[0] = '\0';
	for (int i = 0; i < service->standard_count; i++) {
		const struct office_standard *standard = &service->standards[i];
		char limit[WORDS_SIZE];
		if (strcmp(standard->channel, on_site) == 0) {
			continue;
		}
		text_format(out_text + used, PACT_SIZE - used, "%s%s: %s", used > 0 ? " · " : "",
			say_channel(language, standard->channel),
			say_limit(language, standard, limit));
		used = strlen(out_text);
	}
}
