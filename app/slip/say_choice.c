#include "app/slip/say_choice.h"

#include "app/base/text.h"

#include <string.h>

enum { KEY_SIZE = 64 };

static enum office_language spoken(const struct language *language)
{
	return strcmp(language_code(language), "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
}

static const char *own_words(const struct language *language, const struct guest_choice *choice)
{
	return choice->own != NULL ? choice->own->label[spoken(language)] : "";
}

const char *say_choice(const struct language *language, const struct guest_choice *choice)
{
	const char *own = own_words(language, choice);
	char key[KEY_SIZE];
	if (own[0] != '\0' || choice->key == NULL) {
		return own;
	}
	text_format(key, sizeof(key), "guest.%s", choice->key);
	return language_text(language, key);
}

const char *say_choice_short(const struct language *language, const struct guest_choice *choice)
{
	const char *brief = choice->own != NULL ? choice->own->brief[spoken(language)] : "";
	const char *own = own_words(language, choice);
	char key[KEY_SIZE];
	if (brief[0] != '\0') {
		return brief;
	}
	if (own[0] != '\0' || choice->key == NULL) {
		return own;
	}
	text_format(key, sizeof(key), "guest.%s", choice->key);
	return language_short(language, key);
}
