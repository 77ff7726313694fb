#include "app/kiosk/scan.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

enum { TEXT_SIZE = 32 }; /* the longest prefix and code there may be */

static const struct {
	const char *prefix;
	enum scan_kind kind;
} prefixes[] = {
	{"JANJI:", SCAN_APPOINTMENT},
	{"", SCAN_APPOINTMENT},
};

static void raise(char *text)
{
	for (; *text != '\0'; text++) {
		*text = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
	}
}

enum scan_kind scan_read(const char *text, char out_code[DESK_CODE_SIZE])
{
	char whole[TEXT_SIZE];
	enum scan_kind kind = SCAN_UNKNOWN;

	out_code[0] = '\0';
	text += strspn(text, " ");
	if (!text_copy(whole, sizeof(whole), text)) {
		memory_wipe(whole, sizeof(whole));
		return SCAN_UNKNOWN;
	}
	text_trim(whole);
	raise(whole);
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		size_t length = strlen(prefixes[i].prefix);
		if (strncmp(whole, prefixes[i].prefix, length) == 0 &&
			desk_is_code(whole + length)) {
			kind = prefixes[i].kind;
			text_copy(out_code, DESK_CODE_SIZE, whole + length);
			break;
		}
	}
	memory_wipe(whole, sizeof(whole));
	return kind;
}
