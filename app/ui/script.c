#include "app/ui/script.h"

#include "app/base/text.h"

#include <stdio.h>
#include <string.h>

static bool refuse(char *out_error, size_t error_size, const char *why)
{
	text_format(out_error, error_size, "%s", why);
	return false;
}

/* Copies the next word of `*at` and moves past it and the blanks behind; false when there is none
 * or it is too long. */
static bool next_word(const char **at, char *out_word, size_t size)
{
	size_t length = strcspn(*at, " ");

	if (length == 0 || length >= size) {
		return false;
	}
	memcpy(out_word, *at, length);
	out_word[length] = '\0';
	*at += length;
	*at += strspn(*at, " ");
	return true;
}

static bool read_number(const char *word, int64_t max, int *out_value)
{
	int64_t value;

	if (!text_to_int(word, 0, max, &value)) {
		return false;
	}
	*out_value = (int)value;
	return true;
}

static bool parse_event(enum ui_event_kind kind, const char *rest, struct script_command *out)
{
	out->event.kind = kind;
	return next_word(&rest, out->event.text, sizeof(out->event.text)) && !*rest;
}

static bool parse_point(const char *rest, struct script_command *out)
{
	char x[8], y[8];

	out->click = true;
	return next_word(&rest, x, sizeof(x)) && next_word(&rest, y, sizeof(y)) && !*rest &&
	       read_number(x, 32767, &out->event.x) && read_number(y, 32767, &out->event.y);
}

static bool parse_text(const char *rest, struct script_command *out)
{
	return *rest && text_copy(out->text, sizeof(out->text), rest);
}

/* The text is everything before the last word. */
static bool parse_wait(const char *rest, struct script_command *out)
{
	const char *last = strrchr(rest, ' ');

	if (!last || last == rest || !read_number(last + 1, 600000, &out->limit_ms) ||
		!text_copy(out->text, sizeof(out->text), rest)) {
		return false;
	}
	if ((size_t)(last - rest) < sizeof(out->text)) {
		out->text[last - rest] = '\0';
	}
	return true;
}

static const struct {
	const char *name, *form;
	enum script_verb verb;
} verbs[] = {
	{"tap", "tap ID", SCRIPT_EVENT},
	{"key", "key NAME", SCRIPT_EVENT},
	{"point", "point X Y", SCRIPT_EVENT},
	{"where", "where ID", SCRIPT_WHERE},
	{"type", "type TEXT", SCRIPT_TYPE},
	{"wait", "wait TEXT MS", SCRIPT_WAIT},
	{"shot", "shot FILE", SCRIPT_SHOT},
	{"dump", "dump FILE", SCRIPT_DUMP},
	{"quit", "quit", SCRIPT_QUIT},
};

static bool parse_rest(const char *name, const char *rest, struct script_command *out)
{
	switch (out->verb) {
	case SCRIPT_EVENT:
		if (strcmp(name, "point") == 0) {
			return parse_point(rest, out);
		}
		return parse_event(strcmp(name, "tap") == 0 ? UI_TAP_ID : UI_KEY, rest, out);
	case SCRIPT_WHERE: return parse_event(UI_WHERE_ID, rest, out);
	case SCRIPT_TYPE:
	case SCRIPT_SHOT:
	case SCRIPT_DUMP: return parse_text(rest, out);
	case SCRIPT_WAIT: return parse_wait(rest, out);
	case SCRIPT_QUIT: return !*rest;
	}
	return false;
}

bool script_parse(
	const char *line, struct script_command *out_command, char *out_error, size_t error_size)
{
	char name[8];
	const char *rest = line;

	*out_command = (struct script_command){0};
	if (text_check(line, strlen(line), strlen(line) + 1) != RESULT_OK) {
		return refuse(out_error, error_size, "the line is not plain UTF-8 text");
	}
	if (!next_word(&rest, name, sizeof(name))) {
		return refuse(out_error, error_size, "there is no command of that name");
	}
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (strcmp(verbs[i].name, name) != 0) {
			continue;
		}
		out_command->verb = verbs[i].verb;
		if (parse_rest(name, rest, out_command)) {
			return true;
		}
		text_format(out_error, error_size, "the form is: %s", verbs[i].form);
		return false;
	}
	return refuse(out_error, error_size, "there is no command of that name");
}
