#include "app/desk/office_tell.h"

#include <string.h>

enum { DEPTH = 8, INDENT = 2 };

/* A file under way. */
struct writer {
	struct office_listener listener; /* first: a writer is one */
	FILE *out;
	enum office_bracket brackets[DEPTH]; /* of what is open; the file itself is a group */
	int members[DEPTH];                  /* written so far */
	int depth;
};

static const char *const openings[] = {"{", "{ ", "(", "["};
static const char *const closings[] = {"}", " }", ")", "]"};

static bool is_group(enum office_bracket bracket)
{
	return bracket == OFFICE_GROUP || bracket == OFFICE_ROW;
}

static bool is_one_line(enum office_bracket bracket)
{
	return bracket == OFFICE_ROW || bracket == OFFICE_ARRAY;
}

static void new_line(const struct writer *writer)
{
	fprintf(writer->out, "\n%*s", writer->depth * INDENT, "");
}

/* What stands before a member of what is open. */
static void begin_member(struct writer *writer, const char *key)
{
	enum office_bracket bracket = writer->brackets[writer->depth];
	bool first = writer->members[writer->depth]++ == 0;
	if (!is_group(bracket) && !first) {
		fputc(',', writer->out);
	}
	if (is_one_line(bracket)) {
		fputs(first ? "" : " ", writer->out);
	} else {
		new_line(writer);
	}
	if (key != NULL) {
		fprintf(writer->out, "%s = ", key);
	}
}

static void end_member(struct writer *writer)
{
	if (is_group(writer->brackets[writer->depth])) {
		fputc(';', writer->out);
	}
}

/* The reader takes no control characters, so that only these two need a sign before them. */
static void write_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\') {
			fputc('\\', out);
		}
		fputc(*text, out);
	}
	fputc('"', out);
}

static void on_open(struct office_listener *listener, const char *key, const char *name,
	enum office_bracket bracket)
{
	struct writer *writer = (struct writer *)listener;
	(void)name;
	begin_member(writer, key);
	fputs(openings[bracket], writer->out);
	writer->depth++;
	writer->brackets[writer->depth] = bracket;
	writer->members[writer->depth] = 0;
}

static void on_close(struct office_listener *listener)
{
	struct writer *writer = (struct writer *)listener;
	enum office_bracket bracket = writer->brackets[writer->depth];
	bool empty = writer->members[writer->depth] == 0;
	writer->depth--;
	if (!is_one_line(bracket) && !empty) {
		new_line(writer);
	}
	fputs(closings[bracket], writer->out);
	end_member(writer);
}

static void on_put(
	struct office_listener *listener, const char *key, const char *value, bool is_text)
{
	struct writer *writer = (struct writer *)listener;
	begin_member(writer, key);
	if (is_text) {
		write_quoted(writer->out, value);
	} else {
		fputs(value, writer->out);
	}
	end_member(writer);
}

bool office_file_write(const struct office_file *file, FILE *out)
{
	struct writer writer = {
		.listener = {.open = on_open, .close = on_close, .put = on_put},
		.out = out,
	};
	fputs("# An office as its store has it. A new store: giliran init --office FILE. Into a\n"
	      "# store that is there: giliran office import FILE. PINs are never in a file.",
		out);
	office_tell(file, &writer.listener);
	fputc('\n', out);
	return fflush(out) == 0 && ferror(out) == 0;
}
